/** What can be asked of this wing, as data alone (see src/commands.ts). */
import { type Command, everybody } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'stories',
    topic: 'echo',
    name: 'stories',
    slash: false,
    title: { ar: 'قصص النجاح', en: 'Success stories' },
    about: {
      ar: 'ما تغيّر للناس بفعالياتنا، وإصدار إنجازات الشهر',
      en: 'What our activities changed for people, and the month’s achievements',
    },
    words: {
      ar: ['قصص النجاح', 'قصة نجاح', 'إصدار الإنجازات', 'إنجازات الشهر', 'الإنجازات'],
      en: ['success stories', 'success story', 'make a story of', 'achievements edition', 'achievements of the month', 'achievements'],
    },
    examples: { ar: ar.stories, en: en.stories },
    who: everybody,
    rank: 9.5,
  },
] as const satisfies readonly Command[]
