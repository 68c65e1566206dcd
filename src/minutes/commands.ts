/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'minutes',
    topic: 'meeting',
    name: 'minutes',
    slash: false,
    title: { ar: 'محضر الاجتماع', en: 'Minutes' },
    about: { ar: 'محضر آخر اجتماع: القرارات وإجراءات المتابعة', en: 'The minutes of the last meeting: decisions and actions' },
    words: {
      ar: ['محضر', 'محضر الاجتماع', 'المحضر', 'المحاضر', 'قرارات الاجتماع', 'ماذا قررنا'],
      en: ['minutes', 'the minutes', 'meeting minutes', 'minutes of the meeting', 'what was decided', 'decisions of the meeting'],
    },
    examples: { ar: ar.minutes, en: en.minutes },
    who: everybody,
    rank: 26,
  },
  {
    key: 'start_meeting',
    topic: 'meeting',
    name: 'start-meeting',
    slash: false,
    title: { ar: 'إدارة الاجتماع', en: 'Walk the meeting' },
    about: {
      ar: 'المرور على جدول الأعمال بنداً بنداً وتدوين القرارات والإجراءات',
      en: 'Go through the agenda line by line and record decisions and actions',
    },
    words: {
      ar: ['ابدأ الاجتماع', 'بدء الاجتماع', 'نبدأ الاجتماع', 'افتح الاجتماع', 'إدارة الاجتماع', 'أنهِ الاجتماع', 'اختم الاجتماع'],
      en: ['start the meeting', 'begin the meeting', 'open the meeting', 'walk the meeting', 'walk the agenda', 'close the meeting'],
    },
    examples: { ar: ar.start_meeting, en: en.start_meeting },
    who: ['coordinator'],
    rank: 27,
  },
] as const satisfies readonly Command[]
