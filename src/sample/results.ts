/** What came of the sample's last months: stories that the centre approved, one that waits for it, and what was agreed to be done. */
import * as actionsDb from '../../db/actions.ts'
import * as activitiesDb from '../../db/activities.ts'
import * as people from '../../db/people.ts'
import * as storiesDb from '../../db/stories.ts'
import { schedule } from '../actions/keep.ts'
import { centre as asCentre } from '../activities/eyes.ts'
import { boundsOf } from '../activities/when.ts'
import { record } from '../dialogue/record.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Bilingual } from '../model/people.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { dayOf, monthOf } from '../time/zone.ts'

type Both = Required<Bilingual>
/** `of` is the English title of the activity; a figure and a quote hold both languages with a stroke between. */
type Sample = { of: string; headline: Both; change: Both; waits?: true } & Pick<
  storiesDb.NewStory,
  'figure' | 'figureHow' | 'quote' | 'quoteBy' | 'consent'
>

const stories: readonly Sample[] = [
  {
    of: 'Opening of the Hamad Town health centre',
    headline: { ar: 'موعد الطبيب في اليوم نفسه لأهالي مدينة حمد', en: 'A doctor on the same day for the people of Hamad Town' },
    change: {
      ar: 'كان الأهالي يقطعون ربع ساعة بالسيارة إلى أقرب مركز وينتظرون موعدهم ثلاثة أيام. واليوم يراجع معظمهم طبيب الأسرة في الحي وفي اليوم نفسه.',
      en: 'People used to drive a quarter of an hour to the nearest centre and wait three days. Most now see a family doctor near home on the same day.',
    },
    figure: '٣١٠٠ مراجعة في الشهر الأول | 3,100 visits in the first month',
    figureHow: 'نظام المواعيد في المركز | the appointment system of the centre',
    quote: 'وصلت مشياً وعدت قبل أن تبرد القهوة | I walked there and was back before the coffee was cold',
    quoteBy: 'أم خالد، من سكان مدينة حمد | Um Khalid, who lives in Hamad Town',
    consent: true,
  },
  {
    of: 'Ten Thousand Trees campaign',
    headline: { ar: 'مدارس تزرع ظلها بأيدي طلبتها', en: 'Schools whose pupils planted their own shade' },
    change: {
      ar: 'صار في أربع وعشرين مدرسة فناء مظلل يقضي فيه الطلبة فسحتهم، ويتولون سقاية أشجاره بأنفسهم.',
      en: 'Twenty-four schools have a shaded yard for their breaks, and the pupils water its trees themselves.',
    },
    figure: '٢٤ مدرسة | 24 schools',
    figureHow: 'كشوف التسليم لدى الوزارة | the ministry’s records of handover',
    quote: null,
    quoteBy: null,
    consent: false,
  },
  {
    of: 'Early diabetes screening campaign',
    headline: { ar: 'فحص يستغرق دقائق غيّر نمط حياة عائلة', en: 'A check of a few minutes changed how a family lives' },
    change: {
      ar: 'عرف ١٤٠ شخصاً أنهم معرضون للسكري قبل أن يصابوا به، ويتابعهم اليوم فريق للتغذية في المراكز الصحية.',
      en: 'One hundred and forty people learned that they were at risk before they fell ill, and a nutrition team now follows them up at the health centres.',
    },
    figure: '١٢٦٠ فحصاً | 1,260 checks',
    figureHow: 'سجل الحملة في المجمع | the campaign’s register',
    quote: null,
    quoteBy: null,
    consent: false,
    waits: true,
  },
]

/** `days` are working days from the sample's present. */
const actions: readonly { owner: string; text: Both; days: number }[] = [
  {
    owner: 'health',
    text: {
      ar: 'إرسال صور حملة التطعيم وأرقامها إلى المركز',
      en: 'Send the pictures and figures of the vaccination campaign to the Centre',
    },
    days: 6,
  },
  {
    owner: 'tourism',
    text: { ar: 'مشاركة تقويم فعاليات الموسم مع الجهات', en: 'Share the calendar of the season with all organizations' },
    days: 9,
  },
  { owner: 'education', text: { ar: 'تسمية متحدث رسمي عن نتائج البعثات', en: 'Name a spokesperson on the scholarships' }, days: 4 },
]

/** Written once, whatever became of them since: their ids are their own. */
export async function sampleResults(scene: Scene): Promise<void> {
  const { db, network, now, calendar } = scene
  const { zone } = network.settings
  const reader = asCentre(scene)
  if (await storiesDb.byId(db, reader, 'sample-story-1')) return
  const members = await people.activeMembers(db, network)
  const centre = members.find(m => m.roles.includes('coordinator'))?.id ?? ''
  const held = await activitiesDb.inWindow(db, reader, { start: now.subtract({ hours: 24 * 130 }), end: now })
  for (const [n, { of, headline, change, waits, ...said }] of stories.entries()) {
    const a = held.find(x => x.title.en === of)
    const teller = members.find(m => m.organizationId === a?.ownerId && m.roles.includes('member'))
    if (!a || !teller) continue
    const id = `sample-story-${n + 1}`
    await storiesDb.add(db, {
      networkId: network.id,
      id,
      organizationId: a.ownerId,
      activityId: a.id,
      month: monthOf(dayOf(zone, boundsOf(a.when, zone).startsAt)),
      headlineAr: headline.ar,
      headlineEn: headline.en,
      changeAr: change.ar,
      changeEn: change.en,
      ...said,
      picture: null,
      proposedBy: teller.id,
      addedAt: now,
      changedAt: now,
      ...(waits ? { state: 'proposed' as const } : { state: 'approved' as const, decidedBy: centre, decidedAt: now }),
    })
    await record(scene, teller.id, { entity: 'story', id, action: 'proposed', after: await storiesDb.byId(db, reader, id) })
  }
  for (const [n, { owner, text, days }] of actions.entries()) {
    const organization = scene.organizations.find(o => o.handle === owner)
    if (!organization) continue
    const made = await actionsDb.add(db, {
      networkId: network.id,
      id: `sample-action-${n + 1}`,
      text,
      organizationId: organization.id,
      memberId: null,
      dueOn: addWorkingDays(calendar, dayOf(zone, now), days).toString(),
      meetingId: null,
      lineKey: null,
      recordedAt: now,
      recordedBy: centre,
    })
    if (!made) continue
    await record(scene, centre, { entity: 'action', id: made.id, action: 'added', after: made })
    await schedule(scene, made)
  }
}
