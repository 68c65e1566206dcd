/** What a text tells of a story, taken apart: its headline, what changed, a figure, a quote with its speaker and their consent, a picture. Pure. */
import { capital } from '../dialogue/fields.ts'
import { readLink } from '../dialogue/link.ts'
import type { Said } from '../locales/speak.ts'

/** Characters. */
export const longest = { headline: 160, change: 1000, figure: 120, how: 300, quote: 500, by: 120, note: 500 }
const shortest = { headline: 5, change: 10, quote: 8 }

export type Told = {
  headline?: string
  change?: string
  figure?: string
  figureHow?: string
  quote?: string
  quoteBy?: string
  consent?: 'yes' | 'no'
  picture?: string
}

/** Everything in a text is told: what fits nowhere else is headline or change. `problem` is what is wrong with its picture. */
export function toldIn(text: string): { told: Told; problem: Said | null } {
  // A run of spaces says no more than one, and costs every pattern below its length again.
  const { told: labelled, rest: unlabelled } = byLabels(text.replace(/\n\s*/g, '\n').replace(/[^\S\n]+/g, ' '))
  const pictured = picture(labelled.picture ?? unlabelled)
  const quoted = quote(labelled.picture ? unlabelled : pictured.rest)
  const { headline, change } = inSentences(quoted.rest)
  const { picture: _given, ...said } = labelled
  const figure = said.figure ?? figureIn([said.headline ?? headline, said.change ?? change].filter(Boolean).join('\n'))
  return {
    told: {
      ...(headline ? { headline } : {}),
      ...(change ? { change } : {}),
      ...quoted.told,
      ...said,
      ...(figure ? { figure } : {}),
      ...(pictured.link ? { picture: pictured.link } : {}),
    },
    problem: pictured.problem,
  }
}

// ---- lines that say what they are ----

const labels: readonly [keyof Told, RegExp][] = [
  ['headline', /^(?:headline|title|العنوان|عنوان القصة)$/iu],
  ['change', /^(?:(?:what )?(?:has )?changed?(?: for people)?|impact|ما الذي تغي[ّ]?ر(?: للناس)?|ما تغي[ّ]?ر|الأثر|الاثر)$/iu],
  ['figure', /^(?:figure|number|الرقم|رقم)$/iu],
  ['figureHow', /^(?:how (?:it was )?counted|counted|source|كيف حُ?سب|طريقة الحساب|المصدر)$/iu],
  ['quote', /^(?:quote|الاقتباس|اقتباس)$/iu],
  ['quoteBy', /^(?:by|speaker|said by|صاحب القول|صاحبة القول|القائل)$/iu],
  ['picture', /^(?:picture|photo|image|link|الصورة|صورة|رابط الصورة)$/iu],
]

/** A line each: "Quote: …", «الرقم: …». */
function byLabels(text: string): { told: Told; rest: string } {
  const told: Told = {}
  const rest: string[] = []
  for (const line of text.split(/\n+/)) {
    const [, label = '', said = ''] = /^\s*([^:：\n]{2,40}?)\s*[:：]\s*(\S.*)$/u.exec(line) ?? []
    const named = labels.find(([name, is]) => is.test(label) && told[name] === undefined)?.[0]
    if (named && named !== 'consent') told[named] = named === 'quote' ? unquoted(said) : said.trim()
    else rest.push(line)
  }
  return { told, rest: rest.join('\n') }
}
const unquoted = (said: string): string => said.trim().replace(/^[“"«](.*)[”"»]$/su, '$1')

// ---- the picture ----

const linked =
  /(?:[,،;؛]\s*)?(?:(?:and |with )?(?:a |the )?(?:picture|photo|image)s?|و?(?:ال)?صور(?:ة|تها|تهم)?|رابط الصورة)?(?: (?:is|are|here|at|link|هنا|على|في))*\s*[:：]?\s*((?:https?:\/\/|www\.)[^\s<>"“”«»،]+)/iu

function picture(text: string): { link: string | null; problem: Said | null; rest: string } {
  const found = linked.exec(text)
  if (!found?.[1]) return { link: null, problem: null, rest: text }
  const given = found[1].replace(/[.,;:!?)\]]+$/u, '')
  const read = readLink(given)
  const rest = joined(text, found.index, found.index + found[0].length)
  return read.ok ? { link: read.value, problem: null, rest } : { link: null, problem: read.problem, rest }
}

/** A text without a part of it. */
const joined = (text: string, from: number, to: number): string => `${text.slice(0, from)} ${text.slice(to)}`

// ---- the quote ----

const marks = /[“"«]([^“”"«»]{8,500})[”"»]/u
const name = '([^,،.;؛:：\\n"“”«»()]{2,80}?)'
/** Who the speaker is, behind the name: "a visitor of 61", «زائرة من المحرق». */
const what = '((?:[,،] (?:an? |the |aged |وهي |وهو |من )[^,،.;؛\\n]{2,60})?)'
const ends = '(?=\\s*(?:[.,،;؛\\n]|$|(?:who|and|with|without|وقد|التي|الذي|بموافق|دون)(?=\\s|ت|ه)))'
const behind = [
  new RegExp(`^\\s*[,،]?\\s*(?:said|says|told us|[-–—]|و?(?:كما )?(?:قال|قالت|يقول|تقول))\\s*${name}${what}${ends}`, 'iu'),
  new RegExp(`^\\s*[,،]?\\s*${name}\\s+(?:said|says)${what}${ends}`, 'iu'),
  /^\s*\(([^()]{2,120})\)()/u,
]
const ahead = [
  new RegExp(`(?:^|[,،.;؛\\n]|\\band\\b)\\s*(?:as\\s)?${name}()\\s+(?:said|says|told us)\\s*[:,،]?\\s*$`, 'iu'),
  new RegExp(`[,،.;؛]?\\s*(?:كما )?و?(?:قال|قالت|يقول|تقول)\\s+${name}()\\s*[:：،,]?\\s*$`, 'u'),
  /[,،.;؛]?\s*(?:(?:the |a )?quote|(?:ال)?اقتباس)()()\s*[:：]?\s*$/iu,
]

function quote(text: string): { told: Told; rest: string } {
  const found = marks.exec(text)
  const said = found?.[1]?.trim()
  // A name is put in marks too.
  if (!found || !said || said.length < shortest.quote || said.split(/\s+/).length < 3) return { told: {}, rest: text }
  let before = text.slice(0, found.index)
  let after = text.slice(found.index + found[0].length)
  const by = first(behind, after) ?? first(ahead, before)
  if (by?.of === after) after = after.slice(by.to)
  else if (by) before = before.slice(0, by.from)
  const agreed = consent(after)
  return {
    told: { quote: said, ...(by?.name ? { quoteBy: by.name } : {}), ...(agreed.consent ? { consent: agreed.consent } : {}) },
    rest: `${before}\n${agreed.rest}`,
  }
}

function first(all: readonly RegExp[], of: string): { of: string; name: string; from: number; to: number } | null {
  for (const pattern of all) {
    const found = pattern.exec(of)
    if (found) return { of, name: `${found[1] ?? ''}${found[2] ?? ''}`.trim(), from: found.index, to: found.index + found[0].length }
  }
  return null
}

const leads = '[,،.;؛]?\\s*(?:and |who |but |(?:he|she|they) |the speaker |وقد |ولكن |لكن |التي |الذي |و(?=واف|لم|بموا|دون)){0,3}'
const refused = new RegExp(
  `${leads}(?:(?:has|have|did)(?: not|n['’]t)(?: yet)? (?:agreed?|consented?)[^.,;\\n]*|without (?:\\p{L}+ )?consent|لم (?:يوافق|توافق)[^.،؛\\n]*|دون موافق\\p{L}*)`,
  'iu',
)
const granted = new RegExp(
  `${leads}(?:(?:has |have )?(?:agreed|consented)(?: to [^.,;\\n]*)?|with (?:his|her|their|the speaker['’]s)(?: full)? (?:consent|permission|agreement)|وافقت?(?: على [^.،؛\\n]*)?|بموافق(?:ته|تها|تهم|ة صاحب\\p{L}* القول))`,
  'iu',
)
/** Whether the speaker agreed, said behind the quote. */
function consent(after: string): { consent: 'yes' | 'no' | null; rest: string } {
  for (const [answer, pattern] of [
    ['no', refused],
    ['yes', granted],
  ] as const) {
    const found = pattern.exec(after)
    if (found) return { consent: answer, rest: joined(after, found.index, found.index + found[0].length) }
  }
  return { consent: null, rest: after }
}

// ---- headline and change ----

/** Ends of sentences; "Dr." and «د.» end none. */
const end = /(?<=[.!؟?](?:\s|$))(?<!(?:^|\s)(?:Dr|Mr|Mrs|Ms|Eng|St|د|م|أ)\.\s?)|\n+/gu
const loose = /[\s,،;؛–—-]/u
/** Without what is left at its ends of the parts that were taken out. */
function bare(said: string): string {
  const one = said.replace(/\s+/g, ' ')
  let [from, to] = [0, one.length]
  while (from < to && (one[from] === '.' || loose.test(one[from] ?? ''))) from++
  while (to > from && loose.test(one[to - 1] ?? '')) to--
  return one.slice(from, to)
}

function inSentences(text: string): { headline?: string; change?: string } {
  const all = text
    .split(end)
    .map(bare)
    .filter(s => /[\p{L}\p{N}]/u.test(s))
  const [head = '', ...others] = all
  const more = others.join(' ')
  const headline = head.replace(/[.。]$/u, '')
  // Told in one long breath: that is what changed, and its headline is asked for.
  if (headline.length > longest.headline) return { change: all.join(' ') }
  if (headline.length < shortest.headline) return {}
  if (more.length > 0 && more.length < shortest.change) return { headline: capital(`${head} ${more}`) }
  return { headline: capital(headline), ...(more ? { change: more } : {}) }
}

// ---- the figure ----

const number = /(?<![\p{L}\p{N}/.:-])(?:\d[\d,]*(?:\.\d+)?|[٠-٩][٠-٩٬,]*(?:٫[٠-٩]+)?)(?![\p{L}\d/:-])/gu
/** Words that a number of people or things does not end with, and in which nothing is counted. */
const stops =
  /^(?:was|were|is|are|be|been|has|have|had|in|on|at|by|from|to|of|for|with|and|or|who|that|which|during|after|since|within|came|took|got|went|now|a|the|[ap]m|today|في|من|إلى|الى|على|عن|خلال|بعد|قبل|منذ|لم|لن|قد|هم|هي|هو|كان|كانوا|كانت)$/iu
const times =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(?:hours?|days?|weeks?|months?|years?|minutes?)$|^(?:يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|يوم|أيام|ساعة|ساعات|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات|عام|أعوام|دقيقة|دقائق|صباحاً|مساءً)$/iu
const scale = /^(?:hundred|thousand|million|billion|مئة|مائة|ألف|آلاف|مليون|ملايين)$/iu
/** What was done to them stands behind them: "2,000 trees planted". */
const done = /(?:ed|ing)$/i
const most = 3

/** The first number that counts people or things, with the words for them: "4,000 families", «٤٠٠ معلم ومعلمة». */
function figureIn(text: string): string | null {
  for (const found of text.matchAll(number)) {
    const behind = text.slice(found.index + found[0].length)
    const percent = /^\s?(?:%|٪|percent\b|per cent\b|في المئة|بالمئة)/iu.exec(behind)
    if (percent) return `${found[0]}${percent[0]}`
    const words = /^(?:\s+[\p{L}\p{M}'’-]+)*/u.exec(behind)?.[0].trim().split(/\s+/).filter(Boolean) ?? []
    const scaled = words[0] && scale.test(words[0]) ? 1 : 0
    if (words[scaled] && times.test(words[scaled])) continue
    const kept: string[] = words.slice(0, scaled)
    for (const word of words.slice(scaled, scaled + most)) {
      if (stops.test(word) || done.test(word)) break
      const arabic = /\p{Script=Arabic}/u.test(word)
      // Behind an Arabic noun stands its verb; only what is joined to it belongs to it.
      if (arabic && kept.length > scaled && !/^و\p{L}{3,}/u.test(word)) break
      // An English plural ends what is counted.
      kept.push(word)
      if (!arabic && /(?:s|people|children|women|men)$/i.test(word)) break
    }
    if (kept.length > scaled) return `${found[0]} ${kept.join(' ')}`
  }
  return null
}
