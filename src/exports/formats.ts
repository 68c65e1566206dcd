/** What can be taken away as a file, and in which formats: data, to which a format is added by a line. */

import type { EchoScope } from '../coverage/echo.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Key } from '../locales/words.ts'
import type { Language } from '../model/people.ts'
import type { Scope } from '../plan/plan.ts'
import { achievementsWord } from './achievements-word.ts'
import { agendaWord } from './agenda-word.ts'
import { echoSheet } from './echo-sheet.ts'
import { echoWord } from './echo-word.ts'
import type { Made } from './made.ts'
import { minutesWord } from './minutes-word.ts'
import { editionSheet, planSheet } from './plan-sheet.ts'
import { editionWord, planWord } from './plan-word.ts'

/** What of the network is asked for. */
export type What =
  | { kind: 'plan'; scope: Scope }
  | { kind: 'edition'; number: number }
  | { kind: 'agenda'; meetingId: string }
  | { kind: 'minutes'; number: number }
  | { kind: 'echo'; scope: EchoScope }
  | { kind: 'achievements'; number: number }

export type Format = {
  key: string
  /** As it stands on a button. */
  label: Key
  /** How people name it, folded (src/understanding/fold.ts). */
  said: RegExp
  of: readonly What['kind'][]
  /** Of what the person of the turn may see. `languages`: one or both, the first one first. Null where there is nothing of that name. */
  make(turn: Turn, what: What, languages: readonly Language[]): Promise<Made | null>
}

/** The first that fits is the one that is meant where none is named. */
export const formats: readonly Format[] = [
  {
    key: 'xlsx',
    label: 'export.xlsx',
    said: /excel|xlsx|spread ?sheet|\bsheet\b|اكسل|اكسيل|اكسال|جدول بيانات/,
    of: ['plan', 'edition', 'echo'],
    make: async (turn, what, languages) =>
      what.kind === 'plan'
        ? planSheet(turn, what.scope, languages)
        : what.kind === 'edition'
          ? editionSheet(turn, what.number, languages)
          : what.kind === 'echo'
            ? echoSheet(turn, what.scope, languages)
            : null,
  },
  {
    key: 'docx',
    label: 'export.docx',
    said: /\bword\b|docx|ملف نصي|(^| )[بل]?(ال)?(وورد|ورد|وورت)( |$)|microsoft word/,
    of: ['plan', 'edition', 'agenda', 'minutes', 'echo', 'achievements'],
    make(turn, what, languages) {
      switch (what.kind) {
        case 'plan':
          return planWord(turn, what.scope, languages)
        case 'edition':
          return editionWord(turn, turn.reader, what.number, languages)
        case 'agenda':
          return agendaWord(turn, turn.reader, what.meetingId, languages)
        case 'minutes':
          return minutesWord(turn, turn.reader, what.number, languages)
        case 'echo':
          return echoWord(turn, turn.reader, what.scope, languages)
        case 'achievements':
          return achievementsWord(turn, turn.reader, what.number, languages)
        default:
          return what satisfies never
      }
    },
  },
]
