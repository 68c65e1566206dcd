/** A sentence of the centre read into a workshop: what it says of seats, track, trainer, prerequisite, enrolment and certificate; the rest is its title, time and place. Pure. */
import { gather as gatherActivity } from '../activities/gather.ts'
import { clean } from '../dialogue/fields.ts'
import type { Asking, Gathered, Values } from '../dialogue/form.ts'
import type { Bilingual } from '../model/people.ts'
import { mostSeats, type Track } from '../model/training.ts'
import { fold } from '../understanding/fold.ts'
import { readDay } from '../understanding/read.ts'

export type Person = { id: string; organizationId: string; name: Bilingual }
/** What reading may lean on besides the text. */
export type Known = { tracks: readonly Track[]; people: readonly Person[] }

/** Arabic digits as ASCII ones, every character in its place. */
const latinDigits = (text: string): string => text.replace(/[٠-٩]/g, d => String(d.charCodeAt(0) - 0x660))

const few: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  مقعد: 1,
  واحد: 1,
  'مقعد واحد': 1,
  مقعدان: 2,
  مقعدين: 2,
  اثنان: 2,
  اثنين: 2,
  مشاركان: 2,
  مشاركين: 2,
  ثلاثه: 3,
  اربعه: 4,
  خمسه: 5,
  سته: 6,
  سبعه: 7,
  ثمانيه: 8,
  تسعه: 9,
  عشره: 10,
  عشرون: 20,
  عشرين: 20,
  ثلاثون: 30,
  ثلاثين: 30,
}
const count =
  '(\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|ثلاثة|أربعة|اربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|عشرون|عشرين|ثلاثون|ثلاثين|واحد|اثنان|اثنين)'
const numberOf = (said: string | undefined): number | null => {
  if (!said) return null
  const digits = /\d+/.exec(said)
  if (digits) return Number(digits[0])
  return few[fold(said)] ?? null
}

const edge = '(?=[\\s,،.;؛:：)]|$)'
const org = '(?:organi[sz]ation|ministry|entity|body|جهة|جهه|وزارة)'
/** Clauses, each with what it gives; tried in this order, and taken out of the text. */
const perOrganization = [
  new RegExp(
    `(?:(?:with )?(?:at most|no more than|max(?:imum)?(?: of)?|up to|limit(?:ed)?(?: to| of)?)\\s+)?${count}\\s*(?:seats?|places?|people|participants?)?\\s*(?:per|for each|from each|for every|each)\\s+${org}`,
    'iu',
  ),
  new RegExp(
    `(?:و?(?:بحد أقصى|بحد اقصى|لا يزيد على|لا يتجاوز)\\s+)?(?:${count}\\s*(?:مقاعد|مقعداً|مقعدا|مشاركين|مقعد)?|(مقعدان|مقعدين|مقعد واحد|مقعد|مشاركان))\\s+(?:لكل|من كل)\\s+جه[ةه]`,
    'u',
  ),
  new RegExp(`(?:لكل|من كل)\\s+جه[ةه]\\s+(?:(?:بحد أقصى\\s+)?${count}\\s*(?:مقاعد|مقعداً|مقعدا|مقعد)?|(مقعدان|مقعدين|مقعد واحد|مقعد))`, 'u'),
]
const seats = [
  /(?:^|[\s،])(?:ب|بـ)?(مقعدان|مقعدين|مقعد واحد)(?!\s+(?:لكل|من كل))(?=[\s،.؛]|$)/u,
  new RegExp(`(?:seats|places|capacity)\\b[^\\d,;.]{0,60}?\\bto\\s+${count}${edge}`, 'iu'),
  new RegExp(`(?:المقاعد|مقاعد|السعة)[^\\d،؛.]{0,60}?\\s(?:إلى|الى|لـ|ل)\\s*${count}(?:\\s*(?:مقعداً|مقعدا|مقعد|مقاعد))?${edge}`, 'u'),
  new RegExp(`(?:(?:with|for|up to)\\s+)?${count}\\s+(?:seats?|places?|participants|people|attendees)${edge}`, 'iu'),
  new RegExp(`(?:seats?|places|capacity)\\s*(?:of|:|is|are)?\\s*${count}${edge}`, 'iu'),
  new RegExp(`(?:و?عدد المقاعد|و?المقاعد|و?السعة)\\s*:?\\s*${count}(?:\\s*(?:مقعداً|مقعدا|مقعد|مقاعد))?${edge}`, 'u'),
  new RegExp(
    `(?:(?:ب|بـ|لـ|ل|و)\\s*)?${count}\\s*(?:مقعداً|مقعدا|مقعد|مقاعد|مشاركاً|مشاركا|مشارك|مشاركين|شخصاً|شخصا|متدرباً|متدربا|متدربين)${edge}`,
    'u',
  ),
]
const until = '([^,،;؛.\\n]+)'
/** A name, whose titles are written with a stop. */
const called = '((?:(?:د|م|أ|Dr|Mr|Mrs|Ms|Eng|Prof)\\.|[^,،;؛.\\n])+)'
const lastDay = [
  new RegExp(
    `(?:enrol(?:l)?(?:ment)?s?|registration|register|sign[- ]?ups?)\\s+(?:is\\s+)?(?:open\\s+)?(?:closes?|ends?|until|till|by|before|deadline(?: is)?)(?:\\s+(?:on|by|at))?\\s+${until}`,
    'iu',
  ),
  new RegExp(
    `(?:extend|keep|leave|prolong)\\s+(?:the )?(?:enrol(?:l)?ment|registration|sign[- ]?ups?)(?: (?:open|for|of|in|to)\\b[^,;]{0,80}?)?\\s+(?:to|till|until|by)\\s+${until}`,
    'iu',
  ),
  new RegExp(
    `(?:last day|deadline) (?:to|for) (?:enrol|enroll|register|enrolment|registration)(?:ing)?(?: (?:in|for|of) [^,;]{2,80}?)? (?:to|is|is now)\\s+${until}`,
    'iu',
  ),
  new RegExp(
    `(?:مدد|مددوا|تمديد|نمدد|خلوا|خل)\\s+(?:باب )?(?:ال)?(?:تسجيل|موعد التسجيل|آخر يوم للتسجيل)(?:[^،؛]{0,80}?)\\s(?:حتى|إلى|الى|لغاية|لين|ل)\\s*${until}`,
    'u',
  ),
  new RegExp(`(?:last day|deadline) (?:to|for) (?:enrol|enroll|register|enrolment|registration)(?:ing)?\\s*(?:is|:)?\\s+${until}`, 'iu'),
  new RegExp(
    `(?:و?آخر (?:يوم|موعد) (?:لل)?تسجيل|و?التسجيل (?:مفتوح )?(?:حتى|لغاية|إلى|قبل)|و?(?:يغلق|ينتهي) (?:باب )?التسجيل(?: في)?|و?باب التسجيل مفتوح حتى)\\s*:?\\s+${until}`,
    'u',
  ),
]
const trainer = [
  /(?:the )?trainer (?:of|for|in) [^,;]{2,80}? (?:is|will be)(?: now)? ((?:(?:Dr|Mr|Mrs|Ms|Eng|Prof)\.|[^,،;؛.\n])+)/iu,
  /(?:و?ال)?مدربة? (?:ال)?(?:ورشة|دورة|ورشه|دوره)[^،؛]{0,80}? (?:صار|صارت|هو|هي|أصبح|أصبحت|اصبح|اصبحت|الحين) ((?:(?:د|م|أ)\.|[^,،;؛.\n])+)/u,
  new RegExp(`(?:(?:the )?trainer\\s*(?:is|:)?|(?:led|given|delivered|presented|taught|run) by|with trainer)\\s+${called}`, 'iu'),
  new RegExp(
    `(?:و?المدربة|و?المدرب|مع المدربة|مع المدرب|و?(?:يقدمها|تقدمها|يقدّمها|تقدّمها|يدربها|تدربها)|بتقديم|من تقديم)\\s*:?\\s+${called}`,
    'u',
  ),
]
const noCertificate = /(?:,?\s*(?:without|no) (?:a )?certificates?|[،,]?\s*(?:بدون|دون|من دون|بلا) شهادة(?: حضور)?)/iu
const certificate =
  /(?:,?\s*(?:with|and) (?:a )?certificates?(?: of attendance)?|certificate of attendance|[،,]?\s*(?:مع شهادة|بشهادة|و?تمنح شهادة|و?شهادة حضور|و?فيها شهادة)(?: حضور| مشاركة)?)/iu
const prerequisite = [
  new RegExp(`(?:prerequisites?|requires?|required(?: first)?)\\s*(?:is|are|:)?\\s+${until}`, 'iu'),
  new RegExp(`(?:و?المتطلبات? السابقة?|و?المتطلب السابق|و?يشترط|و?تشترط|و?بشرط)\\s*:?\\s+${until}`, 'u'),
]
const lead =
  /^\s*(?:(?:please|kindly|can you|could you|we want to|i want to|i would like to|we would like to|we are|يرجى|نرجو|الرجاء|أرجو|أريد|اريد|نريد|نود|أود|أبي|ابي|نبي|أبغى|ودي|لو سمحتم)\s+)*(?:(?:add|offer|offering|create|open|announce|schedule|set up|plan|new|we offer)(?:\s+(?:a|an|the|one|our|another|new|in))*\s+(?:training\s+)?(?:workshop|course|training(?:\s+(?:session|course|workshop))?)|(?:أن\s+)?(?:أضف|اضف|أضيفوا|اضيفوا|إضافة|اضافة|نضيف|أضيف|اضيف|اطرح|اطرحوا|نطرح|طرح|يطرح المركز|افتح|افتحوا|نفتح|أنشئ|انشئ|إنشاء|ننشئ|نعلن عن|أعلن عن|جدول|ضيف|ضيفوا|حط|سو|نسوي|نقدم|يقدم المركز)(?:\s+لنا|\s+لي)?\s+(?:ال)?(?:ورشة|ورشه|دورة|دوره|تدريباً|تدريبا|تدريب)(?:\s+(?:تدريبية|جديدة|عمل))*)(?=[\s:،,.]|$)/iu
/** "Move it to the Gulf Hotel", «انقل الورشة إلى فندق الخليج». */
const movedTo =
  /(?:\b(?:move|shift|relocate|venue|place)\b|(?:^|\s)(?:انقل|انقلوا|نقل|بدلوا? مكان|غيروا? مكان|مكان))[\s\S]{0,100}?\s(?:to|is now|إلى|الى|لـ)\s+(?:the\s+)?([^,،;؛.\n]{3,200})$/iu
const joiner = /^\s*(?:[:：،,–-]|(?:called|titled|named|entitled|on|about|in|for|بعنوان|باسم|عن|حول|في|على)(?=\s))\s*/iu

/** The track that a text names. `led` only where it says that it is one: "in the new media track", «في مسار الإعلام الجديد». */
export function trackIn(text: string, tracks: readonly Track[]): { id: string; led: { at: number; end: number } | null } | null {
  const names = tracks.flatMap(t => [t.name.ar, t.name.en, ...t.also].flatMap(n => (n ? [{ id: t.id, n }] : [])))
  names.sort((a, b) => b.n.length - a.n.length)
  for (const { id, n } of names) {
    const said = spelled(n)
    const led =
      new RegExp(`[،,]?\\s{0,2}(?:(?:in|on|under|for|of|within)\\s{1,2})?(?:the\\s{1,2})?${said}\\s{1,2}track${edge}`, 'iu').exec(text) ??
      new RegExp(`[،,]?\\s{0,2}(?:the\\s{1,2})?track\\s{0,2}(?::|is|of)?\\s{0,2}${said}${edge}`, 'iu').exec(text) ??
      new RegExp(`[،,]?\\s{0,2}(?:في|ضمن|من|على)?\\s{0,2}(?:ال|ل)?مسار\\s{0,2}:?\\s{0,2}${said}${edge}`, 'u').exec(text)
    if (led) return { id, led: { at: led.index, end: led.index + led[0].length } }
  }
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const held = names.find(({ n }) => folded.includes(` ${fold(n)} `) || (n === n.toLowerCase() ? false : folded.includes(` ${fold(n)} `)))
  return held ? { id: held.id, led: null } : null
}
/** A name with either spelling of what people mix up: أ and ا, ة and ه, ى and ي. */
const spelled = (n: string): string =>
  n
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[أإآا]/g, '[أإآا]')
    .replace(/[ةه](?=\s|$)/g, '[ةه]')
    .replace(/[يى](?=\s|$)/g, '[يى]')
    .replace(/\s+/g, '\\s+')

/** Reads a sentence into the values of the workshop's form. What is known already (`values`) and not said again stays. */
export function readWorkshop(text: string, asking: Asking, values: Values, known: Known): Gathered<Values> {
  const given: Values = {}
  let rest = latinDigits(clean(text)).replace(/\s+/g, ' ')
  const cut = (at: number, end: number) => {
    rest = `${rest.slice(0, at)} ${rest.slice(end)}`
  }
  const take = (patterns: readonly RegExp[], use: (found: RegExpExecArray) => boolean): void => {
    for (const p of patterns) {
      const found = p.exec(rest)
      if (!found || !use(found)) continue
      cut(found.index, found.index + found[0].length)
      return
    }
  }
  const number = (name: string) => (found: RegExpExecArray) => {
    const n = numberOf(found.slice(1).find(g => g !== undefined))
    if (n === null || n < 1 || n > mostSeats) return false
    given[name] = n
    return true
  }
  take(lastDay, found => {
    const day = readDay(found[1] ?? '', asking.context)
    if (day) given.lastDay = day
    return day !== null
  })
  take(perOrganization, number('perOrganization'))
  take(seats, number('seats'))
  take([noCertificate], () => {
    given.certificate = 'no'
    return true
  })
  if (!given.certificate)
    take([certificate], () => {
      given.certificate = 'yes'
      return true
    })
  take(prerequisite, found => {
    given.prerequisite = (found[1] ?? '').trim()
    return true
  })
  take(trainer, found => {
    const said = untilTime((found[1] ?? '').trim(), asking)
    if (said.length < 2) return false
    given.trainer = said
    // What stood behind the name stays for the reading of times and places.
    rest = `${rest.slice(0, found.index)} , ${rest.slice(found.index + found[0].length - (found[1] ?? '').length + said.length)}`
    return false
  })
  const track = trackIn(rest, known.tracks)
  // In a correction, and where one was chosen, a track is meant only where it is said to be one: a title may hold its name.
  if (track && (track.led || (values.title === undefined && values.track === undefined))) given.track = track.id
  if (track?.led) cut(track.led.at, track.led.end)
  const offered = lead.exec(rest)
  if (offered) {
    rest = rest.slice(offered[0].length)
    for (let m = joiner.exec(rest); m?.[0].trim(); m = joiner.exec(rest)) rest = rest.slice(m[0].length)
  }
  const quoted = /[«"“]([^»"”]{3,200})[»"”]/u.exec(rest)
  const inner = gatherActivity(
    rest
      .replace(/\s+/g, ' ')
      .replace(/(?:\s*[,،]\s*){2,}/g, ', ')
      .trim(),
    asking,
    values,
  )
  for (const name of ['when', 'clock'] as const) if (name in inner.values) given[name] = inner.values[name]
  if (typeof inner.values.venue === 'string') given.place = inner.values.venue
  // Moved somewhere: what is no day and no number is where.
  const to = values.title !== undefined && given.place === undefined && !('when' in given) ? movedTo.exec(rest)?.[1]?.trim() : undefined
  if (to && !/\d/.test(to) && !readDay(to, asking.context)) given.place = to
  const title = quoted?.[1]?.trim() ?? inner.values.title
  if (typeof title === 'string' && values.title === undefined) given.title = title
  return {
    values: given,
    problems: inner.problems.filter(p => p.field === 'when'),
    choose: inner.choose?.field === 'when' ? choiceOf(inner.choose) : null,
    other: inner.other.flatMap(o => ('when' in o.values ? [{ label: o.label, values: { when: o.values.when } }] : [])),
  }
}

const choiceOf = (c: NonNullable<Gathered<Values>['choose']>) => ({
  ...c,
  readings: c.readings.map(r => ({ label: r.label, values: { when: r.values.when } })),
})

/** A name ends where a time, a place or another clause begins: "Dr Sami on 14 December", «د. سامي يوم ١٤ ديسمبر». */
function untilTime(said: string, asking: Asking): string {
  const ends =
    /\s+(?:on|at|in|from|for|with|by|next|tomorrow|this|يوم|في|بتاريخ|من|الساعة|غداً|غدا|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس)(?=\s|$)/iu.exec(
      said,
    )
  const cut = ends ? said.slice(0, ends.index) : said
  return cut.trim() || (asking.speak.language === 'ar' ? said.trim() : said.trim())
}

/** One person that a text names: by the whole name, by the first and last. */
export function personIn(text: string, people: readonly Person[]): Person | null {
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const called = (p: Person, of: (words: string[]) => string) =>
    [p.name.ar, p.name.en].some(n => {
      const name = n
        ? of(
            fold(n)
              .replace(/^(?:د|م|dr|mr|ms|mrs|eng|captain|النقيب|السيد|السيده)\.? /, '')
              .split(' '),
          )
        : ''
      return name.length > 2 && said.includes(` ${name} `)
    })
  for (const part of [(w: string[]) => (w.length > 1 ? w.join(' ') : ''), (w: string[]) => (w.length > 2 ? `${w[0]} ${w.at(-1)}` : '')]) {
    const found = people.filter(p => called(p, part))
    if (found.length === 1) return found[0] ?? null
  }
  return null
}
