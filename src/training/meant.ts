/** Which workshop a sentence means: by its number, by words of its title, by its track; and whether it names one that is none of them. */
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Workshop } from '../model/training.ts'
import { referencesIn } from '../understanding/arguments.ts'
import { byWords, stemsOf } from '../understanding/by-words.ts'
import { trackIn } from './read.ts'
import { tracksOf } from './tracks.ts'

export const coming = (turn: Turn): Promise<Workshop[]> => trainingDb.coming(turn.db, turn.network.id, turn.now)

/** What a person has a seat in or waits for, and is to come. */
export async function ownComing(turn: Turn): Promise<Workshop[]> {
  const { db, network } = turn
  const own = new Set([
    ...(await seatsDb.seatsOfMember(db, network.id, turn.member.id)).map(s => s.workshopId),
    ...(await seatsDb.waitingOfMember(db, network.id, turn.member.id)),
  ])
  return (await coming(turn)).filter(w => own.has(w.id))
}

/** What a sentence means: `named` those it names, of several all that fit alike; `any` where it names none; `none` where it names one that is not there. */
export type Meant = { kind: 'named'; found: Workshop[] } | { kind: 'any' } | { kind: 'none'; reference: string | null }

/** Which of them a text means: by reference, by words of the title, by track. */
export async function meant(turn: Turn, said: string, all: Workshop[]): Promise<Meant> {
  const reference = referencesIn(said).find(r => r.startsWith('W-'))
  if (reference) {
    const w = await trainingDb.byReference(turn.db, turn.network.id, reference)
    return w ? { kind: 'named', found: [w] } : { kind: 'none', reference }
  }
  const named = byWords(without(said), all, w => [w.title.ar, w.title.en].filter(t => t !== undefined))
  if (named.length > 0) return { kind: 'named', found: named }
  const track = trackIn(said, await tracksOf(turn))
  const inTrack = track ? all.filter(w => w.trackId === track.id) : []
  if (inTrack.length > 0) return { kind: 'named', found: inTrack }
  return namesAnother(said) ? { kind: 'none', reference: null } : { kind: 'any' }
}
/** Whether a text calls a workshop by words of its own: "the short video workshop", «ورشة الفيديو القصير». */
export const namesAnother = (said: string): boolean => ownWords(called.exec(said)).length > 0
const ownWords = (found: RegExpExecArray | null): string[] =>
  stemsOf(without((found?.slice(1).find(g => g !== undefined) ?? '').replace(behind, ''))).filter(word => !anyOf.has(word))
const called =
  /\b(?:in|for|from|to|of)\s+(?:the|a|an|that|this|your|my)\s+([^.,;]{2,80}?)\s+(?:workshop|course|training)\b|(?:ورشة|ورشه|دورة|دوره)\s+([^.،؛]{2,80})/iu
/** Behind a name: why, or when. */
const behind =
  /(?:^|\s)(?:because|since|as|on|please|tomorrow|today|لأن\S*|لان\S*|عشان|بسبب|لظرف|يوم|غدا|غداً|باجر|بكرة|رجاء|لو سمحت\S*)(?:\s[\s\S]*)?$/iu
/** What is left, whatever it is called: "withdraw from podcasts", «انسحب من المنتدى», «تسجيلي في البودكاست». */
const leaves =
  /\b(?:withdraw|drop out|pull out|step down|out|enrolments?|registration|seat|place|name)\s+(?:from|of|in|off)\s+(?:the |a |that |this |my )?([^.,;]{2,80})|(?:نسحب|انسحاب|انسحابي|تسجيلي|مقعدي|مكاني|اسمي|أعتذر|اعتذر|اعتذاري)\s+(?:من|عن|في)\s+([^.،؛]{2,80})/iu

/** Whether a sentence that gives a seat up names that workshop and no other: every word of the name is in its title, its track or its number. */
export function leavesThis(said: string, { title }: Pick<Workshop, 'title'>, track: string): boolean {
  const own = new Set(stemsOf([title.ar, title.en, track].join(' ')))
  return [...ownWords(called.exec(said)), ...ownWords(leaves.exec(said))].every(word => own.has(word) || /^w-?\d|^\d/.test(word))
}
/** Whether it names any at all. */
export const leavesNamed = (said: string): boolean => ownWords(called.exec(said)).length > 0 || ownWords(leaves.exec(said)).length > 0

/** Words by which any workshop is meant, as stems. */
const anyOf = new Set(
  stemsOf(
    'next coming new first last only same training workshop course list waiting it one class session قائمة الانتظار ورشة دورة الورشة الدورة حضور حضورها حضوره قادمة القادمة المقبلة الجديدة الأولى الأخيرة التدريبية العمل هذه تلك',
  ),
)
/** Words that any workshop's title may hold. */
export const without = (said: string): string =>
  said.replace(/(?:ال|ل|لل|ب)?(?:ورشة|ورشه|دورة|دوره|تدريب(?:ية)?)|\b(?:workshop|course|training)\b/giu, ' ')
