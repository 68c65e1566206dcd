/** What can be asked of this wing, as data alone (see src/commands.ts). */
import type { Command } from '../model/command.ts'
import { ar } from './asked.ar.ts'
import { en } from './asked.en.ts'

export const commands = [
  {
    key: 'digest',
    topic: 'network',
    name: 'digest',
    slash: false,
    title: { ar: 'ملخص الأسبوع', en: 'Weekly digest' },
    about: { ar: 'ما ينتظركم وما هو قادم، في اليوم الذي تختارونه', en: 'What waits for you and what is coming, on the day you choose' },
    words: {
      ar: ['ملخص', 'ملخص الأسبوع', 'ملخصي', 'الملخص الأسبوعي', 'وش عندي هالأسبوع'],
      en: ['digest', 'my digest', 'weekly digest', 'my week', 'weekly summary'],
    },
    examples: { ar: ar.digest, en: en.digest },
    who: ['member', 'coordinator'],
    rank: 23,
  },
] as const satisfies readonly Command[]
