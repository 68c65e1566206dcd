/** Who a sentence wants a seat for: whoever speaks, colleagues by their names, or somebody whom nobody knows. Pure. */
import { fold } from '../understanding/fold.ts'
import type { Person } from './read.ts'

/** One that the sentence names, in its words: the one person, several whom the words fit, somebody of another organization, or nobody. */
export type Called =
  | { kind: 'one'; person: Person }
  | { kind: 'several'; said: string; among: Person[] }
  | { kind: 'elsewhere'; said: string; person: Person }
  | { kind: 'unknown'; said: string }

/** `others` where somebody else is meant, whether or not a name is said; `self` where whoever speaks is meant too. */
export type Wanted = { self: boolean; others: boolean; called: Called[] }

const workshop = '(?:workshops?|courses?|trainings?|class(?:es)?|sessions?|ones?)'
/** From where it is told which workshop. */
const which = [
  new RegExp(`\\b(?:in|into|on|onto|to|for|at|of)(?: (?!(?:in|into|on|onto|to|for|at|of) )\\S+){0,8}? ${workshop}(?!\\S)[\\s\\S]*`, 'u'),
  /(?:^|\s)(?:(?:in|into|on|onto|to|for|of|في|الي|علي|ضمن)\s+|ب)?w-\d{4}-\d+[\s\S]*/u,
  /(?:^|\s)(?:(?:في|الي|علي|ضمن|من)\s+)?[وبلف]?(?:ال|ل)?(?:ورشه|ورش|دوره|دورات|تدريب|برنامج)(?=\s|$)[\s\S]*/u,
  /\s(?:into|onto|in|on)\s[\s\S]*/u,
  /\s(?:في|ضمن)\s[\s\S]*/u,
]
/** Behind these stands who is meant. */
const asks =
  /(?:^|\s)(?:enroll?|enrolling|register|registering|sign(?: up)?|book|reserve|put|add|get|include|send|nominate|save|[وسن]?ا?سجل(?:وا|ي|ني|وني|نا|ونا)?|نسجل|بسجل|تسجيل|احجز(?:وا|ي)?|نحجز|حجز|ادرج(?:وا)?|ادراج|ضيف(?:وا|ي|وني)?|اضف|اضيف(?:وا|وني)?|اضافه|حط(?:وا|وني)?|دخل(?:وا|وني)?|رشح(?:وا)?|نرشح|ترشيح)(?=\s|$)/u
/** Before these stands who wants it: "Huda and Ali would like to attend". */
const wants =
  /\s(?:would like|wants?|wish(?:es)?|need(?:s)?|(?:to )?(?:join|attend|be enrolled|get)|(?:ت?ي?ود|ت?يريد|ت?يرغب|ت?يبي|يبون|يبغون|يريدون|يودون|ت?يحضر|يحضرون)(?:ان)?)(?=\s|$)/u
/** «تود هدى حضور …». */
const wantsFirst =
  /^(?:[يت](?:ود|رغب|ريد|بي)|يودون|يرغبون|يريدون|يبون) (.*?) (?:ان |في |ب)?(?:ال)?(?:حضور|[يت]حضر|يحضروا|التحاق|مشاركه|تسجيل)/u
const self =
  /\b(?:me|us|myself|i|i'd|we|i'm)\b|(?:^|\s)(?:سجل(?:ني|وني|ونا|نا)|ضيفوني|اضيفوني|حطوني|دخلوني|لي|لنا|انا|معي|ابي|ابغي|اريد|اود|ودي|اسجل|بسجل|احضر)(?=\s|$)/u
const alone = /^(?:and |و ?)?(?:me|myself|i|us|انا|لي|لنا|معي)$/u
/** Words by which somebody else is meant, though no name is said. */
const colleagues = /\b(?:colleagues?|him|her|them|my team|staff|employees?|two of (?:us|our|my)|somebody|someone)\b|زميل|زملا|موظف|فريق/u
/** Words beside a name that are none. */
const beside = new Set(
  fold(
    `please kindly can could you may i we would like want let a an the my our your his her colleague colleagues coworker from of seat seats place places spot spots
    one two three for to up down also too as well both with him them me us myself mr mrs ms dr eng prof captain officer officers new team member members and in on
    it this that is be name names staff employee employees there if room possible today now so
    لو سمحت سمحتم تكرمت تكرمتم يرجى الرجاء ارجو نرجو من فضلكم فضلك ممكن زميلي زميلتي زميلنا زميلتنا زملائي زملاءنا زملائنا زميلاتي زميلاتنا زميل زميلة الزميل الزميلة
    الزملاء زميليّ الأخ الأخت الأستاذ الأستاذة استاذ السيد السيدة الدكتور الدكتورة المهندس المهندسة النقيب د م أ مقعد مقعدا مقعدين مقاعد مكان اسم لي لنا انا كل بعد ايضا
    كذلك معي الموظف الموظفة موظف موظفة موظفنا موظفتنا ان و الى إلى`,
  ).split(/\s+/),
)
/** Behind these stands whose people they are, and no name. */
const whose = /\s(?:from|of|at|من|في)\s[\s\S]*$/u

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'-]+/gu) ?? []
const plain = (w: string): string => fold(w).replace(/['-]/g, '')
const bareOf = (w: string): string => w.replace(/^(?:ال|al)(?=\p{L}{3})/u, '')
const titles = /^(?:(?:د|م|ا|dr|mr|ms|mrs|eng|prof|captain|النقيب|السيد|السيده)\.? )+/u
const nameWords = (n: string | undefined): string[] => (n ? wordsOf(fold(n).replace(titles, '')).map(plain) : [])

/** Whether what was said is that name: its words in their order, the first or the last among them. */
function fits(said: readonly string[], name: readonly string[]): boolean {
  let at = 0
  const places = said.map(w => {
    const found = name.findIndex((n, i) => i >= at && (n === w || (i > 0 && bareOf(n) === bareOf(w))))
    if (found >= 0) at = found + 1
    return found
  })
  return places.length > 0 && !places.includes(-1) && (places[0] === 0 || places.at(-1) === name.length - 1)
}

/** Without marks of its sentence. «على» leads to the workshop, «علي» is a name, and folded they are the same. */
const foldedOf = (text: string): string =>
  fold(text.replace(/(?<!\p{L})على(?!\p{L})/gu, 'في'))
    .replace(/[?؟!.]+/g, ' ')
    .replace(/[،,;؛&]/g, ' , ')
    .replace(/\s+/g, ' ')

/** All words of people's names, and those that are first ones. */
const wordsOfAll = (people: readonly Person[]) => ({
  known: new Set(people.flatMap(p => [...nameWords(p.name.ar), ...nameWords(p.name.en)])),
  firsts: new Set(people.flatMap(p => [nameWords(p.name.ar)[0], nameWords(p.name.en)[0]])),
})

/** Names as they were written, without what Arabic writes in front of one. */
function spellingOf(text: string): (words: readonly string[]) => string {
  const written = new Map<string, string>()
  for (const o of wordsOf(text))
    for (const n of [2, 1, 0])
      if (n === 0 || plain(o).length - n > 2) written.set(plain(o).slice(n), o.slice(o.length - plain(o).length + n))
  return words => words.map(w => capital(written.get(w) ?? w)).join(' ')
}

/** Names read in one sentence. */
const mostNamed = 40

/** Reads who a sentence wants a seat for, among everybody. `near` are those who may be enrolled by whoever speaks; a first name alone is one of them. */
export function wantedIn(text: string, people: readonly Person[], near: (p: Person) => boolean): Wanted {
  const folded = foldedOf(text)
  const { known, firsts } = wordsOfAll(people)
  const spelled = spellingOf(text)
  const segment = segmentOf(folded)
  const called = groupsOf(segment ?? '', known, firsts).map(words => callOf(words, people, near, spelled(words)))
  const own = self.test(` ${folded} `)
  return {
    called,
    others: called.length > 0 || colleagues.test(folded),
    self: called.length > 0 ? selfBeside(segment ?? '') || suffixed.test(folded) : own,
  }
}

/** The words in which the names stand. */
function segmentOf(folded: string): string | null {
  const cut = which.reduce((t, w) => (t === folded ? t.replace(w, ' ') : t), folded)
  const verb = asks.exec(cut)
  if (verb) return cut.slice(verb.index + verb[0].length)
  const led = wantsFirst.exec(folded)
  if (led) return led[1] ?? null
  const wanted = wants.exec(folded)
  return wanted ? folded.slice(0, wanted.index) : null
}
/** «سجلوني وجاسم». */
const suffixed = /(?:^|\s)(?:سجل|سجلو|ضيفو|اضيفو|حطو|دخلو)(?:ني|نا)(?=\s)/u
const selfBeside = (segment: string): boolean => segment.split(/ and | , | و ?(?=انا|لي)/u).some(s => alone.test(s.trim()))

/** The names of a segment, each as its words: told apart by "and", commas, and the و of the next name. */
function groupsOf(segment: string, known: ReadonlySet<string>, firsts: ReadonlySet<string | undefined>): string[][] {
  const out: string[][] = [[]]
  const next = () => {
    if (out.at(-1)?.length) out.push([])
  }
  for (const part of segment.split(/\s(?:and|,|و)\s/u)) {
    next()
    for (const w of wordsOf(part.replace(whose, ''))) {
      const f = plain(w)
      if (known.has(f)) {
        out.at(-1)?.push(f)
        continue
      }
      const bare = /^و(?:ل|ب)?(?=\p{L}{2})/u.exec(f)
      const led = bare ? f.slice(bare[0].length) : f.replace(/^[لب](?=\p{L}{3})/u, '')
      if (beside.has(f) || (bare && beside.has(f.slice(1)))) continue
      if (firsts.has(led)) {
        if (bare) next()
        out.at(-1)?.push(led)
        continue
      }
      out.at(-1)?.push(f)
    }
  }
  return out.filter(g => g.length > 0).slice(0, mostNamed)
}

const capital = (w: string): string => (w[0] ?? '').toUpperCase() + w.slice(1)

function callOf(words: readonly string[], people: readonly Person[], near: (p: Person) => boolean, said: string): Called {
  const all = people.filter(p => [p.name.ar, p.name.en].some(n => fits(words, nameWords(n))))
  const own = all.filter(near)
  if (own[0] && own.length === 1) return { kind: 'one', person: own[0] }
  if (own.length > 1) return { kind: 'several', said, among: own }
  // A first name alone is said of a colleague; of whom else it might be is nobody's guess.
  const [other] = all
  return other && all.length === 1 && words.length > 1 ? { kind: 'elsewhere', said, person: other } : { kind: 'unknown', said }
}

/** Words of a sentence on who did not come that are no names. */
const absences =
  /\b(?:was|were|is|are|absent|didn'?t|did not|come|attend|show up|turn up|make it|mark|as|yesterday|today|only|but|except|for|not|at|the)\b|(?<=\s)(?:تغيب|تغيبت|تغيبوا|غاب|غابت|غابوا|غايب|غايبه|غايبين|ما|لم|حضر|حضرت|حضروا|يحضر|تحضر|يحضروا|جا|جت|جوا|امس|اليوم|البارحه|عن|سجل|سجلوا|غياب)(?=\s)/gu

/** Who a sentence says was absent, among those who had a seat; `unknown` are names, as they were said, of nobody who had one. */
export function absentIn(text: string, people: readonly Person[], seated: ReadonlySet<string>): { called: string[]; unknown: string[] } {
  const folded = foldedOf(text)
  const cut = which.reduce((t, w) => (t === folded ? t.replace(w, ' ') : t), folded)
  const { known, firsts } = wordsOfAll(people)
  const spelled = spellingOf(text)
  const all = groupsOf(` ${cut} `.replace(absences, ' '), known, firsts).map(words =>
    callOf(words, people, p => seated.has(p.id), spelled(words)),
  )
  return {
    called: all.flatMap(c => (c.kind === 'one' ? [c.person.id] : [])),
    unknown: all.flatMap(c => (c.kind === 'one' ? [] : [c.said])),
  }
}
