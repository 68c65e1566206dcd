/** Whether two words are one, spelling and the commonest word forms forgiven. Pure. */
import { stem } from './features.ts'
import { hasArabic } from './fold.ts'

/** Vowel letters come and go between an Arabic word and its plural («تقرير», «تقارير»). */
const skeleton = (s: string): string => s.replace(/[اوي]/g, '')

/** A word as it is compared. */
export type Word = { stem: string; bones: string | null }
/** Of a folded word. */
export const wordOf = (f: string): Word => {
  const s = stem(f.replace(/'s$/, ''))
  const bones = hasArabic(s) && s.length >= 4 ? skeleton(s) : null
  return { stem: s, bones: bones && bones.length >= 3 ? bones : null }
}

/** Letters. */
export const longEnough = 4
/** Endings that stems leave («seedling», «seedlings»; «trees»); in Arabic, two letters of any. */
const endings = new Set(['e', 's', 'es', 'ed', 'ing', 'er', 'ers', 'al', 'ly', 'ion'])

/** One word, as far as its ending and its vowels go. */
export function alike(a: Word, b: Word): boolean {
  if (a.stem === b.stem) return true
  if (a.bones !== null && a.bones === b.bones) return true
  const [short, long] = a.stem.length <= b.stem.length ? [a.stem, b.stem] : [b.stem, a.stem]
  if (!long.startsWith(short)) return false
  const rest = long.slice(short.length)
  return hasArabic(short)
    ? short.length >= longEnough && rest.length <= 2
    : rest === 'e' || (short.length >= longEnough && endings.has(rest))
}

/** Words of nearly every title, which tie it to nothing; folded. */
export const everywhere: ReadonlySet<string> = new Set(
  `day week month year season today tomorrow national local family families government governmental public service services school schools staff people
  launch opening workshop campaign conference forum meeting project programme program event activity support start first
  يوم اسبوع شهر عام سنه موسم اليوم غدا وطني وطنيه محلي محليه محليات عايلي عايليه حكومي حكوميه خدمه خدمات مدرسه مدارس موظف ناس
  اطلاق افتتاح ورشه حمله موتمر منتدي اجتماع مشروع مشروعات برنامج برامج فعاليه فعاليات دعم اول جهه جهات`.split(/\s+/),
)
