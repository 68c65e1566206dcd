/** What can be asked of this wing, as data alone (see src/commands.ts). */
import type { Command } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'clashes',
    topic: 'plan',
    name: 'clashes',
    slash: false,
    title: { ar: 'التعارضات', en: 'Clashes' },
    about: { ar: 'التعارضات القائمة، وما يوافق موعداً بعينه', en: 'Open clashes, and what else is on at a time' },
    words: {
      ar: ['التعارضات', 'تعارض', 'يتعارض', 'هل يوجد تعارض'],
      en: ['clashes', 'conflicts', 'open clashes', 'what clashes'],
    },
    examples: { ar: ar.clashes, en: en.clashes },
    who: ['member', 'coordinator'],
    rank: 21,
  },
] as const satisfies readonly Command[]
