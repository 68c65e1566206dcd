/** Several drafts as one view: a numbered list of all that was understood of each, what each still lacks, and one button that saves them. */
import type { Said } from '../locales/speak.ts'
import type { Part, View } from '../model/view.ts'
import type { AForm } from './flow.ts'
import type { Asking } from './form.ts'
import { applies, fieldsOf, isFilled } from './questions.ts'
import { actions, button, heading, named, notice, numbered, text, view } from './say.ts'
import { drafts, isSeveral } from './several.ts'
import type { Draft, State } from './state.ts'

/** Lists longer than this carry no button a line: a Slack message holds 50 blocks, and a longer row of buttons is read by nobody. */
const buttonsUpTo = 10

/** What the buttons of a draft carry. */
export const onCard = (form: AForm, state: State): Record<string, string> => ({
  ...state.args,
  draft: state.id,
  form: form.id,
  card: String(state.card),
  ...(isSeveral(state) ? { of: String(state.n) } : {}),
})

export function together(form: AForm, state: State, note: Said | null, load: unknown, asking: Asking, advice: Part[]): View {
  const { speak } = asking
  const several = form.several
  if (!several) throw new Error(`form ${form.id} takes one at a time`)
  const n = drafts(state).length
  const { of: _of, ...draft } = onCard(form, state)
  return view(speak.language, [
    heading(speak.say(several.found, { n })),
    text(speak.say('dialogue.understood'), 'strong'),
    ...(note ? [notice('info', speak.said(note))] : []),
    ...(form.about?.(asking, load, state.values) ?? []),
    ...beyond(state, asking),
    listOf(form, state, load, asking, n <= buttonsUpTo),
    ...advice,
    text(speak.say(several.hint ?? 'dialogue.severalHint'), 'subtle'),
    actions([
      button(speak, several.submit, 'draft.submit', draft, { style: 'primary', values: { n } }),
      button(speak, 'dialogue.cancel', 'draft.cancel', draft),
    ]),
  ])
}

/** Every draft with all that was understood of it, and what is still open. */
export function listOf(form: AForm, state: State, load: unknown, asking: Asking, buttons: boolean): Part {
  const { speak } = asking
  return numbered(
    speak,
    drafts(state).map(draft => {
      const open = fieldsOf(form).filter(f => f.field.need !== 'offered' && applies(f, draft.values) && !isFilled(f, draft.values))
      const [, ...rest] = fieldsOf(form)
      const main = rest.filter(f => f.field.need !== 'offered').flatMap(f => f.field.show(draft.values, asking, load) ?? [])
      const more = rest
        .filter(f => f.field.need === 'offered')
        .flatMap(f => {
          const shown = f.field.show(draft.values, asking, load)
          return shown ? [speak.say('dialogue.labelled', { _label: speak.say(f.field.label), value: shown })] : []
        })
      const fields = speak.list(open.map(f => speak.inSentence(speak.say(f.field.label))))
      const detail = [
        main.join(' · '),
        more.join(speak.language === 'ar' ? '؛ ' : '; '),
        open.length > 0 ? speak.say('dialogue.lacks', { _fields: fields }) : '',
      ]
      const of = { ...onCard(form, state), of: String(draft.n) }
      return {
        text: nameOf(form, draft, load, asking),
        detail: detail.filter(Boolean).join('\n') || undefined,
        actions: buttons ? [button(speak, 'dialogue.change', 'draft.open', of)] : [],
      }
    }),
  )
}

/** "2 of 4: Health week". */
export function ofSeveral(form: AForm, state: State, load: unknown, asking: Asking): string {
  const all = drafts(state)
  const at = all.findIndex(d => d.n === state.n)
  const draft = all[at]
  if (!draft) throw new Error('no draft in hand')
  return asking.speak.say('dialogue.ofSeveral', { at: at + 1, n: all.length, title: nameOf(form, draft, load, asking) })
}

/** What stands above a question about one of them: at first all of them, then the one it is about. */
export function before(form: AForm, state: State, load: unknown, asking: Asking): Part[] {
  const about = heading(ofSeveral(form, state, load, asking))
  if (state.card > 1 || !form.several) return [about]
  const { speak } = asking
  const n = drafts(state).length
  return [
    heading(speak.say(form.several.found, { n })),
    ...beyond(state, asking),
    listOf(form, state, load, asking, false),
    { kind: 'divider' },
    about,
  ]
}

/** That a message told of more than are taken at a time. */
const beyond = (state: State, { speak }: Asking): Part[] =>
  state.beyond > 0 ? [notice('warning', speak.say('dialogue.beyond', { n: state.beyond, taken: drafts(state).length }))] : []

export function whichOne(form: AForm, state: State, load: unknown, asking: Asking): View {
  const { speak } = asking
  return view(speak.language, [
    text(speak.say('dialogue.whichOne'), 'strong'),
    actions([
      ...drafts(state).map((draft, i) =>
        named(speak.language, `${speak.number(i + 1)}. ${nameOf(form, draft, load, asking)}`, 'draft.open', {
          ...onCard(form, state),
          of: String(draft.n),
        }),
      ),
      button(speak, 'dialogue.backToAll', 'draft.resume', onCard(form, state)),
    ]),
  ])
}

/** What a draft is called: its first field, or that it has no name yet. */
function nameOf(form: AForm, draft: Draft, load: unknown, asking: Asking): string {
  const [first] = fieldsOf(form)
  return first?.field.show(draft.values, asking, load) ?? asking.speak.say('dialogue.unnamed')
}
