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
] as const satisfies readonly Command[]
