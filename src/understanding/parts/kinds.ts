/** What kind of activity words speak of. An Arabic title says it first («حملة توعوية لـ…»), an English one at the end of its first phrase ("book fair opening"). */
import type { Kind } from '../../model/activity.ts'
import { at, type Phrases, table, words } from '../phrases.ts'
import { lookUp, type Token } from '../tokens.ts'
import { isThird } from './verbs.ts'

/** Underscores join the words of one phrase. */
const said: [Kind, string][] = [
  [
    'press_conference',
    `مؤتمر_صحفي مؤتمر_صحافي المؤتمر_الصحفي ايجاز_صحفي ايجاز_اعلامي احاطه_اعلاميه احاطه_صحفيه الاحاطه_الاعلاميه موجز_صحفي press_conference
     press_briefing media_briefing news_conference presser press_meet press_conf press_con لقاء_صحفي ملتقي_صحفي`,
  ],
  [
    'press_release',
    'بيان_صحفي بيان_صحافي خبر_صحفي بيان_اعلامي بيان البيان تصريح تصريحات statement press_release news_release media_release press_statement',
  ],
  [
    'awareness_day',
    `اليوم_العالمي اليوم_الدولي اليوم_العربي اليوم_الخليجي يوم_توعوي الاسبوع_العالمي اسبوع_التوعيه الاسبوع_الخليجي اليوم_التوعوي awareness_day
     awareness_week world_day international_day`,
  ],
  ['national_day', 'اليوم_الوطني العيد_الوطني الاعياد_الوطنيه يوم_التاسيس عيد_الاتحاد يوم_الاتحاد national_day union_day founding_day'],
  ['campaign', 'حمله الحمله حملات مبادره_توعويه حمله_تطعيم تشجير campaign drive campaigns tree_planting clean_up cleanup'],
  ['exhibition', 'معرض المعرض معارض سوقا_خيريا سوق_خيري بازار exhibition expo fair bazaar exhibitions'],
  [
    'conference',
    `مؤتمر المؤتمر منتدي المنتدي ملتقي الملتقي قمه القمه ندوه الندوه حلقه_نقاشيه جلسه_حواريه جلسه_نقاشيه conference forum summit symposium seminar
     congress dialogue panel_discussion panel conclave discussion مناظره ملتقيات منتديات مؤتمرات ندوات`,
  ],
  [
    'workshop',
    `ورشه الورشه ورش دوره الدوره دورات برنامج_تدريبي تدريب التدريبي تدريبي البرنامج_التدريبي train_the_trainers train_the_trainer training_of_trainers workshop workshops training course masterclass bootcamp webinar drill classes lessons induction training_session محاضرات_تدريبيه دروس حصص حلقات_عمل حلقه_عمل برنامج_تاهيلي`,
  ],
  ['signing', 'توقيع التوقيع signing mou agreement_signing contract_signing'],
  [
    'opening',
    'افتتاح الافتتاح تدشين_مبني قص_الشريط قص_شريط ribbon_cutting ribbon cutting_the_ribbon opening inauguration reopening grand_opening soft_opening',
  ],
  ['launch', `اطلاق الاطلاق تدشين التدشين launch launching roll_out rollout unveiling kick_off kickoff book_launch انطلاق`],
  [
    'ceremony',
    `honouring honoring recognition حفل الحفل حفله تكريم تخريج التخرج تخرج مراسم احتفاليه ceremony graduation awards gala convocation reception dinner banquet iftar ghabga handover hand_over swearing_in oath foundation_stone foundation_laying وضع_حجر_الاساس وضع_حجر_اساس حجر_الاساس غبقه تسليم_مفاتيح ground_breaking groundbreaking
     commemoration`,
  ],
  [
    'visit',
    'وفد delegation زياره الزياره زيارات جوله الجوله visit tour site_visit field_visit familiarisation_trip courtesy_call inspection walkabout جوله_تفقديه جوله_تفتيشيه تفقد',
  ],
  [
    'publication',
    `اصدار تقرير التقرير نشر كتيب نشره دراسه publication report yearbook study bulletin guide handbook manual magazine brochure booklet دليل مجله كتيبات مطويه نشرات تقارير published publish releases results_release report_release newsletter`,
  ],
  ['speech', 'كلمه الكلمه خطاب محاضره المحاضره speech keynote address lecture talk remarks'],
  [
    'broadcast',
    `بث البث حلقه برنامج_تلفزيوني برنامج_اذاعي لقاء_تلفزيوني لقاء_اذاعي لقاء_متلفز مداخله مقابله مقابله_تلفزيونيه حوار_تلفزيوني حوار_مباشر broadcast interview livestream
     live_stream live_streaming tv_interview radio_interview podcast episode live_interview ig_live insta_live twitter_space x_space x_spaces youtube_live linkedin_live tiktok_live instagram_live webcast tv_programme radio_programme tv_show talk_show live_coverage تغطيه_مباشره نقل_مباشر بودكاست بث_مباشر`,
  ],
  [
    'meeting',
    'اجتماع الاجتماع لقاء اللقاء جلسه مجلس_حواري استقبال meeting roundtable round_table townhall town_hall meetup get_together gathering consultation',
  ],
  [
    'announcement',
    'اغلاق فتح_باب تعيين خبر news appointment appointed closure اعلان الاعلان نتائج الكشف announcement announcing announced unveil unveiled results announce فوز',
  ],
  [
    'event',
    `نهائي اختبار test hackathon هاكاثون فعاليه الفعاليه فعاليات مهرجان المهرجان كرنفال احتفال الاحتفال امسيه عرض عروض سباق ماراثون يوم_مفتوح اليوم_المفتوح اليوم_المهني الدوره_الرياضيه دوره_رياضيه دوره_الالعاب يوم_رياضي رفع_العلم تجربه بطوله كاس مسابقه رحله معسكر مخيم قافله مناوره تمرين مسيره توزيع event
     مباراه دوري تصفيات قرعه مسرحيه مسرحيات مهرجانات احتفالات مسابقات بطولات سباقات اوبريت مزاد حفل_موسيقي فحص فحوصات تبرع خيمه_رمضانيه صباحيه عيد يوم_المهن يوم_التوظيف يوم_الاسره
     festival carnival celebration concert show race marathon championship tournament competition camp parade exercise evening walk run day night bazaar
     distribution performance play final trip convoy contest quiz cup league match open_day open_house fun_day screening tryouts derby regatta rally fireworks bazaar recital hike auction raffle party swim tasting`,
  ],
]

const table_ = table(said.flatMap(([kind, list]) => words(list).map(w => [w.replaceAll('_', ' '), kind] as const)))
const single = new Map([...table_.values()].flat().flatMap(r => (r.words.length === 1 ? [[r.words[0] ?? '', r.value] as const] : [])))
const longer: Phrases<Kind> = table_

type Hit = { kind: Kind; i: number; next: number; words: number }

/** What says little by itself: a service that is told of is launched. */
const weak: Phrases<Kind> = table<Kind>([
  ...words('خدمه منصه تطبيق مشروع مبادره النسخه نسخه service platform app portal initiative version system').map(
    w => [w, 'launch'] as const,
  ),
  ...words('توعيه awareness week اسبوع الاسبوع day stand').map(w => [w, 'event'] as const),
])

/** "International Volunteer Day", «يوم الطفل العالمي»: a day or a week of the world, whatever of. */
const ofWorld = /^(?:international|world|global|arab|gulf|العالمي|الدولي|العربي|الخليجي)$/
const dayAt = (f: string): boolean => /^(?:day|week|يوم|اسبوع|بيوم|باسبوع)$/.test(f)
function worldDay(t: readonly Token[], i: number): number | null {
  const f = t[i]?.f ?? ''
  const ends = dayAt(f) && !/^[a-z]/.test(f) ? (x: string) => ofWorld.test(x) : /^[a-z]/.test(f) && ofWorld.test(f) ? dayAt : null
  if (!ends) return null
  for (let k = i + 1; k < i + 5 && t[k] && t[k]?.kind !== 'sign' && !/^(of|for|on|in|at)$/.test(t[k]?.f ?? ''); k++)
    if (ends(t[k]?.f ?? '')) return k + 1
  return null
}

function hitAt(t: readonly Token[], i: number): Hit | null {
  const world = worldDay(t, i)
  if (world !== null) return { kind: 'awareness_day', i, next: world, words: world - i }
  const phrase = at(longer, t, i)
  if (phrase) return { kind: phrase.value, i, next: phrase.next, words: phrase.next - i }
  const f = t[i]?.f ?? ''
  // Data are no statements.
  if (/^(?:ال|لل|بال|وال)?بيانات$/.test(f)) return null
  // «معرضاً», «مهرجاناً»; «ورشتان», «معرضين»; «محاضرات», "lectures".
  const kind =
    lookUp(single, f) ??
    (f.length > 4 && f.endsWith('ا') ? lookUp(single, f.slice(0, -1)) : undefined) ??
    (f.length > 5 && f.endsWith('ات') ? (lookUp(single, `${f.slice(0, -2)}ه`) ?? lookUp(single, f.slice(0, -2))) : undefined) ??
    (f.length > 4 && f.endsWith('تا') ? lookUp(single, `${f.slice(0, -2)}ه`) : undefined) ??
    (f.length > 5 && /(?:ان|ين)$/.test(f) ? lookUp(single, f.slice(0, -2).replace(/ت$/, 'ه')) : undefined)
  if (kind === undefined && f.length > 4 && /[^s]s$/.test(f) && !isThird(f)) {
    const one = single.get(f.slice(0, -1)) ?? single.get(f.replace(/es$/, ''))
    if (one !== undefined) return { kind: one, i, next: i + 1, words: 1 }
  }
  return kind === undefined ? null : { kind, i, next: i + 1, words: 1 }
}

/** Whether a token says what kind of activity is meant: «مؤتمر», "workshop". */
export const isActivity = (t: readonly Token[], i: number): boolean => hitAt(t, i) !== null

/** Whether tokens [i, j) say what kind of activity is meant and nothing else: «مؤتمر صحفي», "panel discussion". */
export const isKindAlone = (t: readonly Token[], i: number, j: number): boolean => hitAt(t, i)?.next === j

/** Kinds that say little while another follows: «حفل افتتاح», «إطلاق حملة», «فعاليات معرض», "launch of the campaign". */
const yields: Partial<Record<Kind, (next: Kind) => boolean>> = {
  ceremony: next => ['opening', 'launch', 'signing'].includes(next),
  launch: next => ['campaign', 'awareness_day'].includes(next),
  announcement: next => ['launch', 'press_conference'].includes(next),
  event: next => next !== 'event' && next !== 'announcement',
}
const prepositions = new Set('of for on with in to about at by from between and or as during under re after before into'.split(' '))

/** The kind the tokens speak of; null where they do not say. */
export function kindOf(t: readonly Token[]): Kind | null {
  const hits: Hit[] = []
  for (let i = 0; i < t.length; ) {
    const hit = hitAt(t, i)
    if (hit) hits.push(hit)
    i = hit ? hit.next : i + 1
  }
  const first = hits.find(h => h.kind === 'press_conference' || h.kind === 'press_release') ?? hits[0]
  if (!first) return t.map((_, i) => at(weak, t, i)?.value).find(k => k !== undefined) ?? null
  if (first.kind === 'press_conference' || first.kind === 'press_release') return first.kind
  if (/[a-z]/.test(t[first.i]?.f ?? '')) {
    const preposition = t.findIndex(x => prepositions.has(x.f))
    const head = hits.filter(h => preposition < 0 || h.i < preposition)
    const named = head.find(h => h.words > 1) ?? head.filter(h => h.kind !== 'event').at(-1) ?? head.at(-1) ?? first
    const second = hits.find(h => h.i !== named.i)
    return second && yields[named.kind]?.(second.kind) ? second.kind : named.kind
  }
  const next = hits[1]
  return next && next.i - first.i <= 2 && yields[first.kind]?.(next.kind) ? next.kind : first.kind
}
