/** Briefings of the sample's next meeting, and a point of other business, so that its agenda shows what one is like: two accepted, one that waits for the centre. */
import * as agendaDb from '../../db/agenda.ts'
import * as people from '../../db/people.ts'
import { businessKey } from '../agenda/agenda.ts'
import { record } from '../dialogue/record.ts'
import type { Scene } from '../dialogue/turn.ts'
import { nextMeeting } from '../meetings/occurrences.ts'

const briefings = [
  {
    owner: 'health',
    title: { ar: 'السجل الصحي الإلكتروني الموحد', en: 'The unified electronic health record' },
    presenter: 'د. سلمان الخليفة | Dr Salman Alkhalifa',
    minutes: 10,
    link: 'https://files.munassiq.example/health-record',
    accepted: true,
  },
  {
    owner: 'tourism',
    title: { ar: 'روزنامة موسم الربيع السياحي', en: 'The spring tourism calendar' },
    presenter: 'أ. مريم الزياني | Mariam Alzayani',
    minutes: 15,
    link: null,
    accepted: true,
  },
  {
    owner: 'youth',
    title: { ar: 'برنامج سفراء الإعلام الشباب', en: 'The Young Media Ambassadors programme' },
    presenter: 'أحمد العلي | Ahmed Alali',
    minutes: 10,
    link: null,
    accepted: false,
  },
] as const

const point = { ar: 'تنسيق التغطية الإعلامية للعيد الوطني', en: 'Coordinating coverage of National Day' }

/** Written once, whatever became of them since: their ids are their own. */
export async function sampleBriefings(scene: Scene): Promise<void> {
  const { db, network, now } = scene
  const idOf = (n: number) => `sample-briefing-${n + 1}`
  const m = await nextMeeting(scene)
  if (!m || (await agendaDb.briefing(db, network.id, idOf(0)))) return
  const members = await people.activeMembers(db, network)
  const askedAt = now.subtract({ hours: 26 })
  for (const [n, { owner, accepted, ...said }] of briefings.entries()) {
    const organization = scene.organizations.find(o => o.handle === owner)
    const asker = members.find(x => x.organizationId === organization?.id && x.roles.includes('member'))
    if (!organization || !asker) continue
    const row = { networkId: network.id, id: idOf(n), meetingId: m.id, organizationId: organization.id, askedBy: asker.id, ...said }
    await agendaDb.addBriefing(db, { ...row, askedAt: askedAt.add({ minutes: n }) })
    const made = await agendaDb.briefing(db, network.id, row.id)
    if (!made) continue
    await record(scene, asker.id, { entity: 'briefing', id: row.id, action: 'asked', after: made })
    if (accepted && (await agendaDb.changeBriefing(db, made, now, { state: 'accepted' })))
      await record(scene, null, {
        entity: 'briefing',
        id: row.id,
        action: 'accepted',
        before: made,
        after: { ...made, state: 'accepted', version: 2 },
      })
  }
  const centre = members.find(x => x.roles.includes('coordinator'))
  const line = { networkId: network.id, meetingId: m.id, key: businessKey('sample-1'), addedAt: now, addedBy: centre?.id ?? '' }
  await agendaDb.keepLine(db, line, { textAr: point.ar, textEn: point.en })
}
