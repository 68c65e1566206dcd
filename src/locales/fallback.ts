/** The few sentences an adapter says without the core, in both languages: the words themselves stay with the dialogue. */
import type { Fallback } from '../model/inbox.ts'
import type { Bilingual } from '../model/people.ts'
import { type Key, words } from './words.ts'

const both = (key: Key): Bilingual => ({ ar: words.ar[key], en: words.en[key] })

export const fallback = (): Fallback => ({
  notSaved: both('dialogue.notSaved'),
  loading: both('dialogue.loading'),
  received: both('dialogue.received'),
  writeToMe: both('dialogue.private'),
  close: both('dialogue.close'),
  more: both('dialogue.moreThanFits'),
  formTooLong: both('dialogue.formTooLong'),
  noChoice: both('dialogue.noChoice'),
  fileNoLink: both('dialogue.fileNoLink'),
  fileRefused: both('dialogue.fileRefused'),
  fileDescription: both('dialogue.fileDescription'),
  fileGone: both('dialogue.fileGone'),
})
