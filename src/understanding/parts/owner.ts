/** Whose activity it is, where the owner's own name is said: "Ministry of Education: …", «تنظم وزارة الصحة …», "organised by …". It is no part of the title. */
import { at, phrases, wordSet } from '../phrases.ts'
import { beginsAt, claim, isFree, nameEnd, parts, type Sentence } from '../sentence.ts'
import { bodyEnd, isArabic, isBody } from './bodies.ts'
import { arabicVerb, englishVerb, isThird, isVerb } from './verbs.ts'

const opening = { ar: ['بتنظيم', 'بتنظيم من', 'من تنظيم'], en: ['organised by', 'organized by', 'hosted by', 'held by'] }
/** Words that only open it with a colon behind them: «هيئة تنظيم سوق العمل» and "World Health Organization" are names. */
const labels = {
  ar: ['تنظيم', 'الجهة', 'الجهة المنظمة', 'الجهة المسؤولة'],
  en: ['organiser', 'organizer', 'organisation', 'organization'],
}
export const ownerOpens = phrases(opening)
const openers = phrases(opening, labels)
/** «يسر وزارة الثقافة دعوتكم», "is pleased to invite you". */
const pleased = wordSet('يسر يسعد تتشرف يتشرف تدعو تدعوكم يدعوكم يسرنا')

/** «بأن الهيئة ستعقد …», "that the Authority will hold …": whose activity it is begins behind these too. */
const said = wordSet('ان بان إن علما that')
/** «نطلق مبادرة …»: we do it, so that what follows is what is done and no doer. */
const isOurs = (f: string): boolean => /^و?س?ن/.test(f)

export function readOwner(s: Sentence): void {
  for (let i = 0; i < s.t.length; i++) {
    if (s.owner[i] !== null) continue
    const f = s.t[i]?.f ?? ''
    const opener = at(openers, s.t, i)
    if (
      opener &&
      (s.t[opener.next]?.f === ':' ||
        (/^(بتنظيم|organi|hosted|held)/.test(f) && isBody(s, s.t[opener.next]?.f === 'the' ? opener.next + 1 : opener.next)))
    ) {
      const from = s.t[opener.next]?.f === ':' ? opener.next + 1 : opener.next
      const body = s.t[from]?.f === 'the' ? from + 1 : from
      const end = nameEnd(s, from, k => /^(at|in|on|from)$/.test(s.t[k]?.f ?? ''))
      claim(s, i, !isArabic(f) && isBody(s, body) ? Math.min(end, Math.max(bodyEnd(s, body), body + 1)) : end, 'owner')
      continue
    }
    const from = f === 'the' ? i + 1 : i
    if (
      isArabic(f) ? ((isVerb(f) && !isOurs(f)) || pleased.has(f)) && isBody(s, i + 1) && (beginsAt(s, i) || arabicVerb(f) !== null) : false
    ) {
      // «وزير التجارة يستقبل غرفة جدة»: somebody does it already.
      if (parts(s, i + 1) || s.owner[i - 1] === 'patron') continue
      claimName(s, i + 1, Math.min(bodyEnd(s, i + 1), nameEnd(s, i + 1)))
      continue
    }
    if (!(beginsAt(s, i) || said.has(s.t[i - 1]?.f ?? '')) || !(isBody(s, from) || short(s, from))) continue
    const j = isBody(s, from) ? Math.max(bodyEnd(s, from), short(s, from) ?? 0) : (short(s, from) ?? bodyEnd(s, from))
    const after = s.t[j]?.f ?? ''
    if (after === ':' || (after === '-' && s.sign[j])) claimName(s, i, j)
    else if (!parts(s, j) && (isArabic(f) ? isVerb(after) : isThird(after) && englishVerb(after) !== null)) claimName(s, i, j)
    else if (!parts(s, j) && (/^(is|will|are|to)$/.test(after) || (/^requests?$/.test(after) && s.t[j + 1]?.f === 'the')))
      claimName(s, i, j)
  }
}

/** A known short name at the head of a sentence: "iGA is …", "CBB: …". */
function short(s: Sentence, i: number): number | null {
  const known = (s.known[i] ?? []).find(n => n.what === 'organization')
  if (known) return known.next
  // An abbreviation in capitals stands for a body.
  const x = s.t[i]
  return x && /^\p{Lu}{2,6}$/u.test(s.text.slice(x.start, x.end)) ? i + 1 : null
}

function claimName(s: Sentence, i: number, j: number): void {
  if (isFree(s, i, j)) claim(s, i, j, 'owner')
}
