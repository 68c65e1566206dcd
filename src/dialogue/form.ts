/**
 * How a form is declared: fields once, rendered as questions, as a card, and as a modal or dialog.
 * Values are JSON, because the conversation's state is kept in Postgres between two messages.
 */
import type { z } from 'zod'
import type { Said, Speak } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import type { Answers } from '../model/incoming.ts'
import type { Context } from '../model/meaning.ts'
import type { Result } from '../model/result.ts'
import type { Input, Part, View } from '../model/view.ts'
import type { Begin, Turn } from './turn.ts'

/** What reading and showing a field may depend on; pure. */
export type Asking = { speak: Speak; context: Context }

/** Options of a choice, already in the reader's language; `also` are other words that choose it. */
export type Choice = { value: string; label: string; also?: string[] | undefined }

/** Values by field; a field without a value is absent. */
export type Values = Record<string, unknown>

export type Field<V extends Values = Values> = {
  label: Key
  /** The question, when it is asked alone. */
  ask: Key
  hint?: Key | undefined
  /** A hint for an answer in one's own words: it stands under the question and not in the form, whose input takes no sentence. */
  chatHint?: Key | undefined
  /** `required` is asked until given; `asked` once, and can be skipped; `offered` only stands in the form and in Change. */
  need: 'required' | 'asked' | 'offered'
  schema: z.ZodType
  /** Any words may be its answer: few of them, or many. What else they might mean is then not looked for. */
  free?: 'short' | 'long' | undefined
  /** Asked for in the other language: its answer does not change the language that is spoken. */
  otherLanguage?: boolean | undefined
  /** The values it fills, where they are not the one of its own name (a time fills `when`). */
  fills?: readonly string[]
  /** A correction in passing may change it though it is required and one text: a day or a known name is told apart from what is left of a sentence. */
  distinct?: boolean
  /** Whether it has its answer, where that is more than having a value. */
  has?: (values: Partial<V>) => boolean
  /** Whether it is a question at all, given the other answers (the time of a day that has none). */
  applies?: (values: Partial<V>) => boolean
  /** A person's own words for this field: what they change among the values, or what is wrong. */
  read(text: string, asking: Asking, values: Partial<V>, load: unknown): Result<Partial<V>, Said>
  /** The value in words, for the card. Null: not shown. */
  show(values: Partial<V>, asking: Asking, load: unknown): string | null
  /** Its inputs in a form, filled with what is known. Usually one, of the field's own name. */
  inputs(
    values: Partial<V>,
    asking: Asking,
    load: unknown,
  ): (Omit<Input, 'required' | 'label'> & { label?: string }) | (Omit<Input, 'required' | 'label'> & { label?: string })[]
  /** From a filled form, where the inputs differ from one text of the field's own name. */
  filled?: (answers: Answers, asking: Asking, values: Partial<V>, load: unknown) => Result<Partial<V>, { input: string; said: Said }>
  /** Options shown as buttons under the question. */
  choices?: (asking: Asking, load: unknown, values: Partial<V>) => Choice[]
}

/** What a whole sentence gave. `choose` are readings between which the person is asked; `notes` are said on the card. */
export type Gathered<V extends Values> = {
  values: Partial<V>
  /** Fields whose value was said but is wrong. */
  problems: { field: string; said: Said }[]
  choose: { field: string; said: Said; readings: { label: Said; values: Partial<V> }[] } | null
  /** Another reading of a field, offered as a button on the card. */
  other: { label: Said; values: Partial<V> }[]
  /** How many more the text tells of than are read at a time. */
  beyond?: number | undefined
  /** Further things of the same kind that the text tells of, each by itself. */
  further?: Gathered<V>[] | undefined
}

export type Form<V extends Values, Load> = {
  id: string
  title: Key
  /** The label of the button that saves. */
  submit: Key
  fields: { [Name in keyof V & string]-?: Field<V> }
  /** What the form works on, read at every turn; or the view that says why it cannot go on. */
  load(turn: Turn, args: Record<string, string>): Promise<{ ok: true; value: Load } | { ok: false; view: View }>
  /** Pure. Reads a sentence into several fields. `values` are those known already: a bare time is put to the day that is there. */
  gather?: (text: string, asking: Asking, values: Partial<V>, load: Load) => Gathered<V>
  /** Pure. Problems of the values together, by field; none means that they may be saved. */
  check?: (values: Partial<V>, asking: Asking, load: Load) => { field: string; said: Said }[]
  /** What stands at the head of every card, and of the questions of a form that shows none: for whom it is, what it changes. */
  about?: (asking: Asking, load: Load, values: Partial<V>) => Part[]
  /** Pure. The values that stand before the form is saved, where it changes what stands: the card shows what changes first, with what it was before. */
  was?: (asking: Asking, load: Load) => Partial<V> | null
  /** More of the card than its facts. */
  card?: (values: Partial<V>, asking: Asking, load: Load) => Part[]
  /** The only step with an effect. The answer's views are the confirmation. */
  save(values: V, turn: Turn, load: Load, args: Record<string, string>): Promise<View>
  /** Where one message may tell of several: how they are shown together, and saved with one press. `n` of the labels counts them. */
  several?: {
    found: Key
    submit: Key
    /** How one of them is changed or left out, where the examples of activities do not fit. */
    hint?: Key
    /** Pure. Whether a text, with one or several on the card, tells of further ones and corrects none. */
    joins?: (text: string, asking: Asking, load: Load) => boolean
    /**
     * Pure. Which of those on the card a text corrects or leaves out, by their places from 0, where it says so in words of this kind of thing (the name of
     * an outlet); null where it does not.
     */
    amends?: (
      text: string,
      all: readonly Partial<V>[],
      asking: Asking,
      load: Load,
    ) => { places: readonly number[]; leave: boolean; values: Partial<V> } | null
    save(all: { id: string; values: V }[], turn: Turn, load: Load): Promise<View>
  }
  /** A form whose answers lead on to another one: what begins in its place, instead of saving. */
  leads?: (values: V, turn: Turn, load: Load, args: Record<string, string>) => Promise<Begin>
  /**
   * What was saved from a draft that is no longer open, for when it is sent or pressed again: `args` are those it was begun with, and `draft`, its id.
   * Null where nothing was.
   */
  outcome?: (turn: Turn, args: Record<string, string>) => Promise<View | null>
  /** How that which the form changes stands now, under the sentence that a card was dealt with. */
  stands?: (turn: Turn, args: Record<string, string>) => Promise<Part[]>
  /** True where the person is asked to confirm on a card; false saves as soon as nothing is missing. */
  confirm: boolean
  /** What is answered stands nowhere beside whose it is: no delivery, no reply that is kept and no message repeats a word of it. */
  unkept?: boolean
}

export const form = <V extends Values, Load>(declared: Form<V, Load>): Form<V, Load> => declared
