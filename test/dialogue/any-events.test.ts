/** Whatever happens in a conversation: nothing throws, something is always shown or saved, the state always fits, and no answer is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/model/people.ts'
import { cases, missing } from './forms.ts'
import { happening, play } from './play.ts'
import { text } from './texts.ts'

/** Conversations played with each form; thousands were, while this was written. */
const runs = 60

test('every form of the house is played', () => expect(missing).toEqual([]))

describe('any sequence of events', () => {
  test.each(cases)(
    '$name',
    c => {
      const language = fc.constantFrom<Language>('ar', 'en')
      fc.assert(
        fc.property(language, fc.option(text), fc.array(happening, { maxLength: 14 }), (spoken, first, happenings) => {
          play(c, spoken, first, happenings)
        }),
        { numRuns: runs },
      )
    },
    120_000,
  )
})
