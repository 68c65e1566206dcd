/**
 * The table of what can be asked, as data alone: name, words and examples in both languages, who may, rank.
 * Understanding learns its intents from it, the manifests their commands, the help its list. A new command is a new entry here and a handler in routes.ts.
 */
import { askedAr } from './asked.ar.ts'
import { askedEn } from './asked.en.ts'
import type { Role } from './model/people.ts'

export type Command = {
  /** The intent's key, as `understand` names it. */
  key: string
  /** What is typed after the slash (and after `/munassiq `). */
  name: string
  /** True for the few that are registered as a slash command of their own on Slack. */
  slash: boolean
  title: { ar: string; en: string }
  about: { ar: string; en: string }
  /** Words and short phrases that ask for it; understanding folds spelling and finds them in sentences. */
  words: { ar: readonly string[]; en: readonly string[] }
  /** Whole sentences people write; those of the commands that stand are in asked.ar.ts and asked.en.ts. */
  examples: { ar: readonly string[]; en: readonly string[] }
  /** Any one of these roles. */
  who: readonly Role[]
  /** Lower comes first in help and menus; Teams lists the twelve lowest. */
  rank: number
}

const everybody: readonly Role[] = ['observer', 'member', 'coordinator', 'admin']

export const commands = [
  {
    key: 'submit',
    name: 'submit-event',
    slash: true,
    title: { ar: 'تقديم فعالية', en: 'Submit an activity' },
    about: { ar: 'أخبروني بفعالية قادمة بكلماتكم', en: 'Tell me about an upcoming activity in your own words' },
    words: {
      ar: [
        'تقديم فعالية',
        'أسجل فعالية',
        'تسجيل فعالية',
        'إضافة فعالية',
        'أضف فعالية',
        'فعالية جديدة',
        'سجلوا لنا',
        'أبي أسجل',
        'أبغي أضيف',
        'نطلق',
        'ننظم',
        'نقيم',
        'تدشين',
        'افتتاح',
      ],
      en: [
        'submit',
        'submit event',
        'submit activity',
        'add an activity',
        'log an activity',
        'new activity',
        'new event',
        'register an event',
        'we are launching',
        'we plan to',
      ],
    },
    examples: { ar: askedAr.submit, en: askedEn.submit },
    who: ['member', 'coordinator'],
    rank: 1,
  },
  {
    key: 'my_events',
    name: 'my-events',
    slash: true,
    title: { ar: 'فعالياتنا', en: 'Our activities' },
    about: { ar: 'ما قدمته جهتكم، للتعديل أو السحب أو النسخ', en: 'What your organization submitted, to edit, withdraw or copy' },
    words: {
      ar: ['فعالياتي', 'فعالياتنا', 'ما قدمناه', 'ماذا قدمنا', 'شنو قدمنا', 'وش قدمنا', 'فعاليات جهتنا'],
      en: ['my events', 'my activities', 'our activities', 'our events', 'what did we submit', 'what have we submitted'],
    },
    examples: { ar: askedAr.my_events, en: askedEn.my_events },
    who: ['member', 'coordinator'],
    rank: 2,
  },
  {
    key: 'plan',
    name: 'plan',
    slash: true,
    title: { ar: 'مخطط الاتصال', en: 'Communication plan' },
    about: { ar: 'مخطط الشهر الجاري والمقبل، أو شهر أو جهة تسمونها', en: 'This month and the next, or a month or organization you name' },
    words: {
      ar: [
        'مخطط الاتصال',
        'المخطط',
        'خطة الشهر',
        'الخطة',
        'ماذا لدينا',
        'شنو عندنا',
        'جدول الفعاليات',
        'فعاليات الأسبوع',
        'فعاليات الشهر',
        'فعاليات وزارة',
      ],
      en: ['plan', 'communication plan', 'what is on', "what's on", 'calendar', 'schedule', 'activities next month', 'events next week'],
    },
    examples: { ar: askedAr.plan, en: askedEn.plan },
    who: everybody,
    rank: 3,
  },
  {
    key: 'priorities',
    name: 'priorities',
    slash: true,
    title: { ar: 'أولويات الاتصال', en: 'Communication priorities' },
    about: {
      ar: 'أولويات الشهر ورسائلها الرئيسية وما يخدمها من فعاليات',
      en: 'The month’s priorities, their key messages and the activities that serve them',
    },
    words: {
      ar: ['أولويات', 'الأولويات', 'أولويات الشهر', 'أولويات الاتصال', 'الرسائل الرئيسية', 'أهم الفعاليات', 'أهم المواضيع'],
      en: ['priorities', 'priority', 'top priorities', 'communication priorities', 'key messages', 'focus this month'],
    },
    examples: { ar: askedAr.priorities, en: askedEn.priorities },
    who: everybody,
    rank: 4,
  },
  {
    key: 'meeting',
    name: 'meeting',
    slash: true,
    title: { ar: 'الاجتماع الدوري', en: 'Next meeting' },
    about: { ar: 'موعد الاجتماع القادم وفترته وآخر موعد للتقديم', en: 'When the next meeting is, what it covers and its deadline' },
    words: {
      ar: [
        'الاجتماع',
        'الاجتماع القادم',
        'الاجتماع الدوري',
        'موعد الاجتماع',
        'متى الاجتماع',
        'آخر موعد',
        'الموعد النهائي',
        'متى آخر موعد للتقديم',
      ],
      en: ['meeting', 'next meeting', 'periodic meeting', 'deadline', 'when is the meeting', 'when do submissions close'],
    },
    examples: { ar: askedAr.meeting, en: askedEn.meeting },
    who: everybody,
    rank: 5,
  },
  {
    key: 'nil_return',
    name: 'nothing',
    slash: false,
    title: { ar: 'لا توجد فعاليات', en: 'Nothing to report' },
    about: { ar: 'إفادة بعدم وجود فعاليات لدى جهتكم لهذا الاجتماع', en: 'Answer that your organization has nothing for this meeting' },
    words: {
      ar: [
        'لا توجد فعاليات',
        'لا يوجد لدينا',
        'ليس لدينا',
        'ما عندنا شي',
        'ما عندنا فعاليات',
        'إفادة بعدم وجود فعاليات',
        'هذا كل ما لدينا',
      ],
      en: ['nothing to report', 'nothing this month', 'nil return', 'we have nothing', 'no activities from us', 'that is all'],
    },
    examples: { ar: askedAr.nil_return, en: askedEn.nil_return },
    who: ['member', 'coordinator'],
    rank: 6,
  },
  {
    key: 'edit',
    name: 'edit',
    slash: false,
    title: { ar: 'تعديل فعالية', en: 'Edit an activity' },
    about: { ar: 'تعديل فعالية برقمها أو اسمها', en: 'Change an activity, by its number or its name' },
    words: {
      ar: ['تعديل', 'عدّل', 'تعديل فعالية', 'غيّر موعد', 'أبي أعدل', 'تغيير موعد', 'أجّل', 'تأجيل'],
      en: ['edit', 'change activity', 'edit activity', 'update our activity', 'reschedule', 'postpone', 'move our'],
    },
    examples: { ar: askedAr.edit, en: askedEn.edit },
    who: ['member', 'coordinator'],
    rank: 7,
  },
  {
    key: 'withdraw',
    name: 'withdraw',
    slash: false,
    title: { ar: 'سحب فعالية', en: 'Withdraw an activity' },
    about: { ar: 'سحب فعالية من المخطط', en: 'Take an activity out of the plan' },
    words: {
      ar: ['سحب', 'اسحب', 'سحب فعالية', 'إلغاء فعالية', 'ألغ الفعالية', 'ألغوا', 'احذف فعالية', 'أبي أسحب'],
      en: ['withdraw', 'withdraw activity', 'cancel activity', 'cancel our event', 'delete activity', 'remove our activity'],
    },
    examples: { ar: askedAr.withdraw, en: askedEn.withdraw },
    who: ['member', 'coordinator'],
    rank: 8,
  },
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
    examples: { ar: askedAr.language, en: askedEn.language },
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
    examples: { ar: askedAr.help, en: askedEn.help },
    who: everybody,
    rank: 9,
  },
  {
    key: 'missing',
    name: 'missing',
    slash: false,
    title: { ar: 'من لم يُجب بعد', en: 'Who has not answered' },
    about: { ar: 'الجهات التي لم تُجب بعد للاجتماع القادم', en: 'Organizations that still owe an answer for the next meeting' },
    words: {
      ar: ['من لم يقدم', 'من لم يرد', 'الجهات التي لم تقدم', 'منو ما قدم', 'منو ما رد', 'الجهات المتأخرة', 'الناقص'],
      en: ['missing', 'who has not answered', 'who has not submitted', "who hasn't replied", 'outstanding organizations', 'who is late'],
    },
    examples: { ar: askedAr.missing, en: askedEn.missing },
    who: ['coordinator'],
    rank: 10,
  },
  {
    key: 'review',
    name: 'review',
    slash: false,
    title: { ar: 'مراجعة ما قُدّم', en: 'Review submissions' },
    about: {
      ar: 'قبول الفعاليات الجديدة والمعدلة أو إعادتها مع ملاحظات',
      en: 'Accept new and changed activities, or return them with a note',
    },
    words: {
      ar: ['مراجعة', 'راجع', 'الفعاليات الجديدة', 'قائمة المراجعة', 'ما ينتظر المراجعة', 'بانتظار القبول'],
      en: ['review', 'review queue', 'new submissions', 'waiting for review', 'what needs review'],
    },
    examples: { ar: askedAr.review, en: askedEn.review },
    who: ['coordinator'],
    rank: 11,
  },
  {
    key: 'set_priorities',
    name: 'set-priorities',
    slash: false,
    title: { ar: 'تحديد الأولويات', en: 'Set priorities' },
    about: { ar: 'إضافة أولوية لشهر مع رسائلها الرئيسية', en: 'Add or change a month’s priority and its key messages' },
    words: {
      ar: ['تحديد الأولويات', 'حدد أولويات', 'أضف أولوية', 'أولوية جديدة', 'تعديل الأولويات'],
      en: ['set priorities', 'add a priority', 'new priority', 'change priorities', 'set priority'],
    },
    examples: { ar: askedAr.set_priorities, en: askedEn.set_priorities },
    who: ['coordinator'],
    rank: 12,
  },
  {
    key: 'compile',
    name: 'compile',
    slash: false,
    title: { ar: 'إعداد الإصدار', en: 'Compile the edition' },
    about: { ar: 'تجميد مخطط الفترة في إصدار مرقم', en: 'Freeze the window’s plan as a numbered edition' },
    words: {
      ar: ['إعداد الإصدار', 'أعد الإصدار', 'جهز المخطط', 'إصدار المخطط', 'اعتماد المخطط'],
      en: ['compile', 'compile the plan', 'make the edition', 'new edition', 'freeze the plan'],
    },
    examples: { ar: askedAr.compile, en: askedEn.compile },
    who: ['coordinator'],
    rank: 13,
  },
  {
    key: 'remind_now',
    name: 'remind-now',
    slash: false,
    title: { ar: 'إرسال التذكير الآن', en: 'Remind now' },
    about: { ar: 'تذكير الجهات التي لم تُجب الآن', en: 'Remind the organizations that still owe an answer, now' },
    words: {
      ar: ['أرسل التذكير', 'ذكرهم', 'ذكر الجهات', 'تذكير الآن', 'إرسال التذكير الآن', 'نبه الجهات'],
      en: ['remind now', 'send reminder', 'nudge', 'remind everyone', 'chase them'],
    },
    examples: { ar: askedAr.remind_now, en: askedEn.remind_now },
    who: ['coordinator'],
    rank: 14,
  },
  {
    key: 'set_meeting',
    name: 'set-meeting',
    slash: false,
    title: { ar: 'إعداد الاجتماع', en: 'Set the meeting' },
    about: {
      ar: 'قاعدة الاجتماع وآخر موعد وخطوات التذكير، ونقل اجتماع أو إلغاؤه',
      en: 'The meeting’s rule, deadline and reminders; move or skip one meeting',
    },
    words: {
      ar: [
        'نقل الاجتماع',
        'انقل الاجتماع',
        'تأجيل الاجتماع',
        'إلغاء الاجتماع',
        'إعداد الاجتماع',
        'غيّر موعد الاجتماع',
        'قاعدة الاجتماع',
        'خطوات التذكير',
      ],
      en: [
        'set meeting',
        'move the meeting',
        'skip the meeting',
        'change the meeting',
        'meeting rule',
        'reminder steps',
        'change the deadline',
      ],
    },
    examples: { ar: askedAr.set_meeting, en: askedEn.set_meeting },
    who: ['coordinator'],
    rank: 15,
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
    examples: { ar: askedAr.holidays, en: askedEn.holidays },
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
    examples: { ar: askedAr.join_requests, en: askedEn.join_requests },
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
    examples: { ar: askedAr.roster, en: askedEn.roster },
    who: ['admin'],
    rank: 18,
  },
  {
    key: 'clashes',
    name: 'clashes',
    slash: false,
    title: { ar: 'التعارضات', en: 'Clashes' },
    about: { ar: 'التعارضات القائمة، وما يوافق موعداً بعينه', en: 'Open clashes, and what else is on at a time' },
    words: {
      ar: ['التعارضات', 'تعارض', 'يتعارض', 'هل يوجد تعارض'],
      en: ['clashes', 'conflicts', 'open clashes', 'what clashes'],
    },
    examples: { ar: askedAr.clashes, en: askedEn.clashes },
    who: ['member', 'coordinator'],
    rank: 21,
  },
  {
    key: 'changes',
    name: 'changes',
    slash: false,
    title: { ar: 'ما تغيّر في المخطط', en: 'Changes of the plan' },
    about: { ar: 'ما أضيف ونُقل وأُلغي منذ آخر إصدار', en: 'What was added, moved and cancelled since the last edition' },
    words: {
      ar: ['ما تغير', 'التغييرات', 'ما الذي تغير', 'الجديد منذ آخر إصدار', 'شنو تغير'],
      en: ['changes', 'what changed', 'changes since the last edition', 'plan changes', 'what is different'],
    },
    examples: { ar: askedAr.changes, en: askedEn.changes },
    who: everybody,
    rank: 22,
  },
  {
    key: 'digest',
    name: 'digest',
    slash: false,
    title: { ar: 'ملخص الأسبوع', en: 'Weekly digest' },
    about: { ar: 'ما ينتظركم وما هو قادم، في اليوم الذي تختارونه', en: 'What waits for you and what is coming, on the day you choose' },
    words: {
      ar: ['ملخص', 'ملخص الأسبوع', 'ملخصي', 'الملخص الأسبوعي', 'وش عندي هالأسبوع'],
      en: ['digest', 'my digest', 'weekly digest', 'my week', 'weekly summary'],
    },
    examples: { ar: askedAr.digest, en: askedEn.digest },
    who: ['member', 'coordinator'],
    rank: 23,
  },
  {
    key: 'messages',
    name: 'messages',
    slash: false,
    title: { ar: 'بنك الرسائل', en: 'Message bank' },
    about: { ar: 'ما نقوله في موضوع أو أولوية، جاهزاً للنسخ', en: 'What we say about a topic or a priority, ready to copy' },
    words: {
      ar: ['بنك الرسائل', 'الرسائل المعتمدة', 'اقتراح رسالة', 'نقاط الحديث'],
      en: ['message bank', 'our messages on', 'talking points', 'line to take', 'propose a message'],
    },
    examples: { ar: askedAr.messages, en: askedEn.messages },
    who: everybody,
    rank: 23,
  },
  {
    key: 'gaps',
    name: 'gaps',
    slash: false,
    title: { ar: 'الثغرات', en: 'Gaps' },
    about: { ar: 'أولويات وجهات وأسابيع بلا فعاليات', en: 'Priorities, organizations and weeks without anything' },
    words: {
      ar: ['الثغرات', 'ثغرات المخطط', 'أسابيع فارغة', 'أولويات بلا فعاليات', 'جهات بلا فعاليات'],
      en: ['gaps', 'gaps in the plan', 'empty weeks', 'priorities without activities', 'organizations without anything'],
    },
    examples: { ar: askedAr.gaps, en: askedEn.gaps },
    who: ['coordinator'],
    rank: 24,
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
    examples: { ar: askedAr.settings, en: askedEn.settings },
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
    examples: { ar: askedAr.announce_here, en: askedEn.announce_here },
    who: ['coordinator', 'admin'],
    rank: 20,
  },
] as const satisfies readonly Command[]

export type CommandKey = (typeof commands)[number]['key']
