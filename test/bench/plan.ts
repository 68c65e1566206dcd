/** `bench plan`: the window's plan, from the question to the finished view, with 100 thousand activities stored, beside the one SQL statement for its rows. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { type Connection, type Database, rowsOf } from '../../db/client.ts'
import { openDatabase } from '../../db/open.ts'
import * as people from '../../db/people.ts'
import type { Turn } from '../../src/dialogue/turn.ts'
import type { Network } from '../../src/model/network.ts'
import type { Member } from '../../src/model/people.ts'
import { planCommand } from '../../src/plan/plan.ts'
import { loadSample } from '../../src/sample/load.ts'
import { contextOf, sceneOf } from '../../src/scene.ts'
import { monthWindow, thisMonth } from '../../src/time/zone.ts'
import { understand } from '../../src/understanding/understand.ts'
import { kinds, later, type Store, store } from './place.ts'
import { median, ms, type Row } from './table.ts'

const stored = 100_000
/** Over how many years they are spread, most of them past. */
const years = 10
const repeats = 41

/** Fills the sample network up with activities of all its organizations: some centre-only, some embargoed, some with partners. */
async function fill(db: Database, network: Network): Promise<void> {
  await db.execute(sql`
    insert into activities (network_id, id, reference, title_ar, title_en, summary_en, kind, "when", starts_at, ends_at, certainty, lifecycle,
      owner_id, venue, city, contact_id, visibility, embargo_until, submitted_at, changed_at)
    select ${network.id}, 'bench-' || n, 'B-' || to_char(at, 'YYYY') || '-' || n, 'إطلاق الخدمة رقم ' || n, case when n % 9 > 0 then 'Launch of service number ' || n end,
      'What it is about, in a sentence or two, as people write it.', 'launch',
      jsonb_build_object('kind', 'timed', 'start', to_char(at at time zone 'Asia/Bahrain', 'YYYY-MM-DD"T"HH24:MI:SS"+03:00"'), 'end', null),
      at, at + interval '1 minute', 'confirmed', case when n % 50 = 0 then 'cancelled' else 'planned' end,
      o.ids[1 + n % array_length(o.ids, 1)], 'Exhibition Centre', 'Manama', 'bench', case when n % 20 = 0 then 'centre' else 'network' end,
      case when n % 40 = 0 then at - interval '1 day' end, at - interval '30 days', at - interval '30 days'
    from generate_series(1, ${sql.raw(String(stored))}) n,
      lateral (select date_trunc('hour', now()) - interval '${sql.raw(String(years - 1))} years' + n * (interval '${sql.raw(String(years))} years' / ${sql.raw(String(stored))}) as at) t,
      (select array_agg(id order by id) as ids from organizations where network_id = ${network.id}) o`)
  await db.execute(sql`
    insert into activity_partners (network_id, activity_id, organization_id, state)
    select a.network_id, a.id, o.ids[1 + (right(a.id, 3)::int / 10) % array_length(o.ids, 1)], 'accepted'
    from activities a, (select array_agg(id order by id) as ids from organizations where network_id = ${network.id}) o
    where a.id like 'bench-%00' or a.id like 'bench-%_30' or a.id like 'bench-%_70'`)
  await db.execute(sql`analyze activities`)
  await db.execute(sql`analyze activity_partners`)
}

async function turnOf(db: Database, network: Network, member: Member): Promise<Turn> {
  const now = Temporal.Now.instant()
  const scene = await sceneOf(db, network, { now, machine: now, ids: randomUUID, events: [], through: 'web', delivery: null })
  const { language } = member
  return {
    ...scene,
    reader: { networkId: network.id, memberId: member.id, organizationId: member.organizationId, roles: member.roles, now },
    member,
    organization: null,
    account: { platform: 'web', space: 'local', user: member.id },
    place: { kind: 'direct', id: member.id },
    language,
    speak: scene.voice(language),
    context: contextOf(scene, language),
  }
}

/** The rows of the window that this reader may see, in the plan's order of time: one statement, given to the driver as it is. */
function statement(turn: Turn): { text: string; values: string[] } {
  const { start, end } = monthWindow(turn.network.settings.zone, thisMonth(turn), turn.network.settings.windowMonths)
  const { networkId, organizationId, roles, now } = turn.reader
  const seen = roles.includes('coordinator')
    ? '$4 <> $5'
    : `(visibility = 'network' or embargo_until <= $4::timestamptz or owner_id = $5 or exists (select 1 from activity_partners p
        where p.network_id = a.network_id and p.activity_id = a.id and p.organization_id = $5 and p.state = 'accepted'))`
  return {
    text: `select * from activities a where network_id = $1 and ends_at > $2::timestamptz and starts_at < $3::timestamptz and ${seen}
      and lifecycle not in ('withdrawn', 'cancelled') order by starts_at, reference`,
    values: [networkId, start.toString(), end.toString(), now.toString(), organizationId],
  }
}

async function run(connection: Connection, { text, values }: { text: string; values: string[] }): Promise<number> {
  const { raw } = connection
  return rowsOf(raw.kind === 'server' ? await raw.sql.unsafe(text, values) : await raw.pglite.query(text, values)).length
}

async function onStore(kind: Store['kind']): Promise<Row[]> {
  const { env } = await store(kind)
  const connection = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR })
  later(() => connection.close())
  const { db } = connection
  const network = await people.network(db, await loadSample(db, Temporal.Now.instant(), randomUUID))
  if (!network) throw new Error('no sample network')
  await fill(db, network)
  const rows: Row[] = []
  for (const role of ['member', 'coordinator'] as const) {
    const [member] = await people.activeMembers(db, network, { role })
    if (!member) throw new Error(`no ${role}`)
    const turn = await turnOf(db, network, member)
    const asked = { text: '', meaning: understand('', turn.context), message: null, dialog: false }
    const one = statement(turn)
    const [ours, least]: [number[], number[]] = [[], []]
    let found = 0
    for (let i = 0; i < repeats; i++) {
      const began = performance.now()
      found = await run(connection, one)
      const between = performance.now()
      await planCommand(turn, asked)
      least.push(between - began)
      ours.push(performance.now() - between)
    }
    // The first ones read the table in and compile what runs often.
    const [plan, bare] = [median(ours.slice(5)), median(least.slice(5))]
    rows.push({
      what: `the window's plan for a ${role}, ${found} of ${stored} activities in it, ${kind === 'server' ? 'server' : 'embedded database'}`,
      ours: ms(plan),
      least: ms(bare),
      bound: `2 × ${ms(bare)}`,
      holds: plan <= 2 * bare,
    })
  }
  return rows
}

export async function plan(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of kinds()) rows.push(...(await onStore(kind)))
  return rows
}
