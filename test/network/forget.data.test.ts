/** "Forget me": asked, explained, confirmed by an administrator; afterwards the person stands in no row of any table, and what they did stays. */
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as people from '../../db/people.ts'
import { activities, changes, members, outbox } from '../../db/schema.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const user = 'U0ZAHRA77'
const profile = { name: 'Zahra Quassim', email: 'zahra.quassim@somewhere.example', guest: false }
/** A person of their own, so that no word of theirs stands anywhere by chance. */
async function join(): Promise<string> {
  const network = await h.network()
  const organizations = await people.organizationsOf(h.db, network.id)
  const id = 'member-700'
  await people.addMember(h.db, network.id, {
    id,
    organizationId: organizations.find(o => o.handle === 'works')?.id ?? '',
    nameAr: 'زهراء القسّامي',
    nameEn: 'Zahra Alqassami',
    email: profile.email,
    roles: ['member'],
    rosterLanguage: 'en',
    joinedAt: await h.house.networkNow(network.id),
  })
  return id
}
const say = (text: string) => h.deliver(user, { kind: 'text', text, message: `z-${text.length}` }, { profile })
async function press(label: string) {
  const card = h.shown.filter(s => s.to === user).findLast(s => actionsOf(s.view).some(a => a.label === label))
  const action = card && actionsOf(card.view).find(a => a.label === label)
  if (!card || !action) throw new Error(`no ${label}: ${textOf(h.last(user).view)}`)
  return h.deliver(user, { kind: 'press', press: action.press, card: card.card, dialog: false }, { profile })
}

/** Every table there is, the queue's and the migrations' among them, and how many of its rows hold a text. */
async function rowsWith(pattern: string): Promise<Record<string, number>> {
  const tables = await h.db
    .select({ schema: sql<string>`table_schema`, name: sql<string>`table_name` })
    .from(sql`information_schema.tables`)
    .where(sql`table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  expect(tables.length).toBeGreaterThan(40)
  const found: Record<string, number> = {}
  for (const { schema, name } of tables) {
    const [row] = await h.db
      .select({ n: sql<number>`count(*)::int` })
      .from(sql`${sql.identifier(schema)}.${sql.identifier(name)} t`)
      .where(sql`t::text ~* ${pattern}`)
    if (row && row.n > 0) found[name] = row.n
  }
  return found
}
const anything = 'zahra|زهراء|alqassami|القس|quassim|U0ZAHRA77|somewhere'

/** She does all that leaves her name somewhere. */
async function busy(): Promise<string> {
  const id = await join()
  await say('hello')
  await say('Opening of the Zallaq bridge on 14 December at 10am, at Zallaq')
  await press('Submit')
  await say('I would like a 10 minute briefing on the bridges programme at the next meeting, presented by Zahra Alqassami')
  await say('skip')
  await say('skip')
  await press('Ask for the briefing')
  await say('I am away from 1 to 10 December, Ali covers for me')
  await press('Save')
  await say('calendar link')
  await say('we had a call with Zahra Alqassami, please move the bridge to 15 December')
  await h.say('works', 'Lecture by زهراء القسامي on road safety on 20 December at 9am, Ministry of Works hall')
  await h.press('works', 'تقديم الفعالية').catch(() => h.press('works', 'Submit'))
  await say('We need a photographer for the Zallaq bridge on 14 December, ask for Zahra Alqassami at the gate')
  await press('Ask the Centre')
  await h.say('centre', 'tell S-2026-0001: Zahra Alqassami may call at 9')
  await h.say(
    'centre',
    'Offer a workshop in the new media track: Bridges on camera, on 13 December at 10 am, at the hall, 5 seats, trainer Zahra Alqassami',
  )
  await h.say('centre', 'skip')
  await h.press('centre', 'Offer the workshop')
  await say('enrol me in the bridges on camera workshop')
  const story = await h.deliver(user, { kind: 'press', press: { name: 'story.new', args: {} }, dialog: true }, { profile })
  const form = h.formOf(story.reply)
  const answers = {
    activity: form.inputs.find(i => i.id === 'activity')?.options?.at(-1)?.value ?? '',
    headline: 'A bridge brought two villages together',
    change: 'Children of both villages now walk to one school.',
    quote: 'We walk to school now',
    quoteBy: 'Zahra Alqassami',
    consent: 'yes',
  }
  await h.deliver(user, { kind: 'answers', form: form.form, args: form.args, answers, language: 'en' }, { profile })
  return id
}

describe('a person who is forgotten', () => {
  test('stands in no row of any table; what they did stays', async () => {
    const id = await busy()
    const before = await rowsWith(anything)
    // The control: she is found where she must be.
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        ...['accounts', 'activities', 'briefings', 'changes', 'conversations', 'inbox', 'members', 'outbox'],
        ...['stories', 'support_messages', 'workshops'],
      ]),
    )
    const count = (await h.db.select().from(activities)).length
    const record = (await h.db.select().from(changes).where(eq(changes.memberId, id))).length
    await say('forget me')
    expect(textOf(h.last(user).view)).toMatch(
      /^Remove your data from the network\nWhat goes\n[\s\S]*What stays\n[\s\S]*An administrator confirms it/,
    )
    await press('Yes, remove my data')
    expect(textOf(h.last(user).view)).toContain('Your request is with the administrators')
    expect(textOf(h.last('admin').view)).toMatch(/طلب حذف بيانات\nالاسم: زهراء القسّامي\nالجهة: وزارة الأشغال/)
    await h.press('admin', 'حذف نهائي')
    expect(textOf(h.last('admin').view)).toContain('حُذفت البيانات نهائياً بتأكيد وائل حمزة الشهابي')
    expect(textOf(h.last('admin').view)).toContain('عضو سابق')
    expect(textOf(h.last(user).view)).toContain('It is done')
    await h.moveTo('2026-11-24T11:00:00+03:00')
    expect(h.errors).toEqual([])
    expect(await rowsWith(anything)).toEqual({})
    expect((await h.db.select().from(activities)).length).toBe(count)
    expect((await h.db.select().from(changes).where(eq(changes.memberId, id))).length).toBe(record)
    const bridge = (await h.db.select().from(activities).where(eq(activities.contactId, id)))[0]
    expect(bridge?.titleEn).toMatch(/Zallaq bridge/)
    const [row] = await h.db.select().from(members).where(eq(members.id, id))
    expect(row).toMatchObject({ nameAr: 'عضو سابق', nameEn: 'a former member', email: null, roles: [], active: false })
  })

  test('is a stranger afterwards, and a roster that still holds them makes a new person, shown as new', async () => {
    const id = await join()
    await say('hello')
    await say('forget me')
    await press('Yes, remove my data')
    await h.press('admin', 'حذف نهائي')
    expect((await say('what is in the plan?')).text).toContain('I do not know you')
    await h.command('admin', 'munassiq', 'roster')
    const card = await h.say(
      'admin',
      `Zahra Alqassami, ${profile.email}, Ministry of Works, member, en\nWael, admin@munassiq.example, Communication Centre, admin, ar`,
    )
    expect(card.text).toMatch(/New: 1\nZahra Alqassami/)
    await h.say('admin', 'cancel')
    const [row] = await h.db.select().from(members).where(eq(members.id, id))
    expect(row?.nameEn).toBe('a former member')
  })

  test('the only administrator is not; another one may be, and does not confirm it for themselves', async () => {
    await h.say('admin', 'احذفوا بياناتي')
    await h.press('admin', 'نعم، احذفوا بياناتي')
    expect(textOf(h.last('admin').view)).toContain('أنتم مدير النظام الوحيد')
    const network = await h.network()
    const all = await people.activeMembers(h.db, network)
    const second = all.find(m => m.name.en === 'Talal Jamal Albalooshi')
    await people.changeMember(h.db, network.id, second?.id ?? '', { roles: ['coordinator', 'admin'] })
    await h.say('admin', 'احذفوا بياناتي')
    await h.press('admin', 'نعم، احذفوا بياناتي')
    expect(textOf(h.last('admin').view)).not.toContain('الوحيد')
    expect((await h.press('admin', 'حذف نهائي')).text).toContain('هذا طلبكم أنتم')
    await h.press('centre-2', 'حذف نهائي')
    expect((await people.member(h.db, network, all.find(m => m.roles.includes('admin'))?.id ?? ''))?.active).toBe(false)
    expect(h.errors).toEqual([])
  })

  test('nobody else decides; it can be taken back, declined, and it ends by itself', async () => {
    await join()
    await say('hello')
    await say('forget me')
    await press('Yes, remove my data')
    const ask = actionsOf(h.last('admin').view).find(a => a.label === 'حذف نهائي')?.press
    if (!ask) throw new Error('no button')
    for (const who of ['centre', 'observer', 'works'])
      expect((await h.deliver(who, { kind: 'press', press: ask, dialog: false })).text).toMatch(
        /This question was put to others|هذا السؤال موجّه إلى غيركم/,
      )
    await press('Take the request back')
    expect(textOf(h.last(user).view)).toContain('You took the request back')
    expect(textOf(h.last('admin').view)).not.toContain('يُحذف الاسم')
    await say('forget me')
    await press('Yes, remove my data')
    await h.press('admin', 'عدم الحذف')
    expect(textOf(h.last(user).view)).toContain('did not confirm')
    await say('forget me')
    await press('Yes, remove my data')
    await h.moveTo('2026-12-27T09:00:00+03:00')
    expect(
      h.shown
        .filter(s => s.to === user)
        .map(s => textOf(s.view))
        .join('\n'),
    ).toContain('it has ended')
    expect((await h.db.select().from(members).where(eq(members.id, 'member-700')))[0]?.nameEn).toBe('Zahra Alqassami')
    expect(await h.db.select().from(outbox).where(eq(outbox.user, user))).not.toEqual([])
  })

  test('one who left asks outside the chat: an administrator names them, and presses once', async () => {
    const id = await busy()
    const network = await h.network()
    await people.changeMember(h.db, network.id, id, { active: false })
    await people.unlink(h.db, network.id, id)
    const card = await h.say('admin', 'forget Zahra Alqassami')
    expect(card.text).toContain('زهراء القسّامي\nوزارة الأشغال · غادر الشبكة')
    expect((await h.say('health', 'forget Zahra Alqassami')).text).toMatch(/^Remove your data from the network/)
    const made = actionsOf(card.views[0] ?? h.last('admin').view).find(a => a.label === 'حذف نهائي')?.press
    if (!made) throw new Error('no button')
    for (const who of ['health', 'centre', 'observer']) await h.deliver(who, { kind: 'press', press: made, dialog: false })
    expect((await people.member(h.db, network, id))?.name.en).toBe('Zahra Alqassami')
    await h.press('admin', 'حذف نهائي')
    expect((await people.member(h.db, network, id))?.name.en).toBe('a former member')
    await h.moveTo('2026-11-24T11:00:00+03:00')
    expect(await rowsWith(anything)).toEqual({})
    expect((await h.say('admin', 'forget Zahra Alqassami')).text).toMatch(/^حذف بياناتكم من الشبكة/)
    expect(h.errors).toEqual([])
  })
})
