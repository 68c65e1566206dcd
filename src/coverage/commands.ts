/** What can be asked of this wing, as data alone (see src/commands.ts). */
import type { Command } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  // Collecting.
  {
    key: 'coverage',
    name: 'coverage',
    slash: false,
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
  {
    key: 'add_figure',
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
