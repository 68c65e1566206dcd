/** The language a person is spoken to in: read from their words, kept as their own choice. */
import * as people from '../../db/people.ts'
import { record } from '../dialogue/record.ts'
import { actions, named, notice, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Language } from '../model/people.ts'

const mentions = {
  en: /english|[إا]نجليزي|[إا]نكليزي|[إا]نقليزي/giu,
  ar: /arabic|عربي/giu,
} as const

/** The language a text asks for; of two that are named ("from Arabic to English") the last one. Null where none is. */
export function languageAsked(said: string): Language | null {
  const last = (pattern: RegExp) => [...said.matchAll(pattern)].at(-1)?.index ?? -1
  const [en, ar] = [last(mentions.en), last(mentions.ar)]
  if (en < 0 && ar < 0) return null
  return en > ar ? 'en' : 'ar'
}

/** Each language is offered under its own name, so that whoever cannot read the other finds theirs. */
const ownName: Record<Language, string> = { ar: 'العربية', en: 'English' }

export async function languageCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const to = languageAsked(asked.text)
  if (to) return { views: [await change(turn, to)] }
  return {
    views: [
      view(turn.language, [
        text(turn.speak.say('network.whichLanguage')),
        actions(turn.network.settings.languages.map(l => named(l, ownName[l], 'language.set', { to: l }))),
      ]),
    ],
  }
}

export async function languagePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  return { replace: await change(turn, args.to === 'en' ? 'en' : 'ar') }
}

/** Keeps the choice, and answers in it. */
async function change(turn: Turn, to: Language) {
  const speak = turn.voice(to)
  // The conversation goes on in the new language, whichever one it was asked for in.
  turn.language = to
  turn.speak = speak
  const key = turn.member.language === to ? 'network.languageAlready' : 'network.languageChanged'
  if (turn.member.id) {
    await people.changeMember(turn.db, turn.network.id, turn.member.id, { chosenLanguage: to })
    if (turn.member.language !== to)
      await record(turn, turn.member.id, {
        entity: 'member',
        id: turn.member.id,
        action: 'language',
        before: { language: turn.member.language },
        after: { language: to },
      })
  }
  return view(to, [notice('good', speak.say(key))])
}
