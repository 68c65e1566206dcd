/** Joint activities through the whole core: invited, accepted, declined, told; nothing of what may not be seen; handed over; merged. */
import { describe, expect, test } from 'vitest'
import * as activitiesDb from '../../db/activities.ts'
import * as changesDb from '../../db/changes.ts'
import { centre } from '../../src/activities/eyes.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const referenceIn = (text: string): string => /A-\d{4}-\d{4}/.exec(text)?.[0] ?? ''
const eyes = async () => {
  const network = await h.network()
  return centre({ network, now: await h.house.networkNow(network.id) })
}
const stored = async (reference: string) => {
  const found = await activitiesDb.byReference(h.db, await eyes(), reference)
  if (!found) throw new Error(`no ${reference}`)
  return found
}
const states = async (reference: string) => {
  const a = await stored(reference)
  return (await activitiesDb.partnersOf(h.db, a.networkId, a.id)).map(p => p.state)
}
const shownTo = (as: string) =>
  h.shown
    .filter(s => s.to === as)
    .map(s => textOf(s.view))
    .join('\n')
const labels = (as: string) => actionsOf(h.last(as).view).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))

const forum = 'Nursing forum on 21 December at 10am at the Gulf Hotel in cooperation with the Ministry of Youth Affairs'
async function submit(as: string, said: string): Promise<string> {
  await h.say(as, said)
  const saved = await h.press(as, 'Submit')
  return referenceIn(saved.text)
}

describe('an invitation', () => {
  test('goes out when the owner confirms, not before, and tells title, date and owner, of an embargoed activity no more', async () => {
    await h.say('health', `${forum}, embargoed until 20 December at 9am. Under the patronage of the Prime Minister`)
    expect(shownTo('youth')).toBe('')
    await h.press('health', 'Submit')
    const card = textOf(h.last('youth').view)
    expect(card).toContain('دعوة من وزارة الصحة إلى فعالية مشتركة')
    expect(card).toMatch(/العنوان: Nursing forum\nالموعد: الاثنين ٢١ ديسمبر ٢٠٢٦، الساعة ١٠:٠٠ صباحاً\nالجهة: وزارة الصحة$/)
    expect(labels('youth')).toEqual(['قبول الدعوة', 'الاعتذار عنها'])
    expect(await states(referenceIn(shownTo('health')))).toEqual(['named'])
  })

  test('until it is answered, cards and lines say that the partner is only invited', async () => {
    const reference = await submit('health', forum)
    const { id } = await stored(reference)
    const card = async (as: string) =>
      (await h.deliver(as, { kind: 'press', press: { name: 'activity.open', args: { id } }, dialog: false })).text
    expect(await card('health')).toContain('Partners: Ministry of Youth Affairs (invited, not yet answered)')
    expect(await card('works')).toContain('وزارة شؤون الشباب (دُعيت ولم تُجب بعد)')
    expect((await h.say('health', 'what is on 21 December')).text).toContain('Ministry of Youth Affairs (invited)')
    await h.press('youth', 'قبول الدعوة')
    expect(await card('health')).toContain('Partners: Ministry of Youth Affairs\n')
    expect((await h.say('health', 'what is on 21 December')).text).not.toContain('(invited)')
  })

  test('accepted, the partner sees it whole, it counts as theirs, the owner is told, and a second press changes nothing', async () => {
    const reference = await submit('health', `${forum}, embargoed until 20 December at 9am`)
    const a = await stored(reference)
    const theirs = async () => {
      const partner = (await activitiesDb.partnersOf(h.db, a.networkId, a.id))[0]?.organizationId ?? ''
      const reader = { ...(await eyes()), organizationId: partner, roles: ['member' as const] }
      const from = reader.now
      const all = await activitiesDb.inWindow(h.db, reader, { start: from, end: from.add({ hours: 24 * 60 }) }, { ownerId: partner })
      return all.some(x => x.id === a.id)
    }
    expect(await theirs()).toBe(false)
    const accepted = await h.press('youth', 'قبول الدعوة')
    expect(accepted.text).toContain('أصبحت جهتكم شريكاً')
    expect(accepted.text).toContain('فندق الخليج')
    expect(await states(reference)).toEqual(['accepted'])
    expect(await theirs()).toBe(true)
    expect(textOf(h.last('health').view)).toMatch(/accepted the invitation to Nursing forum/)
    const told = h.shown.filter(s => s.to === 'health').length
    expect((await h.press('youth', 'قبول الدعوة')).text).toContain('قبلها')
    expect(h.shown.filter(s => s.to === 'health').length).toBe(told)
    // Only the owner edits it.
    const refused = await h.say('youth', `عدّل ${reference}`)
    expect(refused.text).toContain('وزارة الصحة')
    expect(labels('youth')).toEqual([])
  })

  test('declined with a reason, which can be skipped; the owner is told it', async () => {
    const reference = await submit('health', forum)
    await h.press('youth', 'الاعتذار عنها')
    await h.say('youth', 'لدينا فعالية أخرى')
    expect(await states(reference)).toEqual(['declined'])
    expect(textOf(h.last('health').view)).toMatch(/declined the invitation to Nursing forum[\s\S]*لدينا فعالية أخرى/)
    // An edit of something else leaves it declined, and does not ask again.
    const asked = h.shown.filter(s => s.to === 'youth').length
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the venue to Bahrain Fort')
    await h.press('health', 'Save changes')
    expect(await states(reference)).toEqual(['declined'])
    expect(h.shown.filter(s => s.to === 'youth').length).toBe(asked)
    // Invited again by name, they are asked again.
    await h.say('health', `invite the Ministry of Youth Affairs to ${reference}`)
    await h.press('health', 'Invite')
    expect(await states(reference)).toEqual(['named'])
    await h.press('youth', 'الاعتذار عنها')
    await h.say('youth', 'تخطَّ')
    expect(await states(reference)).toEqual(['declined'])
  })

  test('one to whom it was not put is refused, whatever button they make up', async () => {
    const reference = await submit('health', forum)
    const accept = actionsOf(h.last('youth').view)[0]
    for (const as of ['tourism', 'health', 'centre'])
      expect((await h.deliver(as, { kind: 'press', press: accept?.press as never, dialog: false })).text).toMatch(
        /put to others|موجّه إلى غيركم/,
      )
    expect(await states(reference)).toEqual(['named'])
  })

  test('a partner is told of a new date and place and of a withdrawal, and one taken off that they are', async () => {
    const reference = await submit('health', forum)
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the date to 22 December')
    await h.press('health', 'Save changes')
    // The open invitation says the new day.
    expect(textOf(h.last('youth').view)).toContain('الثلاثاء ٢٢ ديسمبر')
    await h.press('youth', 'قبول الدعوة')
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the venue to Bahrain Fort')
    await h.press('health', 'Save changes')
    expect(textOf(h.last('youth').view)).toMatch(/تغيير في Nursing forum[\s\S]*من فندق الخليج إلى/)
    await h.say('health', `edit ${reference}`)
    await h.press('health', 'Form', { dialog: true })
    await h.say('health', 'cancel')
    await h.say('health', `withdraw ${reference}`)
    await h.press('health', 'Yes, withdraw')
    expect(textOf(h.last('youth').view)).toMatch(/سحبت وزارة الصحة[\s\S]*Nursing forum/)
  })

  test('who declined learns nothing new of an embargoed activity by an old button', async () => {
    const reference = await submit('health', `${forum}, embargoed until 20 December at 9am`)
    const accept = actionsOf(h.last('youth').view)[0]
    await h.press('youth', 'الاعتذار عنها')
    await h.press('youth', 'تخطي')
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the date to 28 December')
    await h.press('health', 'Save changes')
    const old = await h.deliver('youth', { kind: 'press', press: accept?.press as never, dialog: false })
    expect(old.text).toContain('اعتذر عنها')
    expect(old.text).not.toMatch(/Nursing|٢٨/)
  })

  test('changed before the morning it goes out in, it goes out as it is then', async () => {
    h.at('2026-11-24T20:00:00+03:00')
    const reference = await submit('health', forum)
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the date to 22 December')
    await h.press('health', 'Save changes')
    expect(shownTo('youth')).toBe('')
    await h.moveTo('2026-11-25T07:30:00+03:00')
    expect(h.shown.filter(s => s.to === 'youth' && textOf(s.view).includes('فعالية مشتركة'))).toHaveLength(1)
    expect(shownTo('youth')).toContain('الثلاثاء ٢٢ ديسمبر')
  })

  test('a partner that the owner takes off is told, and its invitation is closed', async () => {
    const reference = await submit('health', forum)
    await h.say('health', `edit ${reference}`)
    const { reply } = await h.press('health', 'Form', { dialog: true })
    const form = h.formOf(reply)
    const answers = Object.fromEntries(form.inputs.flatMap(i => (i.value === undefined ? [] : [[i.id, i.value]])))
    await h.fill('health', form, { ...answers, partners: [] }, 'en')
    await h.press('health', 'Save changes')
    expect(await states(reference)).toEqual([])
    expect(shownTo('youth')).toContain('لم تعد وزارة الصحة تذكر جهتكم شريكاً في Nursing forum')
    expect((await h.press('youth', 'قبول الدعوة')).text).toContain('لم يعد هذا السؤال قائماً')
    expect(await states(reference)).toEqual([])
  })
})

describe('inviting by a sentence', () => {
  test('finds the activity by words and the organization by name, asks once and invites; in both languages', async () => {
    const reference = await submit('health', 'Nursing forum on 21 December at 10am at the Gulf Hotel')
    expect(shownTo('youth')).toBe('')
    const ask = await h.say('health', 'invite the Ministry of Youth Affairs to our nursing forum')
    expect(ask.text).toMatch(/An invitation to Nursing forum[\s\S]*Partner: Ministry of Youth Affairs/)
    expect((await h.press('health', 'Invite')).text).toContain('has been invited to Nursing forum')
    expect(await states(reference)).toEqual(['named'])
    expect((await h.say('health', `invite the Ministry of Youth Affairs to ${reference}`)).text).toContain('a partner already')
    await h.say('youth', 'ملتقى الابتكار يوم ٢٢ ديسمبر الساعة ١١ صباحاً في قلعة البحرين')
    await h.press('youth', 'تقديم الفعالية')
    const arabic = await h.say('youth', 'ادعُ وزارة الصحة إلى ملتقى الابتكار')
    expect(arabic.text).toMatch(/دعوة إلى ملتقى الابتكار[\s\S]*الشريك: وزارة الصحة/)
    await h.press('youth', 'إرسال الدعوة')
    expect(textOf(h.last('health').view)).toContain('invites your organization to a joint activity')
  })

  test('is for the owner and the centre alone', async () => {
    const reference = await submit('health', forum)
    expect((await h.say('tourism', `invite the Ministry of Works to ${reference}`)).text).toMatch(/Ministry of Health/)
    await h.say('centre', `ادعُ وزارة الأشغال إلى ${reference}`)
    await h.press('centre', 'إرسال الدعوة')
    expect(await states(reference)).toEqual(['named', 'named'])
  })
})

describe('the centre', () => {
  test('hands an activity over: both are told, the record says so, notes stay with whose they were', async () => {
    const reference = await submit('health', 'Nursing forum on 21 December at 10am at the Gulf Hotel')
    const before = await stored(reference)
    const press = { name: 'joint.handOver', args: { id: before.id, version: String(before.version) }, language: 'en' as const }
    expect((await h.deliver('health', { kind: 'press', press, dialog: false })).text).toMatch(/coordinator/)
    await h.deliver('centre', { kind: 'press', press, dialog: false })
    await h.say('centre', 'the Ministry of Works')
    await h.press('centre', 'Hand over')
    const after = await stored(reference)
    expect(after.ownerId).not.toBe(before.ownerId)
    expect(textOf(h.last('health').view)).toContain('was handed over by the Centre from Ministry of Health to Ministry of Works')
    expect(shownTo('works')).toContain('من وزارة الصحة إلى وزارة الأشغال')
    expect((await changesDb.of(h.db, after.networkId, 'activity', after.id))[0]).toMatchObject({ action: 'handedOver' })
    expect((await h.say('health', `edit ${reference}`)).text).toContain('Ministry of Works')
  })

  test('is shown two that look the same and merges them: the owner of the one becomes a partner of the other; both told', async () => {
    const first = await submit('health', 'National nursing forum on 21 December at 10am at the Gulf Hotel')
    const second = await submit('tourism', 'Nursing national forum on 22 December at 6pm at Bahrain Fort')
    expect(shownTo('centre')).toContain('يبدو أنهما فعالية واحدة')
    const press = actionsOf(h.shown.findLast(s => s.to === 'centre' && textOf(s.view).includes('فعالية واحدة'))?.view as never)[0]
    expect((await h.deliver('health', { kind: 'press', press: press?.press as never, dialog: false })).text).toContain('موجّه إلى غيركم')
    await h.press('centre', `الدمج في ${first}`)
    expect((await stored(second)).lifecycle).toBe('withdrawn')
    expect(await states(first)).toEqual(['accepted'])
    expect(textOf(h.last('health').view)).toMatch(/into your A-\d+-\d+ \(National nursing forum\)/)
    expect(textOf(h.last('tourism').view)).toMatch(/merged your A-\d+-\d+[\s\S]*Your organization is its partner/)
    // Pressed again, it is as it was.
    await h.press('centre', `الدمج في ${second}`)
    expect((await stored(first)).lifecycle).toBe('planned')
  })

  test('what was submitted before an activity was handed over stays the answer of whoever submitted it', async () => {
    const reference = await submit('tourism', 'Coral reef exhibition on 12 January at 10am at the Gulf Hotel')
    const before = await stored(reference)
    const press = { name: 'joint.handOver', args: { id: before.id, version: String(before.version) }, language: 'en' as const }
    const answered = async () => (await h.say('centre', 'missing')).text.split('\n').find(l => l.includes('have answered')) ?? ''
    const those = await answered()
    expect(those).toContain('Tourism and Exhibitions Authority')
    expect(those).not.toContain('Labour')
    await h.deliver('centre', { kind: 'press', press, dialog: false })
    await h.say('centre', 'the Ministry of Labour')
    await h.press('centre', 'Hand over')
    expect((await stored(reference)).ownerId).not.toBe(before.ownerId)
    expect(await answered()).toBe(those)
  })

  test('may say that they are not the same, and is not asked again; a member cannot merge by hand', async () => {
    const first = await submit('health', 'National nursing forum on 21 December at 10am at the Gulf Hotel')
    await submit('tourism', 'Nursing national forum on 22 December at 6pm at Bahrain Fort')
    await h.press('centre', 'ليستا واحدة')
    const asked = () => h.shown.filter(s => s.to === 'centre' && s.op === 'send' && textOf(s.view).includes('فعالية واحدة')).length
    const before = asked()
    await h.say('health', `edit ${first}`)
    await h.say('health', 'change the venue to Bahrain Bay')
    await h.press('health', 'Save changes')
    expect(asked()).toBe(before)
    const { id } = await stored(first)
    const press = (name: string) => ({ name, args: { id, into: id }, language: 'en' as const })
    for (const name of ['joint.alike', 'joint.merge', 'joint.merge.yes'])
      expect((await h.deliver('health', { kind: 'press', press: press(name), dialog: false })).text).toMatch(/coordinator/)
  })

  test('merges by the numbers, after a question that says which one goes, and can be turned round; nobody else may', async () => {
    const first = await submit('health', forum)
    const second = await submit('tourism', 'Coral reef exhibition on 12 January at 10am at the Gulf Hotel')
    expect((await h.say('health', `merge ${second} into ${first}`)).text).toMatch(/This is for/)
    const asked = await h.say('centre', `ادمج ${second} في ${first}`)
    expect(asked.text).toContain(`هل تُسحب ${second} وتُدمج في ${first}؟`)
    expect((await h.press('centre', 'العكس')).text).toContain(`هل تُسحب ${first} وتُدمج في ${second}؟`)
    await h.press('centre', 'العكس')
    await h.press('centre', 'نعم، دمجهما')
    expect((await stored(second)).lifecycle).toBe('withdrawn')
    expect((await stored(first)).lifecycle).toBe('planned')
    expect((await h.say('centre', `merge ${first} into A-2026-9999`)).text).toContain('I do not find that activity')
  })

  test('merges by hand from a card', async () => {
    const first = await submit('health', 'Blood donation day on 21 December at 10am at the Gulf Hotel')
    const second = await submit('tourism', 'Giving blood together on 22 December at 6pm at Bahrain Fort')
    const { id } = await stored(second)
    const list = await h.deliver('centre', { kind: 'press', press: { name: 'joint.alike', args: { id }, language: 'en' }, dialog: false })
    expect(list.text).toContain(first)
    const into = (await stored(first)).id
    const press = actionsOf(h.last('centre').view).find(b => b.press.args.into === into)?.press
    await h.deliver('centre', { kind: 'press', press: press as never, dialog: false })
    await h.press('centre', 'Yes, merge')
    expect((await stored(second)).lifecycle).toBe('withdrawn')
    expect(await states(first)).toEqual(['accepted'])
  })
})
