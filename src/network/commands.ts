/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'language',
    name: 'language',
    slash: false,
    title: { ar: 'لغة المحادثة', en: 'Language' },
    about: { ar: 'اختيار العربية أو الإنجليزية', en: 'Choose Arabic or English' },
    words: {
      ar: ['اللغة', 'غيّر اللغة', 'لغة', 'بالإنجليزية', 'بالعربية', 'كلمني عربي'],
      en: ['language', 'change language', 'in english', 'in arabic', 'switch to english', 'switch to arabic', 'arabic', 'english'],
    },
    examples: { ar: ar.language, en: en.language },
    who: everybody,
    rank: 30,
  },
  {
    key: 'help',
    name: 'help',
    slash: false,
    title: { ar: 'مساعدة', en: 'Help' },
    about: { ar: 'ما يمكنني عمله لكم', en: 'What I can do for you' },
    words: {
      ar: ['مساعدة', 'ساعدني', 'كيف أستخدم', 'ماذا يمكنك', 'شنو تقدر تسوي', 'وش تسوي', 'الأوامر'],
      en: ['help', 'what can you do', 'how does this work', 'commands', 'how do I use'],
    },
    examples: { ar: ar.help, en: en.help },
    who: everybody,
    rank: 9,
  },
  {
    key: 'holidays',
    name: 'holidays',
    slash: false,
    title: { ar: 'العطل ورمضان', en: 'Holidays and Ramadan' },
    about: {
      ar: 'إضافة عطلة، تقديم شهر هجري أو تأخيره، وساعات رمضان',
      en: 'Add a holiday, move a Hijri month by a day, set Ramadan hours',
    },
    words: {
      ar: ['العطل', 'أضف عطلة', 'إجازة رسمية', 'عطلة رسمية', 'بداية رمضان', 'ساعات رمضان', 'الشهر الهجري'],
      en: ['holidays', 'add a holiday', 'public holiday', 'ramadan hours', 'hijri month', 'move hijri month'],
    },
    examples: { ar: ar.holidays, en: en.holidays },
    who: ['coordinator'],
    rank: 16,
  },
  {
    key: 'join_requests',
    name: 'join-requests',
    slash: false,
    title: { ar: 'طلبات الانضمام', en: 'Join requests' },
    about: { ar: 'قبول من يطلبون الانضمام إلى الشبكة أو رفضهم', en: 'Accept or decline people who ask to join the network' },
    words: { ar: ['طلبات الانضمام', 'طلب انضمام', 'من يريد الانضمام'], en: ['join requests', 'who wants to join', 'pending members'] },
    examples: { ar: ar.join_requests, en: en.join_requests },
    who: ['coordinator', 'admin'],
    rank: 17,
  },
  {
    key: 'roster',
    name: 'roster',
    slash: false,
    title: { ar: 'سجل الأعضاء', en: 'Roster' },
    about: { ar: 'إضافة الأعضاء من ملف CSV أو أسطر ملصقة', en: 'Give the members as a CSV file or pasted lines' },
    words: {
      ar: ['سجل الأعضاء', 'قائمة الأعضاء', 'تحديث الأعضاء', 'رفع الأعضاء'],
      en: ['roster', 'upload roster', 'member list', 'update members', 'import members'],
    },
    examples: { ar: ar.roster, en: en.roster },
    who: ['admin'],
    rank: 18,
  },
  {
    key: 'settings',
    name: 'settings',
    slash: false,
    title: { ar: 'إعدادات الشبكة', en: 'Network settings' },
    about: { ar: 'اسم الشبكة ومنطقتها الزمنية وعطلة أسبوعها وساعات عملها', en: 'The network’s name, time zone, weekend and working hours' },
    words: {
      ar: ['إعدادات الشبكة', 'إعدادات', 'المنطقة الزمنية', 'تغيير نهاية الأسبوع', 'أوقات دوام الشبكة'],
      en: ['network settings', 'settings', 'time zone', 'set the weekend', 'official working hours'],
    },
    examples: { ar: ar.settings, en: en.settings },
    who: ['admin'],
    rank: 19,
  },
  {
    key: 'announce_here',
    name: 'announce-here',
    slash: false,
    title: { ar: 'النشر في هذه القناة', en: 'Announce here' },
    about: {
      ar: 'نشر إصدارات المخطط في القناة التي يُكتب فيها هذا الأمر',
      en: 'Post the plan’s editions in the channel where this is written',
    },
    words: { ar: ['انشر هنا', 'أعلن هنا', 'النشر في هذه القناة'], en: ['announce here', 'post editions here', 'use this channel'] },
    examples: { ar: ar.announce_here, en: en.announce_here },
    who: ['coordinator', 'admin'],
    rank: 20,
  },
  {
    key: 'delegate',
    name: 'delegate',
    slash: false,
    title: { ar: 'الإنابة أثناء الغياب', en: 'Out of office' },
    about: { ar: 'من ينوب عنكم في أيام غيابكم', en: 'Who stands in for you while you are away' },
    words: {
      ar: ['إنابة', 'ينوب عني', 'تنوب عني', 'أنا في إجازة', 'بديلي', 'ألغ الإنابة'],
      en: ['out of office', 'delegate', 'covers for me', 'stand in for me', 'I am away', 'on leave'],
    },
    examples: { ar: ar.delegate, en: en.delegate },
    who: ['member', 'coordinator'],
    rank: 24,
  },
] as const satisfies readonly Command[]
