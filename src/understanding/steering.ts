/** Words that steer an open conversation, when they are the whole message; and corrections, which may name a field. */

import type { Steering } from '../model/meaning.ts'
import type { Language } from '../model/people.ts'
import { fold } from './fold.ts'

const whole: Record<Exclude<Steering['kind'], 'change'>, string[]> = {
  yes: [
    'yes',
    'y',
    'ok',
    'okay',
    'sure',
    'correct',
    'confirm',
    'yes please',
    'looks good',
    'نعم',
    'اي',
    'ايه',
    'اكيد',
    'تمام',
    'موافق',
    'صحيح',
    'زين',
    'طيب',
  ],
  no: ['no', 'n', 'nope', 'لا', 'كلا', 'غير صحيح', 'مو صحيح'],
  back: ['back', 'go back', 'previous', 'رجوع', 'ارجع', 'السابق'],
  skip: [
    'skip',
    'skip it',
    'not yet',
    'later',
    'i do not know',
    "i don't know",
    "don't know",
    'none',
    'تخطي',
    'تخط',
    'لاحقا',
    'لا اعرف',
    'لا يوجد',
    'ما ادري',
    'بعدين',
    'لم يحدد',
    'لم يحدد بعد',
    'لم يتحدد بعد',
    'غير محدد',
  ],
  startOver: [
    'start over',
    'restart',
    'start again',
    'start anew',
    'من البدايه',
    'البدء من جديد',
    'ابدا من جديد',
    'من جديد',
    'نبدا من جديد',
  ],
  cancel: ['cancel', 'stop', 'never mind', 'nevermind', 'forget it', 'الغاء', 'الغ', 'الغي', 'خلاص الغ', 'انس الموضوع', 'لا اريد'],
  help: ['help', '?', '؟', 'مساعده', 'ساعدني'],
  submit: [
    'submit',
    'submit it',
    'send',
    'send it',
    'save',
    'save it',
    'تقديم',
    'تقديم الفعاليه',
    'قدم',
    'قدمها',
    'ارسل',
    'حفظ',
    'احفظ',
    'اعتمد',
  ],
  form: ['form', 'open form', 'open the form', 'نموذج', 'النموذج', 'افتح النموذج'],
}
const words = new Map<string, Exclude<Steering['kind'], 'change'>>(
  Object.entries(whole).flatMap(([kind, list]) => list.map(w => [fold(w), kind as Exclude<Steering['kind'], 'change'>] as const)),
)

/** Names of fields as people say them; the longest first. */
const fields: [string, string[]][] = [
  ['otherTitle', ['english title', 'arabic title', 'العنوان الانجليزي', 'العنوان بالانجليزيه', 'العنوان العربي', 'العنوان بالعربيه']],
  ['title', ['title', 'name', 'العنوان', 'الاسم', 'اسم الفعاليه', 'عنوان الفعاليه']],
  ['time', ['time', 'hour', 'الوقت', 'الساعه', 'التوقيت']],
  ['when', ['date', 'day', 'التاريخ', 'اليوم', 'الموعد']],
  ['venue', ['venue', 'place', 'location', 'المكان', 'الموقع', 'مكان الفعاليه']],
  ['patron', ['patron', 'patronage', 'الراعي', 'الرعايه']],
  ['partners', ['partners', 'partner', 'الشركاء', 'الشريك']],
  ['kind', ['kind', 'type', 'النوع', 'نوع الفعاليه']],
  ['summary', ['summary', 'description', 'النبذه', 'الوصف', 'الملخص']],
  ['significance', ['significance', 'الاهميه']],
  ['embargo', ['embargo', 'visibility', 'الحظر', 'حظر النشر']],
  ['notes', ['notes', 'الملاحظات']],
  ['certainty', ['certainty', 'درجه التاكيد']],
]

const verbs = [
  'change',
  'edit',
  'update',
  'set',
  'correct',
  'make',
  'غير',
  'غيرو',
  'غيروا',
  'عدل',
  'عدلو',
  'عدلوا',
  'خل',
  'خلي',
  'حدث',
  'صحح',
  'ابي اغير',
  'اريد تغيير',
  'تغيير',
  'تعديل',
  'بدل',
]
const links = ['to', 'into', 'is', 'الي', 'ل', 'هو', 'ليصبح', 'يكون', ':', '=']
const openers = ['no', 'actually', 'sorry', 'correction', 'wait', 'لا', 'عفوا', 'بل', 'تصحيح', 'في الواقع', 'معذره', 'لحظه', 'اقصد']

export function steering(text: string, _language: Language): Steering | null {
  const f =
    fold(text.slice(0, 400))
      .replace(/[.!،,؟?]+$/, '')
      .trim() || fold(text)
  const plain = words.get(f)
  if (plain) return { kind: plain }
  return correction(text.slice(0, 400).trim())
}

/** Where a folded opener ends in the text as written; -1 where it does not begin with one. */
function after(text: string, starts: readonly string[]): { rest: string; word: string } | null {
  for (const s of [...starts].sort((a, b) => b.length - a.length)) {
    const n = s.split(' ').length
    const pieces = text.split(/(\s+)/)
    const head = pieces.slice(0, n * 2 - 1).join('')
    const clean = fold(head).replace(/[،,.:]+$/, '')
    if (clean === fold(s))
      return {
        rest: pieces
          .slice(n * 2 - 1)
          .join('')
          .trim(),
        word: s,
      }
  }
  return null
}

function fieldAt(text: string): { field: string; rest: string } | null {
  const t = text.replace(/^the\s+/i, '')
  for (const [field, names] of fields) {
    const found = after(t, names)
    if (found) return { field, rest: found.rest }
  }
  return null
}

function correction(text: string): Steering | null {
  const verb = after(text, verbs)
  if (verb) {
    const named = fieldAt(verb.rest)
    if (named) {
      const link = after(named.rest, links)
      const to = (link ? link.rest : /^ل(?=\S)/.test(named.rest) && link === null ? named.rest : named.rest).trim()
      return { kind: 'change', field: named.field, to: to || null }
    }
    if (/^(it|ها|ه)\b/i.test(verb.rest)) return { kind: 'change', field: null, to: verb.rest.replace(/^it\s+(to\s+)?/i, '') }
    return null
  }
  // «المكان مو مركز المعارض، في فندق الخليج»: a field, what it is not, and what it is.
  const named = fieldAt(text)
  if (named) {
    const not = after(named.rest, ['مو', 'ليس', 'ليست', 'مب', 'is not', "isn't", 'not'])
    if (not) {
      const [, ...right] = not.rest.split(/[،,;]|\sbut\s|\sبل\s/)
      const to = right.join(' ').trim()
      return { kind: 'change', field: named.field, to: to || null }
    }
    const is = after(named.rest, ['is', 'should be', 'هو', 'هي', ':', 'سيكون', 'في'])
    if (is?.rest) return { kind: 'change', field: named.field, to: is.rest }
  }
  const opener = after(text, openers)
  if (opener?.rest && [...opener.rest].length > 1) {
    const inner = correction(opener.rest)
    return inner ?? { kind: 'change', field: null, to: opener.rest }
  }
  return null
}
