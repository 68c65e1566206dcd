/** The parts of an activity besides its time: venue, patron, partners, embargo, kind, and the title that is left. Pure. */
import type { Kind } from '../model/activity.ts'
import type { Context, Parts } from '../model/meaning.ts'
import { fold } from './fold.ts'
import { bare, type Token } from './tokens.ts'

/** A piece of the text that was taken: its place, in characters. */
export type Taken = { start: number; end: number }

const kindWords: [Kind, string[]][] = [
  ['press_conference', ['مؤتمر صحفي', 'ايجاز صحفي', 'press conference', 'press briefing', 'media briefing', 'news conference']],
  ['press_release', ['بيان صحفي', 'press release', 'news release']],
  ['awareness_day', ['اليوم العالمي', 'يوم توعوي', 'awareness day', 'world day', 'international day']],
  ['national_day', ['اليوم الوطني', 'العيد الوطني', 'national day']],
  ['campaign', ['حمله', 'الحمله', 'campaign', 'drive']],
  ['exhibition', ['معرض', 'المعرض', 'exhibition', 'expo', 'fair']],
  ['conference', ['مؤتمر', 'المؤتمر', 'منتدي', 'ملتقي', 'قمه', 'ندوه', 'conference', 'forum', 'summit', 'symposium']],
  ['workshop', ['ورشه', 'ورش', 'دوره', 'برنامج تدريبي', 'workshop', 'training', 'course']],
  ['signing', ['توقيع', 'يوقع', 'نوقع', 'signing', 'sign', 'mou']],
  ['opening', ['افتتاح', 'نفتتح', 'يفتتح', 'opening', 'opens', 'inauguration', 'inaugurate']],
  ['launch', ['اطلاق', 'نطلق', 'تطلق', 'يطلق', 'تدشين', 'ندشن', 'يدشن', 'launch', 'launching', 'launches', 'roll out']],
  ['ceremony', ['حفل', 'تكريم', 'تخريج', 'ceremony', 'graduation', 'awards', 'gala']],
  ['visit', ['زياره', 'يزور', 'visit', 'tour']],
  ['publication', ['اصدار', 'تقرير', 'نشر تقرير', 'publication', 'report release', 'publish']],
  ['speech', ['كلمه', 'خطاب', 'محاضره', 'speech', 'address', 'lecture', 'talk']],
  ['broadcast', ['بث', 'حلقه', 'برنامج تلفزيوني', 'broadcast', 'interview', 'livestream']],
  ['meeting', ['اجتماع', 'لقاء', 'meeting']],
  ['announcement', ['اعلان', 'نعلن', 'تعلن', 'الاعلان', 'announcement', 'announce', 'announcing']],
]

/** Nouns that begin the name of a place. */
const placeNouns = new Set(
  'مركز مسرح قاعه فندق متحف مجمع جامعه كليه مبني حديقه ساحه نادي مدرسه مستشفي استاد ستاد ديوان مكتبه اكاديميه صاله حلبه جزيره شارع سوق قصر قلعه ميدان مطار ميناء غرفه مقر معهد كورنيش منتجع برج معرض بيت دار مدينه منتزه واجهه محميه محافظه جامع مسجد خليج باب مدرج ملعب مدرجات قريه وزاره هيئه بلديه بورصه مزرعه شاطي'.split(
    ' ',
  ),
)
const onlineWords = [
  'online',
  'virtually',
  'virtual',
  'zoom',
  'teams',
  'webinar',
  'عن بعد',
  'افتراضيا',
  'افتراضي',
  'اونلاين',
  'عبر زوم',
  'عبر الانترنت',
  'الاتصال المرئي',
]

const patronStarts = [
  'برعايه',
  'تحت رعايه',
  'بحضور',
  'under the patronage of',
  'in the presence of',
  'attended by',
  'patronised by',
  'patronized by',
  'with the attendance of',
]
const partnerStarts = [
  'بالتعاون مع',
  'بالشراكه مع',
  'بالتنسيق مع',
  'بمشاركه',
  'in partnership with',
  'in cooperation with',
  'in collaboration with',
  'together with',
  'jointly with',
  'alongside',
  'with',
  'مع',
]
const embargoStarts = [
  'محظور النشر حتي',
  'محظوره النشر حتي',
  'محظور حتي',
  'يحظر النشر حتي',
  'يحظر النشر قبل',
  'محظور النشر قبل',
  'حظر النشر حتي',
  'ممنوع النشر قبل',
  'ممنوع النشر حتي',
  'embargoed until',
  'embargoed till',
  'embargo until',
  'under embargo until',
  'not for release before',
  'embargo lifts',
]

/** Where one of some phrases stands among the tokens: the place of its first token and the one after its last. */
export function phraseAt(t: Token[], phrases: readonly string[], from = 0): { i: number; next: number } | null {
  const split = phrases.map(p => p.split(' '))
  for (let i = from; i < t.length; i++)
    for (const words of split) {
      if (words.every((w, k) => t[i + k]?.f === w || (k === 0 && bare(t[i]?.f ?? '').includes(w)))) return { i, next: i + words.length }
    }
  return null
}

const stops = new Set([',', '،', '.', ';', '؛', '\n', '(', ')', '-', '–', '—', ':'])

/** Tokens from `i` to a sign, a mention of time, or a word that begins another part. */
function until(t: Token[], i: number, taken: Taken[], more: (f: string, j: number) => boolean): number {
  let j = i
  for (; j < t.length && j < i + 16; j++) {
    const w = t[j]
    if (!w) break
    if ((stops.has(w.f) && !(w.f === '-' && w.tight)) || taken.some(x => w.start >= x.start && w.start < x.end)) break
    if (j > i && more(w.f, j)) break
  }
  return j
}

const beginsPart = (t: Token[]) => (f: string, j: number) =>
  [
    'برعايه',
    'بحضور',
    'بالتعاون',
    'بالشراكه',
    'بمشاركه',
    'يوم',
    'الساعه',
    'under',
    'attended',
    'at',
    'on',
    'with',
    'embargoed',
    'محظور',
    'يحظر',
    'وذلك',
    'من',
    'and',
    'from',
    'tentatively',
    'مبدئيا',
    'tbc',
  ].includes(f) &&
  !(f === 'من' && !/^\d/.test(t[j + 1]?.f ?? '')) &&
  !(f === 'and' && !/^(at|on|in|under|attended|with)$/.test(t[j + 1]?.f ?? ''))

const slice = (text: string, t: Token[], i: number, j: number): string => text.slice(t[i]?.start ?? 0, t[j - 1]?.end ?? 0).trim()

export function partsIn(
  text: string,
  t: Token[],
  when: Taken[],
  context: Context,
  embargoOf: (from: number) => { at: string; span: Taken } | null,
): { parts: Parts; taken: Taken[]; embargoed: Taken | null } {
  const taken: Taken[] = [...when]
  const parts: Parts = {
    title: null,
    kind: null,
    venue: null,
    city: null,
    patron: null,
    embargoUntil: null,
    partners: [],
    audience: [],
    materials: [],
  }
  const take = (i: number, j: number) => taken.push({ start: t[i]?.start ?? 0, end: t[j - 1]?.end ?? 0 })
  const more = beginsPart(t)

  let embargoed: Taken | null = null
  const embargo = phraseAt(t, embargoStarts)
  if (embargo) {
    const until_ = embargoOf(t[embargo.next - 1]?.end ?? 0)
    if (until_) {
      parts.embargoUntil = until_.at
      embargoed = until_.span
      take(embargo.i, embargo.next)
      taken.push(until_.span)
    }
  }

  const patron = phraseAt(t, patronStarts)
  if (patron) {
    // «بحضور الأهالي»: a crowd is no patron; who attends has a title.
    const j = until(t, patron.next, taken, (f, k) => more(f, k) || f === 'في' || f === 'in')
    const name = slice(text, t, patron.next, j).replace(/^(من|of)\s+/, '')
    const titled =
      !/^(بحضور|attended|in)$/.test(t[patron.i]?.f ?? '') ||
      /(معالي|سعاده|سمو|صاحب|جلاله|وزير|محافظ|رئيس|الشيخ|الدكتور|minister|h\.?e|h\.?h|his|her|governor|president|sheikh|undersecretary|chief|dr|crown|prince)/.test(
        fold(name),
      )
    if (name && titled) {
      parts.patron = name
      take(patron.i, j)
    }
  }

  takePartners(text, t, taken, context, parts, more)
  takeVenue(text, t, taken, context, parts, more)

  // A place, a patron or a partner says nothing of the kind: "the Exhibition Centre" is no exhibition.
  const free = t.filter(x => !taken.some(y => x.start >= y.start && x.start < y.end))
  parts.kind =
    kindWords.find(([, words]) =>
      words.some(w => (w.includes(' ') ? phraseAt(free, [w]) !== null : free.some(x => bare(x.f).includes(w)))),
    )?.[0] ?? null
  parts.title = titleOf(text, t, taken)
  return { parts, taken, embargoed }
}

function takePartners(
  text: string,
  t: Token[],
  taken: Taken[],
  context: Context,
  parts: Parts,
  more: (f: string, j: number) => boolean,
): void {
  let from = 0
  for (let n = 0; n < 3; n++) {
    const p = phraseAt(t, partnerStarts, from)
    if (!p) return
    from = p.next
    const loose = ['with', 'مع'].includes(t[p.i]?.f ?? '') && p.next === p.i + 1
    const j = until(t, p.next, taken, (f, k) => (more(f, k) && f !== 'and') || f === 'في' || f === 'in')
    const whole = slice(text, t, p.next, j)
    if (!whole) continue
    const names = whole
      .split(/\s+and\s+|\s*[،,&]\s*|\s+و(?=ال|هيئة|وزارة|غرفة|جمعية|شركة|مجلس|بنك|جامعة|مركز|معهد)/u)
      .map(x => x.replace(/^the\s+/i, '').trim())
      .filter(Boolean)
    const known = names.filter(x => isOrganization(x, context))
    // A bare "with" names partners only where the network, or the word itself, says that they are organizations.
    const kept = loose
      ? known.length > 0
        ? names
        : names.every(
              x =>
                /^(وزارة|هيئة|غرفة|جمعية|مجلس|مركز|شركة|بنك|جامعة)/.test(x) ||
                /\b(ministry|authority|chamber|society|council|company|bank|university|association|foundation)\b/i.test(x),
            )
          ? names
          : []
      : names
    if (kept.length === 0) continue
    parts.partners.push(...kept)
    taken.push({ start: t[p.i]?.start ?? 0, end: t[j - 1]?.end ?? 0 })
  }
}

const isOrganization = (name: string, context: Context): boolean => {
  const f = fold(name)
  return context.names.organizations.some(o => o.names.some(n => fold(n) === f || (fold(n).length > 5 && f.includes(fold(n)))))
}

function takeVenue(
  text: string,
  t: Token[],
  taken: Taken[],
  context: Context,
  parts: Parts,
  more: (f: string, j: number) => boolean,
): void {
  const free = (i: number, j: number) => !taken.some(x => (t[i]?.start ?? 0) < x.end && (t[j - 1]?.end ?? 0) > x.start)
  const online = phraseAt(t, onlineWords)
  // A place the network knows counts wherever it stands, with what follows it (a hall, a city).
  let best: { i: number; j: number; name: string } | null = null
  for (const venue of context.names.venues) {
    const words = fold(venue).split(/[\s-]+/)
    for (let i = 0; i < t.length; i++) {
      if (!words.every((w, k) => (k === 0 ? bare(t[i]?.f ?? '').includes(w) : t[i + k]?.f === w || bare(t[i + k]?.f ?? '').includes(w))))
        continue
      const j = i + words.length
      if (free(i, j) && (!best || j - i > best.j - best.i)) best = { i, j, name: venue }
    }
  }
  const preps = new Set(['في', 'at', 'in', '@', 'venue', 'المكان', 'بمقر', 'داخل'])
  let found: { i: number; from: number; j: number } | null = null
  for (let i = 0; i < t.length; i++) {
    const f = t[i]?.f ?? ''
    const attached = /^ب/.test(f) && placeNouns.has(f.slice(1).replace(/^ال/, '')) && !['بمعرض'].includes(f)
    if (!preps.has(f) && !attached) continue
    let from = attached ? i : i + 1
    if (t[from]?.f === ':') from++
    if (t[from]?.f === 'the') from++
    const j = until(t, from, taken, (g, k) => more(g, k) || (g === 'في' && k > from))
    if (j <= from || !free(i, j)) continue
    const head = bare(t[from]?.f ?? '')
    const latin = /[a-z]/.test(t[from]?.f ?? '')
    const proper = latin && /^[A-Z]/.test(text.slice(t[from]?.start ?? 0))
    const place =
      head.some(h => placeNouns.has(h)) ||
      proper ||
      context.names.cities.some(c => head.includes(fold(c).split(' ')[0] ?? '')) ||
      ['venue', 'المكان', '@', 'at'].includes(f) ||
      head.includes('الخليج')
    if (place && !/^(time|least|first|last|once|addition|order|cooperation|partnership)$/.test(t[from]?.f ?? '')) found = { i, from, j }
  }
  if (best) {
    const prep = preps.has(t[best.i - 1]?.f ?? '')
      ? best.i - 1
      : preps.has(t[best.i - 2]?.f ?? '') && t[best.i - 1]?.f === 'the'
        ? best.i - 2
        : best.i
    const inside = found && found.from <= best.i && found.j >= best.j ? found : null
    const alone =
      prep < best.i ||
      /^ب/.test(t[best.i]?.f ?? '') ||
      inside ||
      best.i === 0 ||
      stops.has(t[best.i - 1]?.f ?? '') ||
      taken.some(x => Math.abs(x.end - (t[best?.i ?? 0]?.start ?? 0)) <= 2)
    if (alone) {
      const name = inside ? slice(text, t, inside.from, inside.j) : slice(text, t, best.i, best.j)
      parts.venue = unprefixed(name, t[inside?.from ?? best.i])
      taken.push({ start: t[inside?.i ?? prep]?.start ?? 0, end: t[(inside?.j ?? best.j) - 1]?.end ?? 0 })
      return
    }
  }
  if (found) {
    parts.venue = unprefixed(slice(text, t, found.from, found.j), t[found.from])
    taken.push({ start: t[found.i]?.start ?? 0, end: t[found.j - 1]?.end ?? 0 })
    return
  }
  if (online && free(online.i, online.next)) {
    parts.venue = slice(text, t, online.i, online.next)
    taken.push({ start: t[online.i]?.start ?? 0, end: t[online.next - 1]?.end ?? 0 })
    return
  }
  // "- Bahrain National Theatre": a piece between signs that begins as a place does.
  for (let i = 1; i < t.length; i++) {
    if (!stops.has(t[i - 1]?.f ?? '') || !bare(t[i]?.f ?? '').some(h => placeNouns.has(h))) continue
    const j = until(t, i, taken, more)
    if (j > i && free(i, j)) {
      parts.venue = slice(text, t, i, j)
      taken.push({ start: t[i]?.start ?? 0, end: t[j - 1]?.end ?? 0 })
      return
    }
  }
  // «افتتاح مركز سترة الصحي»: what is opened is a place of its own, and stays in the title.
  const opened = t.findIndex(x => ['افتتاح', 'opening'].includes(bare(x.f).find(b => b === 'افتتاح' || b === 'opening') ?? ''))
  if (opened >= 0 && bare(t[opened + 1]?.f ?? '').some(h => placeNouns.has(h))) {
    const j = until(t, opened + 1, taken, (g, k) => more(g, k) || g === 'بعد' || g === 'في')
    parts.venue = slice(text, t, opened + 1, j)
  }
}

/** «بمركز المعارض» -> «مركز المعارض». */
const unprefixed = (name: string, first: Token | undefined): string =>
  first && /^ب/.test(first.f) && placeNouns.has(first.f.slice(1)) ? name.slice(1) : first && /^بال/.test(first.f) ? name.slice(1) : name

/** Words people put around an activity when they tell of it. */
const lead =
  /^(?:(?:please|kindly|hi|hello|hey|good morning|dear all|dear team|we(?:'re| are)|we(?:'ll| will)(?: be)?|we plan to|we intend to|we want to|i want to|i would like to|i'd like to|we would like to|there (?:is|will be)|going to|planning to|planning|plan to|hosting|host|holding|hold|organi[sz]ing|organi[sz]e|launching|launch|log|submit|submitting|register|add|adding|record|note|an?|the|our|a new|new|activity|event|for|will|be|held|also|tentatively|provisional|that|about)\b[\s:,.-]*|(?:السلام عليكم(?: ورحمة الله(?: وبركاته)?)?|صباح الخير|مساء الخير|مرحبا|يرجى|نرجو|أرجو|الرجاء|نود|نريد|أريد|أبي|ابي|أبغي|ودنا|سجلوا لنا|سجلوا|سجل|تسجيل|أسجل|اسجل|أضف|أضيفوا|إضافة|اضافة|تقديم|نقدم|فعالية جديدة|فعالية|نشاط|جديدة|مبدئياً|مبدئيا|ننوي|نعتزم|سوف|ستقام|سيقام|يقام|يُقام|تقام|تُقام|سيتم|يتم|ننظم|تنظم|سننظم|نقيم|سنقيم|نطلق|سنطلق|تطلق|ستطلق|إطلاق(?= (?:خدمة|حملة))|عندنا|لدينا|أن|عن|إقامة|تنظيم)(?=[\s:،,.-]|$)[\s:،,.-]*)/iu
const trail =
  /[\s:،,.;؛\-–—(]+$|\s(?:on|at|in|and|the|from|with|for|is|will be held|will be|to be held|يوم|في|من|وذلك|و|على|ستكون|سيكون|أن|بتاريخ|الموافق|تاريخ|خلال|بعد|الساعة|والتفاصيل لاحقا?ً?|details to follow|tentatively|tbc|مبدئيا?ً?)$/iu

/** What remains when the rest is taken: the longest piece of words, tidied. Null where nothing but grammar is left. */
export function titleOf(text: string, t: Token[], taken: Taken[]): string | null {
  const bounded = text.slice(0, t.at(-1)?.end ?? 0)
  const cuts = [...taken].sort((a, b) => a.start - b.start)
  const pieces: string[] = []
  let at = 0
  for (const c of cuts) {
    if (c.start > at) pieces.push(bounded.slice(at, c.start))
    at = Math.max(at, c.end)
  }
  pieces.push(bounded.slice(at))
  const tidied = pieces
    .flatMap(p => p.split(/[\n]|[،,;؛](?=\s)|\s[-–—]\s|\.\s|\(|\)/u))
    .map(tidy)
    .filter(p => /\p{L}{2}/u.test(p))
  if (tidied.length === 0) return null
  const weigh = (p: string) => p.split(/\s+/).length + ([...kindWords.flatMap(([, w]) => w)].some(w => fold(p).includes(w)) ? 3 : 0)
  const best = tidied.reduce((a, b) => (weigh(b) > weigh(a) ? b : a))
  return fold(best).length >= 3 ? best.slice(0, 200) : null
}

function tidy(piece: string): string {
  let s = piece.trim()
  for (let n = 0; n < 12; n++) {
    const before = s
    s = s
      .replace(/^[\s:،,.;؛\-–—()"]+/u, '')
      .replace(lead, '')
      .replace(trail, '')
      .trim()
    if (s === before) break
  }
  return s.replace(/[.!؟?]+$/, '').trim()
}
