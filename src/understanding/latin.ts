/** The commonest words of Arabic in Latin letters, as phones are typed on: "shino 3indna bukra". For comparing sentences; times in Latin letters are read with all others. */
import { fold } from './fold.ts'
import type { Token } from './tokens.ts'

const rows: [string, string][] = [
  ['أبي', 'abi aby abee abgha abgi abghi'],
  ['نبي', 'nabi naby nbi nabgha'],
  ['شنو', 'shino shinu shno shnu sheno'],
  ['وش', 'wesh wsh'],
  ['وين', 'wain wein wayn ween'],
  ['متى', 'mata meta emta'],
  ['منو', 'mino minu meno'],
  ['كيف', 'kaif keif kayf keef'],
  ['شلون', 'shlon shloon shlun'],
  ['كم', 'kam'],
  ['هل', 'hal'],
  ['في', 'fi fee'],
  ['ما', 'ma'],
  ['من', 'min'],
  ['عندنا', '3indna 3endna indna 3ndna'],
  ['عندي', '3indi 3endi 3ndi'],
  ['شي', 'shay shai shy'],
  ['فعالية', 'fa3aliya fa3aliyya fa3alia fa3aleya faaliya'],
  ['فعاليات', 'fa3aliyat fa3aliyyat fa3aleyat faaliyat'],
  ['نشاط', 'nashat nasha6'],
  ['ورشة', 'warsha warshat'],
  ['معرض', 'ma3rad ma3ridh'],
  ['مؤتمر', 'mo2tamar mu2tamar motamar mutamar'],
  ['حفل', '7afl 7afla hafla'],
  ['اجتماع', 'ijtima3 ejtima3 ejtma3 ijtma3 alijtima3 elijtima3 elejtima3'],
  ['اجتماعنا', 'ijtima3na ejtima3na'],
  ['خطة', 'khitta khetta khutta'],
  ['جدول', 'jadwal jadwel'],
  ['أولويات', 'awlawiyat awlawiyyat aulawiyat'],
  ['الشهر', 'elshahr alshahr ashahr shahr hashahr halshahr'],
  ['أسبوع', 'osboo3 usboo3 isboo3 esboo3 elosboo3 alusboo3 alosboo3'],
  ['الجاي', 'eljay aljay elyay eljai eljaya'],
  ['بكرة', 'bukra bokra bukrah bacher bachir'],
  ['أسجل', 'asajjel asajjil asajel asajil'],
  ['سجل', 'sajjel sajjil sajel sajlo sajlu'],
  ['أضيف', 'adeef adhif adhef'],
  ['ألغي', 'alghi elghi algho'],
  ['ألغوا', 'alghu elgho'],
  ['أغير', 'aghayer aghayyer'],
  ['غير', 'ghayer ghayyer ghayro ghayru'],
  ['أعدل', 'a3addel a3adel'],
  ['موعد', 'maw3id maw3ed mo3ed'],
  ['كلمني', 'kallimni kalimni kallemni'],
  ['بالعربي', 'bil3arabi bel3arabi bl3arabi belarabi'],
  ['عربي', '3arabi arabi'],
  ['بالإنجليزي', 'bilingilizi bilenglizi belenglizi'],
  ['إنجليزي', 'ingilizi englizi'],
  ['ساعدني', 'sa3idni sa3edni'],
  ['مساعدة', 'musa3ada mosa3ada'],
  ['شكرا', 'shukran shokran shukraan'],
  ['مشكور', 'mashkoor mashkur mashkooreen'],
  ['مرحبا', 'marhaba mar7aba'],
  ['هلا', 'hala halla'],
  ['السلام', 'salam assalam alsalam'],
  ['عليكم', 'alaikum 3alaikum alaykum 3alaykom'],
  ['ذكر', 'thakker dhakkir thakkir'],
  ['تذكير', 'tathkeer tadhkir tathkir'],
  ['الجهات', 'aljihat eljihat jihat'],
  ['قدم', 'gaddam qaddam gadam'],
  ['رد', 'radd'],
]
const arabic = new Map(rows.flatMap(([said, list]) => list.split(' ').map(w => [w, fold(said)] as const)))

/** The Arabic word that a token in Latin letters is, and how many tokens it takes ("3indna" is a digit and a word); null where it is none that is known. */
export function latinArabic(t: readonly Token[], i: number): { word: string; next: number } | null {
  const x = t[i]
  const behind = t[i + 1]
  const joined = x?.kind === 'number' && behind?.tight ? arabic.get(x.f + behind.f) : undefined
  if (joined) return { word: joined, next: i + 2 }
  const word = x && arabic.get(x.f)
  return word ? { word, next: i + 1 } : null
}
