/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'plan',
    topic: 'plan',
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
      en: ['plan', 'communication plan', 'what is on', "what's on", 'schedule', 'activities next month', 'events next week'],
    },
    examples: { ar: ar.plan, en: en.plan },
    who: everybody,
    rank: 3,
  },
  {
    key: 'priorities',
    topic: 'plan',
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
    examples: { ar: ar.priorities, en: en.priorities },
    who: everybody,
    rank: 4,
  },
  {
    key: 'set_priorities',
    topic: 'plan',
    name: 'set-priorities',
    slash: false,
    title: { ar: 'تحديد الأولويات', en: 'Set priorities' },
    about: { ar: 'إضافة أولوية لشهر مع رسائلها الرئيسية', en: 'Add or change a month’s priority and its key messages' },
    words: {
      ar: ['تحديد الأولويات', 'حدد أولويات', 'أضف أولوية', 'أولوية جديدة', 'تعديل الأولويات'],
      en: ['set priorities', 'add a priority', 'new priority', 'change priorities', 'set priority'],
    },
    examples: { ar: ar.set_priorities, en: en.set_priorities },
    who: ['coordinator'],
    rank: 12,
  },
  {
    key: 'gaps',
    topic: 'plan',
    name: 'gaps',
    slash: false,
    title: { ar: 'الثغرات', en: 'Gaps' },
    about: { ar: 'أولويات وجهات وأسابيع بلا فعاليات', en: 'Priorities, organizations and weeks without anything' },
    words: {
      ar: ['الثغرات', 'ثغرات المخطط', 'أسابيع فارغة', 'أولويات بلا فعاليات', 'جهات بلا فعاليات'],
      en: ['gaps', 'gaps in the plan', 'empty weeks', 'priorities without activities', 'organizations without anything'],
    },
    examples: { ar: ar.gaps, en: en.gaps },
    who: ['coordinator'],
    rank: 24,
  },
] as const satisfies readonly Command[]
