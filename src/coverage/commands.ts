/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  // Collecting.
  {
    key: 'coverage',
    topic: 'echo',
    name: 'coverage',
    slash: true,
    title: { ar: 'التغطية الإعلامية', en: 'Media coverage' },
    about: {
      ar: 'ما نشرته وسائل الإعلام عن فعالية: ألصقوا الروابط أو أسماء الوسائل أو رسالة الرصد',
      en: 'What the media made of an activity: paste links, names of outlets or a monitoring message',
    },
    words: {
      ar: [
        'التغطية الإعلامية',
        'تغطية إعلامية',
        'إضافة تغطية',
        'تغطية فعالية',
        'روابط التغطية',
        'قصاصات الصحف',
        'قائمة الوسائل',
        'التغطيات',
      ],
      en: ['coverage', 'media coverage', 'press coverage', 'add coverage', 'press clippings', 'clippings', 'list of outlets', 'outlets'],
    },
    examples: { ar: ar.coverage, en: en.coverage },
    who: ['member', 'coordinator'],
    rank: 9.1,
  },
  // The echo.
  {
    key: 'echo',
    topic: 'echo',
    name: 'echo',
    slash: true,
    title: { ar: 'الصدى الإعلامي', en: 'Media echo' },
    about: {
      ar: 'ما نُفّذ وما نشرته وسائل الإعلام في شهر، أو لجهة أو أولوية',
      en: 'What took place and what the media carried: of a month, an organization, a priority',
    },
    words: {
      ar: ['الصدى الإعلامي', 'صدى الشهر', 'الصدى', 'صدى إعلامي', 'صدى الأولوية', 'حصيلة التغطية', 'التقرير الإعلامي'],
      en: ['media echo', 'echo', 'echo of the month', 'the echo', 'media results', 'coverage report', 'media report', 'evaluation'],
    },
    examples: { ar: ar.echo, en: en.echo },
    who: everybody,
    rank: 9.2,
  },
  {
    key: 'add_figure',
    topic: 'echo',
    name: 'add-figure',
    slash: false,
    title: { ar: 'إضافة رقم للتقييم', en: 'Add a figure' },
    about: {
      ar: 'رقم عن التلقي أو النتائج أو الأثر لفعالية أو أولوية',
      en: 'A figure of out-takes, outcomes or impact of an activity or a priority',
    },
    words: {
      ar: ['إضافة رقم', 'أضف رقماً', 'رقم للتقييم', 'أضف نتيجة', 'سجل نتيجة', 'رقم نتائج', 'رقم أثر'],
      en: ['add a figure', 'add figure', 'outcome figure', 'add an outcome', 'impact figure', 'out-take figure', 'record an outcome'],
    },
    examples: { ar: ar.add_figure, en: en.add_figure },
    who: ['member', 'coordinator'],
    rank: 26,
  },
] as const satisfies readonly Command[]
