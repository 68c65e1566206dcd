/** Whether a date is said to be only likely: «مبدئياً», «لم يتأكد», "TBC", "not confirmed". "Venue TBC" leaves the date as it is. */
import { type Token, tokensOf } from './tokens.ts'

const cues = `
مبدئيا مبدئي مبدئية غالبا محتمل محتملة مرجح مرجحة ربما يحتمل مقترح مقترحة متوقع
على الأرجح; من المحتمل; من المرجح; من المتوقع; بشكل مبدئي; موعد مبدئي; غير مؤكد; غير مؤكدة; غير نهائي; غير نهائية; غير محدد; غير معتمد; لم يتأكد; لم تتأكد; لم يؤكد; لم يحدد; لم يتحدد;
لم تحدد; لم يثبت; لم يتم تأكيد; لم يتم التأكيد; لم نؤكد; لما يتأكد; ما تأكد; ما تأكدت; مو مؤكد; مب مؤكد; مش مؤكد; ليس مؤكدا; قيد التأكيد; قيد الدراسة; قيد الاعتماد; بانتظار التأكيد; بانتظار الموافقة;
بانتظار الاعتماد; في انتظار التأكيد; قابل للتغيير; قابل للتعديل; سيؤكد لاحقا; يؤكد لاحقا; يحدد لاحقا; لحين التأكيد; بعد التأكيد; تحت التأكيد; إن شاء الله مبدئيا
tbc tba tbd tentative tentatively provisional provisionally unconfirmed probably likely maybe perhaps possibly proposed pencilled penciled
not confirmed; not yet confirmed; to be confirmed; be confirmed; yet to be confirmed; not final; not finalised; not finalized; not yet; not sure; not certain; subject to confirmation; subject to approval; subject to change;
awaiting confirmation; pending confirmation; pending approval; still to be; might be; may be held; could be; unconfirmed date; under discussion; to be decided; to be finalised
`
/** What such a word may be said of instead of the date. */
const aside = new Set(
  'venue location place speaker speakers time timing agenda details patron format المكان الموقع القاعه المتحدث المتحدثون الوقت التوقيت التفاصيل الراعي والمكان والوقت'.split(
    ' ',
  ),
)

const byFirst = new Map<string, string[][]>()
for (const line of cues.trim().split('\n')) {
  const phrases = line.includes(';') ? line.split(';') : line.split(' ')
  for (const p of phrases) {
    const [first, ...rest] = tokensOf(p).map(t => t.f)
    if (first) byFirst.set(first, [...(byFirst.get(first) ?? []), rest])
  }
}

export function uncertain(tokens: readonly Token[]): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const f = tokens[i]?.f ?? ''
    const rests = byFirst.get(f) ?? (f.startsWith('و') ? byFirst.get(f.slice(1)) : undefined)
    if (!rests?.some(rest => rest.every((w, k) => tokens[i + 1 + k]?.f === w))) continue
    const before = [tokens[i - 1]?.f, tokens[i - 2]?.f]
    if (!before.some((b, k) => b !== undefined && aside.has(b) && !(k === 1 && [',', '،', '.', ';'].includes(before[0] ?? '')))) return true
  }
  return false
}
