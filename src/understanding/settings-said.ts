/**
 * What a sentence states of the network's own settings: "our weekend is Saturday and Sunday", «ساعات العمل من ٧ إلى ٢», "drop the tourism sector". A
 * setting is stated where it is named and every other word either is its value or names nothing: "the weekend market is on Saturday" states none. Pure.
 */
import { asks } from './features.ts'
import { fold } from './fold.ts'
import { numbers } from './lexicon.ts'
import { at, type Phrases, phrases, wordSet } from './phrases.ts'
import { isDayWord } from './time-words.ts'
import { bare, lookUp, type Token, tokensOf } from './tokens.ts'

/** A field of the settings, and the words of the sentence that say its value, as they were written. */
export type StatedSetting = { field: SettingField; said: string }
export type SettingField =
  | 'weekend'
  | 'hours'
  | 'zone'
  | 'digits'
  | 'hijri'
  | 'sectors'
  | 'name'
  | 'freshDays'
  | 'inviteDays'
  | 'actionDays'
  | 'messageDays'

/** Words of a statement that are no value. */
const fillers = wordSet(
  `our the a an is are be becomes become will now to from of for as into changed change set make it its it's in on at we have has new please kindly only just
   network network's networks official officially days day working work works hours time starting let let's should shall and until till with i want would like
   ب في من الي علي عن هي هو تكون يكون يصبح تصبح اصبح اصبحت صار صارت الان الحين عندنا لدينا عندهم لدي غير غيروا غيري تغيير نغير عدل عدلوا تعديل اجعل اجعلوا خل خلوا خلي
   حدد حددوا اضبط ضع حول حولوا يوم يومي يومان يوما ايام فقط بس الجديد الجديده الرسمي الرسميه رسميا الشبكه شبكتنا للشبكه يرجي الرجاء نريد اريد نبي ابي حتي لين بين
   تبدا تنتهي يبدا ينتهي و ثم هذه هذا ان لتصبح ليصبح لتكون ليكون بدلا بدل اعتبارا ستكون سيكون`,
)
const amending = wordSet('add also drop remove without include احذف احذفوا اضف اضيفوا ازل ازيلوا الغ الغوا شيل بدون كذلك ايضا زد زيدوا')
const halves = wordSet('am pm a m p noon midday morning afternoon oclock صباحا ظهرا مساء عصرا ص م الظهر الساعه ونصف والنصف وربع والربع')

const isFiller = (t: Token): boolean => t.kind === 'sign' || bare(t.f).some(b => fillers.has(b))
const isClock = (t: Token): boolean => t.kind === 'number' || halves.has(t.f) || lookUp(numbers, t.f) !== undefined

type Rule = {
  field: Exclude<SettingField, 'name'>
  /** What names it. */
  names: Phrases
  /** Whether a word is of its value; a setting whose value is any words has none. */
  isValue: ((t: Token) => boolean) | null
  /** What must be said besides, folded; and words that then say nothing. */
  needs?: RegExp
  beside?: ReadonlySet<string>
}

const days = (field: Rule['field'], en: string[], ar: string[], needs: RegExp, beside: string): Rule => ({
  field,
  names: phrases({ en, ar }),
  isValue: isClock,
  needs,
  beside: wordSet(beside),
})

const rules: readonly Rule[] = [
  {
    field: 'weekend',
    names: phrases({
      en: ['weekend', 'weekends'],
      ar: [
        'عطلة نهاية الأسبوع',
        'نهاية الأسبوع',
        'العطلة الأسبوعية',
        'عطلة أسبوعية',
        'عطلتنا الأسبوعية',
        'الإجازة الأسبوعية',
        'إجازتنا الأسبوعية',
        'الويكند',
        'عطلة الأسبوع',
      ],
    }),
    isValue: t => isDayWord(t.f) || amending.has(t.f),
  },
  {
    field: 'hours',
    names: phrases({
      en: [
        'working hours',
        'work hours',
        'office hours',
        'business hours',
        'hours of work',
        'we work',
        'working day',
        'working time',
        'hours',
      ],
      ar: [
        'ساعات العمل',
        'ساعات الدوام',
        'أوقات العمل',
        'أوقات الدوام',
        'وقت العمل',
        'وقت الدوام',
        'الدوام',
        'دوامنا',
        'دوام الشبكة',
        'نعمل',
        'نداوم',
        'ساعات عملنا',
      ],
    }),
    isValue: isClock,
    // «نعمل الأحد», "the working hours of Ramadan": two hours are said, and no month.
    needs: /\d.*\d|(?:^|\s)(?:from|من) \S+.* (?:to|till|until|الي|لين|حتي) \S/,
  },
  {
    field: 'zone',
    names: phrases({ en: ['time zone', 'timezone', 'zone'], ar: ['المنطقة الزمنية', 'منطقتنا الزمنية', 'توقيتنا', 'التوقيت'] }),
    isValue: null,
  },
  {
    field: 'digits',
    names: phrases({ en: ['digits', 'numerals'], ar: ['الأرقام', 'أرقام'] }),
    isValue: t =>
      /^(?:(?:ال)?عربيه|(?:ال)?هنديه|(?:ال)?شرقيه|(?:ال)?لاتينيه|(?:ال)?غربيه|(?:ال)?انجليزيه|arabic|indic|eastern|latin|western|english|arab|latn)$/.test(
        t.f,
      ),
    beside: wordSet(
      'use write show written text texts استخدم استخدموا اكتب اكتبوا استعمل استعملوا نستخدم النص النصوص العربي بالعربيه تكتب باستخدام',
    ),
  },
  {
    field: 'hijri',
    names: phrases({ en: ['hijri date', 'hijri dates'], ar: ['التاريخ الهجري', 'التواريخ الهجرية', 'تاريخ هجري'] }),
    isValue: t =>
      /^(?:show|display|hide|shown|hidden|without|no|stop|remove|drop|اظهر|اظهروا|اعرض|اعرضوا|اخف|اخفوا|اخفي|اخفاء|اظهار|بدون|احذف|احذفوا|يظهر|لا|بلا)$/.test(
        t.f,
      ),
    beside: wordSet('beside gregorian others other next dates date ones showing يظهر تظهر بجانب الميلادي الميلاديه مع'),
  },
  days(
    'actionDays',
    ['actions', 'action', 'action items'],
    ['إجراءات المتابعة', 'إجراء المتابعة', 'الإجراءات', 'الإجراء', 'بإجراءات المتابعة', 'بإجراء المتابعة', 'بالإجراءات'],
    /(?:remind|تذكير|ذكر).*(?:before|قبل)/,
    'remind reminder reminders people members owner owners of about before due it they are التذكير تذكير ذكر ذكروا ذكرهم الناس الاعضاء المكلفين قبل موعد موعده موعدها استحقاق عمل',
  ),
  days(
    'inviteDays',
    ['invitation', 'invitations'],
    ['الدعوة', 'دعوة الاجتماع', 'الدعوات', 'دعوات الاجتماع'],
    /(?:send|goes|go|sent|ارسل|ارسال|ترسل|نرسل).*(?:before|قبل)/,
    'send goes go out sent before meeting meetings ارسل ارسلوا ارسال ترسل نرسل قبل الاجتماع موعد عمل',
  ),
  days(
    'messageDays',
    ['messages', 'sent messages'],
    ['الرسائل المرسلة', 'الرسائل'],
    /(?:keep|kept|store|احفظ|حفظ|نحفظ|احتفظ|تحفظ).*(?:day|يوم)/,
    'keep kept store stored delete after احفظ احفظوا حفظ نحفظ احتفظ احتفظوا تحفظ مده لمده بعد ارسالها',
  ),
]

/** The most characters of a statement. */
const longest = 200

/** The settings a sentence states; none where it asks, or says anything else. */
export function settingsIn(text: string): StatedSetting[] {
  if (text.length > longest || asks(text)) return []
  const sectors = sectorsIn(text)
  if (sectors) return [sectors]
  const name = nameIn(text)
  if (name) return [name]
  const tokens = tokensOf(text)
  for (const rule of rules) {
    const found = namedAt(rule.names, tokens)
    if (!found || (rule.needs && !rule.needs.test(fold(text)))) continue
    const rest = [...tokens.slice(0, found.from), ...tokens.slice(found.next)]
    const said = rest.filter(t => !isFiller(t) || amending.has(t.f))
    const valued = said.filter(t => !rule.beside?.has(t.f) || rule.isValue?.(t))
    if (rule.isValue && (!valued.some(t => rule.isValue?.(t)) || !valued.every(t => rule.isValue?.(t)))) continue
    if (!rule.isValue && (valued.length === 0 || valued.length > mostWords)) continue
    const [first, last] = [valued[0], valued.at(-1)]
    if (first && last) return [{ field: rule.field, said: text.slice(first.start, last.end) }]
  }
  return []
}
/** A setting that is told to change and whose value is none («غيّروا العطلة الأسبوعية إلى …»); null where none is named, or nothing is said of it. */
export function settingNamed(text: string): { field: Exclude<SettingField, 'name'>; said: string } | null {
  if (text.length > longest || asks(text) || !tellsToChange.test(fold(text))) return null
  const tokens = tokensOf(text)
  for (const rule of rules) {
    const found = namedAt(rule.names, tokens)
    const said = found ? [...tokens.slice(0, found.from), ...tokens.slice(found.next)].filter(t => !isFiller(t)) : []
    const [first, last] = [said[0], said.at(-1)]
    if (first && last) return { field: rule.field, said: text.slice(first.start, last.end) }
  }
  return null
}
const tellsToChange = /^(?:please |يرجي |الرجاء )?(?:set|change|make|غير|غيروا|عدل|عدلوا|اجعل|اجعلوا|حددوا|حدد|ضع|اضبط)(?=\s)/u

/** Words of a value that may be any: "America/Argentina/Buenos_Aires". */
const mostWords = 9

function namedAt(names: Phrases, tokens: readonly Token[]): { from: number; next: number } | null {
  for (let i = 0; i < tokens.length; i++) {
    const found = at(names, tokens, i)
    if (found) return { from: i, next: found.next }
  }
  return null
}

const sector =
  /^(?:please |يرجي |الرجاء )?(?:also )?(?:add|drop|remove|delete|اضف|اضيفوا|نضيف|احذف|احذفوا|ازل|ازيلوا|الغ|الغوا|اضافه|حذف) (?:the |a |new )*(?:sector (?:[^\s:\d]+ ?){1,4}|(?:[^\s:\d]+ ){1,4}sector|(?:ال)?قطاع (?:[^\s:\d]+ ?){1,4})(?:\s*:.*)?[.]?$/u

/** A sector that is added or dropped, with who works in it. */
const sectorsIn = (text: string): StatedSetting | null => (sector.test(fold(text)) ? { field: 'sectors', said: text.trim() } : null)

const called =
  /^(?:please\s+)?(?:rename (?:the|our) network(?: to)?|(?:the|our) network(?:'s name)? is(?: now)? (?:called|named)|change the (?:network's name|name of the network) to|(?:يرجى\s+)?(?:غيروا|غيّروا|غير|غيّر|عدلوا|عدّلوا) اسم الشبكة إلى|اسم الشبكة(?: هو| الآن| أصبح)?|تسمى الشبكة|أصبح اسم الشبكة)\s*:?\s+(.{2,120}?)[.]?$/iu

function nameIn(text: string): StatedSetting | null {
  const said = called.exec(text.trim())?.[1]
  return said ? { field: 'name', said } : null
}
