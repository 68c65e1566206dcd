/** Puts the wings' words together: one flat set of message keys, Arabic complete by type. Messages are ICU (see speak.ts). */
import { ar as actionsAr } from '../actions/words.ar.ts'
import { en as actionsEn } from '../actions/words.en.ts'
import { ar as activitiesAr } from '../activities/words.ar.ts'
import { en as activitiesEn } from '../activities/words.en.ts'
import { ar as agendaAr } from '../agenda/words.ar.ts'
import { en as agendaEn } from '../agenda/words.en.ts'
import { ar as calendarAr } from '../calendar/words.ar.ts'
import { en as calendarEn } from '../calendar/words.en.ts'
import { ar as circularsAr } from '../circulars/words.ar.ts'
import { en as circularsEn } from '../circulars/words.en.ts'
import { ar as clashesAr } from '../clashes/words.ar.ts'
import { en as clashesEn } from '../clashes/words.en.ts'
import { ar as coverageAr } from '../coverage/words.ar.ts'
import { en as coverageEn } from '../coverage/words.en.ts'
import { ar as dialogueAr } from '../dialogue/words.ar.ts'
import { en as dialogueEn } from '../dialogue/words.en.ts'
import { ar as digestAr } from '../digest/words.ar.ts'
import { en as digestEn } from '../digest/words.en.ts'
import { ar as exportsAr } from '../exports/words.ar.ts'
import { en as exportsEn } from '../exports/words.en.ts'
import { ar as freshnessAr } from '../freshness/words.ar.ts'
import { en as freshnessEn } from '../freshness/words.en.ts'
import { ar as importsAr } from '../imports/words.ar.ts'
import { en as importsEn } from '../imports/words.en.ts'
import { ar as jointAr } from '../joint/words.ar.ts'
import { en as jointEn } from '../joint/words.en.ts'
import { ar as meetingsAr } from '../meetings/words.ar.ts'
import { en as meetingsEn } from '../meetings/words.en.ts'
import { ar as messagesAr } from '../messages/words.ar.ts'
import { en as messagesEn } from '../messages/words.en.ts'
import { ar as minutesAr } from '../minutes/words.ar.ts'
import { en as minutesEn } from '../minutes/words.en.ts'
import type { Language } from '../model/people.ts'
import { ar as networkAr } from '../network/words.ar.ts'
import { en as networkEn } from '../network/words.en.ts'
import { ar as planAr } from '../plan/words.ar.ts'
import { en as planEn } from '../plan/words.en.ts'
import { ar as storiesAr } from '../stories/words.ar.ts'
import { en as storiesEn } from '../stories/words.en.ts'
import { ar as supportAr } from '../support/words.ar.ts'
import { en as supportEn } from '../support/words.en.ts'
import { ar as trainingAr } from '../training/words.ar.ts'
import { en as trainingEn } from '../training/words.en.ts'

const en = {
  ...dialogueEn,
  ...networkEn,
  ...activitiesEn,
  ...jointEn,
  ...freshnessEn,
  ...clashesEn,
  ...planEn,
  ...messagesEn,
  ...circularsEn,
  ...coverageEn,
  ...trainingEn,
  ...supportEn,
  ...storiesEn,
  ...meetingsEn,
  ...calendarEn,
  ...agendaEn,
  ...actionsEn,
  ...minutesEn,
  ...digestEn,
  ...exportsEn,
  ...importsEn,
}

/** A message's key: every word a person sees has one. */
export type Key = keyof typeof en

const ar: Record<Key, string> = {
  ...dialogueAr,
  ...networkAr,
  ...activitiesAr,
  ...jointAr,
  ...freshnessAr,
  ...clashesAr,
  ...planAr,
  ...messagesAr,
  ...circularsAr,
  ...coverageAr,
  ...trainingAr,
  ...supportAr,
  ...storiesAr,
  ...meetingsAr,
  ...calendarAr,
  ...agendaAr,
  ...actionsAr,
  ...minutesAr,
  ...digestAr,
  ...exportsAr,
  ...importsAr,
}

export const words: Record<Language, Record<Key, string>> = { ar, en }
export const keys = Object.keys(en) as Key[]
