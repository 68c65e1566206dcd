/** A list of activities sent as a file: previewed row by row, added with one press, all or nothing, and the same list twice adds nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/universal'
import * as filesDb from '../../db/files.ts'
import * as people from '../../db/people.ts'
import { activities, changes, files } from '../../db/schema.ts'
import { filesOf } from '../../src/model/view.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { actionsOf, house, type TestHouse } from '../house.ts'

let database: TestDatabase
let on: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  await database.reset()
  on = await house(database)
})
afterAll(() => database.close())

type Cell = string | number | null | { date: string; format: string }
/** A workbook as a person would have it; a date carries its format, as Excel writes it. */
async function workbook(rows: Cell[][]): Promise<Uint8Array> {
  const data = rows.map(row =>
    row.map(c =>
      c && typeof c === 'object' ? { value: new Date(c.date), type: Date, format: c.format } : c === null ? null : { value: c },
    ),
  )
  return new Uint8Array(await (await writeExcelFile(data as never, { sheet: 'Sheet 1' }).toBlob()).arrayBuffer())
}
const day = (date: string): Cell => ({ date: `${date}T00:00:00Z`, format: 'dd/mm/yyyy' })
const clock = (time: string): Cell => ({ date: `1899-12-30T${time}:00Z`, format: 'hh:mm' })
const csv = (text: string) => new TextEncoder().encode(text)

const send = (as: string, name: string, bytes: Uint8Array, text = '') =>
  on.deliver(as, {
    kind: 'file',
    name,
    mime: 'application/octet-stream',
    size: bytes.length,
    bytes: Buffer.from(bytes).toString('base64'),
    text,
  })
const all = () => on.db.select().from(activities).orderBy(activities.reference)
const buttons = () => actionsOf(on.shown.at(-1)?.view as never).map(a => a.label)

describe('a list of activities', () => {
  test('typed cells and text, previewed, added with one press; the same file again adds nothing', async () => {
    const before = await all()
    const bytes = await workbook([
      ['Activities of the Ministry of Health, 2027', null, null, null, null, null],
      ['No.', 'Event', 'Date', 'Start time', 'End time', 'Venue', 'Type', 'Status', 'Budget'],
      [1, 'Heart Week opening', day('2027-01-10'), clock('10:00'), clock('12:30'), 'Gulf Hotel', 'Opening', 'Confirmed', 5000],
      [2, 'يوم الممرض', 'الاثنين ١١ يناير ٢٠٢٧', 'الساعة ٩ صباحاً', null, 'مجمع السلمانية الطبي', 'حفل', 'tentative', null],
      [3, 'Blood donation', '12/01/2027', null, null, null, 'Campaign', null, null],
      [4, 'Old campaign', day('2026-01-12'), null, null, null, null, null, null],
      [5, 'Called off', day('2027-02-12'), null, null, null, null, 'Cancelled', null],
      [6, 'Blood Donation', day('2027-01-12'), null, null, null, null, null, null],
    ])
    const preview = await send('health', 'list.xlsx', bytes)
    expect(preview.text).toMatch(/3 activities to add/)
    expect(preview.text).toMatch(/1 row repeats another and counts once/)
    expect(preview.text).toMatch(/2 rows are left out/)
    expect(preview.text).toMatch(/Columns I did not read: Budget/)
    expect(await all()).toEqual(before)
    const done = await on.press('health', 'Add 3 activities')
    expect(done.text).toMatch(/3 activities were added from list\.xlsx/)
    const made = (await all()).filter(a => !before.some(b => b.id === a.id))
    expect(made.map(a => [a.titleAr ?? a.titleEn, a.kind, a.certainty, a.venue, a.when])).toEqual([
      [
        'Heart Week opening',
        'opening',
        'confirmed',
        'Gulf Hotel',
        { kind: 'timed', start: '2027-01-10T10:00:00+03:00', end: '2027-01-10T12:30:00+03:00' },
      ],
      ['يوم الممرض', 'ceremony', 'tentative', 'مجمع السلمانية الطبي', { kind: 'timed', start: '2027-01-11T09:00:00+03:00', end: null }],
      ['Blood donation', 'campaign', 'confirmed', null, { kind: 'days', start: '2027-01-12', end: '2027-01-12' }],
    ])
    // The record says who, and the same press again adds nothing.
    const record = await on.db.select().from(changes)
    expect(record.filter(c => c.action === 'submitted' && made.some(a => a.id === c.entityId))).toHaveLength(3)
    expect((await on.press('health', 'Add 3 activities')).text).toMatch(/Nothing new.*all 3/)
    const again = await send('health', 'copy of list.xlsx', bytes)
    expect(again.text).toMatch(/Nothing to add\n4 are in the plan already and stay as they are/)
    expect(buttons()).toEqual([])
    expect((await all()).length).toBe(before.length + 3)
    expect(on.errors).toEqual([])
  })

  test('for whom it is, its materials and its spokesperson are read in either language, the network’s words where it has them', async () => {
    await send(
      'health',
      'list.csv',
      csv('العنوان;التاريخ;الجمهور;Materials;المتحدث\nحملة التبرع;10/1/2027;الشباب، سائقو الشاحنات;photos, Press kit;د. سلمان\n'),
    )
    await on.press('health', 'Add 1 activity')
    expect((await all()).at(-1)).toMatchObject({
      audience: ['youth', 'سائقو الشاحنات'],
      materials: ['photos', 'Press kit'],
      spokesperson: 'د. سلمان',
    })
  })

  test('what became of a row since is left as it is', async () => {
    const bytes = csv('title,date\nHeart Week,10 January 2027\n')
    await send('health', 'list.csv', bytes)
    await on.press('health', 'Add 1 activity')
    const made = (await all()).at(-1)
    await on.say('health', `edit ${made?.reference}`)
    for (const _ of ['time', 'venue']) await on.press('health', 'Skip')
    await on.say('health', 'no, on 11 January 2027')
    await on.press('health', 'Save changes')
    expect((await all()).at(-1)?.when).toMatchObject({ start: '2027-01-11' })
    expect((await send('health', 'list.csv', bytes)).text).toMatch(/1 is in the plan already/)
    await on.say('health', `withdraw ${made?.reference}`)
    expect((await send('health', 'list.csv', bytes)).text).toMatch(/Nothing to add/)
  })

  test('every wrong row with its number, its column and a sentence; nothing is added while one is wrong', async () => {
    const before = await all()
    const rows = [
      'العنوان؛التاريخ',
      'فعالية سليمة؛١٠ يناير ٢٠٢٧',
      'با؛١١ يناير ٢٠٢٧',
      '؛١٢ يناير ٢٠٢٧',
      'تاريخ غريب؛بعد حين',
      'تاريخ مستحيل؛٣١ فبراير ٢٠٢٧',
    ]
    const said = await send('egov', 'قائمة.csv', csv(rows.join('\n').replaceAll('؛', ';')))
    expect(said.text).toMatch(/٤ صفوف تحتاج إلى تصحيح، ولا يضاف شيء قبل ذلك/)
    for (const line of ['الصف ٣، العنوان:', 'الصف ٤، العنوان:', 'الصف ٥، التاريخ:', 'الصف ٦، التاريخ:']) expect(said.text).toContain(line)
    expect(buttons()).toEqual([])
    expect(await all()).toEqual(before)
  })

  test('a member adds for their own organization, the centre for any', async () => {
    const list = csv('Title,Date,Organization\nRoad safety day,10 January 2027,Ministry of Interior\n')
    expect((await send('health', 'list.csv', list)).text).toMatch(/Row 2, Organization: This row is of Ministry of Interior/)
    expect((await send('observer', 'list.csv', list)).text).toMatch(/only|لا يمكن|مسؤول/i)
    await send('centre', 'list.csv', list)
    expect((await on.press('centre', 'إضافة فعالية واحدة')).text).toMatch(/أُضيفت فعالية واحدة/)
    const made = (await all()).at(-1)
    expect(made?.titleEn).toBe('Road safety day')
    const record = await on.db.select().from(changes)
    expect(record.find(c => c.entityId === made?.id)?.forOrganizationId).toBe(made?.ownerId)
    // Named with the file, an organization is that of every row that names none.
    const named = csv('Title,Date\nEye clinic week,17 January 2027\n')
    await send('centre', 'list.csv', named, 'these are from the Ministry of Health')
    await on.press('centre', 'Add 1 activity')
    const [health] = (await people.organizationsOf(on.db, on.networkId)).filter(o => o.name.en === 'Ministry of Health')
    expect((await all()).at(-1)).toMatchObject({ titleEn: 'Eye clinic week', ownerId: health?.id })
    // A list of one's own waits for nobody else.
    await send('health', 'own.csv', csv('Title,Date\nHeart Week,10 January 2027\n'))
    const press = actionsOf(on.last('health').view)[0]?.press
    if (!press) throw new Error('no button')
    expect((await on.deliver('egov', { kind: 'press', press, dialog: false })).text).toMatch(/no longer waiting|لم تعد/)
  })

  test('the bot’s own file comes back: what is in it stands, what was written under it is added', async () => {
    await on.say('health', 'export the plan as Excel in both languages')
    const file = on.shown.flatMap(s => filesOf(s.view)).at(-1)
    const bytes = file && (await filesDb.bytesOf(on.db, on.networkId, file.id))
    const said = await send('health', 'plan.xlsx', bytes as Uint8Array)
    expect(said.text).toMatch(/Nothing to add/)
    expect(said.text).not.toMatch(/did not read|mending/)
  })

  test('a long list that cannot be added is given up after a while, whole, and the person is told', async () => {
    const before = (await all()).length
    const rows = Array.from({ length: 61 }, (_, n) => `Clinic day ${n + 1},${1 + (n % 28)} March 2027`)
    await send('health', 'clinics.csv', csv(`Title,Date\n${rows.join('\n')}\n`))
    // The last row is spoiled on its way: whatever comes before it must not stay.
    const [kept] = await on.db.select().from(files)
    const what = JSON.parse(new TextDecoder().decode(kept?.bytes))
    what.rows.at(-1).values.when = { kind: 'never' }
    await on.db.update(files).set({ bytes: csv(JSON.stringify(what)) })
    await on.press('health', 'Add 61 activities')
    await on.moveTo('2026-11-24T09:05:00+03:00')
    expect((await all()).length).toBe(before)
    await on.moveTo('2026-11-24T09:11:00+03:00')
    expect(on.last('health').view.summary).toMatch(/nothing of .*clinics\.csv.* was added/)
    expect(on.errors.length).toBeGreaterThan(0)
    expect((await on.press('health', 'Add 61 activities')).text).toMatch(/no longer waiting/)
  })

  test('what would clash is said before anything is added, and told when it is', async () => {
    await on.say(
      'egov',
      'We launch the appointments app on 10 January 2027 at 10am in the Gulf Hotel under the patronage of the Prime Minister',
    )
    await on.press('egov', 'Submit')
    const list = 'Title,Date,Time,Venue\nHeart Week opening,10/1/2027,10:00,Gulf Hotel\nQuiet day,20/1/2027,10:00,Isa Town\n'
    const preview = await send('health', 'list.csv', csv(list))
    expect(preview.text).toMatch(/1 clash to look at.*Row 2: .*Appointments app/s)
    expect(preview.text).not.toMatch(/Row 3: /)
    await on.press('health', 'Add 2 activities')
    expect((await on.say('centre', 'show the open clashes')).text).toMatch(/Heart Week opening/)
  })

  test('of several files in one message one is read, and the others are not passed over in silence', async () => {
    const bytes = csv('Title,Date\nHeart Week,10 January 2027\n')
    const said = await on.deliver('health', {
      kind: 'file',
      name: 'one.csv',
      mime: 'text/csv',
      size: bytes.length,
      bytes: Buffer.from(bytes).toString('base64'),
      others: 2,
      text: '',
    })
    expect(said.text).toMatch(/took one\.csv\. Please send the other 2 after it/)
    expect(said.text).toMatch(/1 activity to add/)
  })

  test('a long list says that it takes a while, and when it is done; it is added whole', async () => {
    const before = (await all()).length
    const rows = Array.from({ length: 80 }, (_, n) => `Clinic day ${n + 1},${1 + (n % 28)} March 2027`)
    await send('health', 'clinics.csv', csv(`Title,Date\n${rows.join('\n')}\n`))
    const pressed = await on.press('health', 'Add 80 activities')
    expect(pressed.text).toMatch(/I am adding 80 activities from clinics\.csv/)
    expect((await all()).length).toBe(before)
    await on.moveTo('2026-11-24T09:01:00+03:00')
    expect(on.last('health').view.summary).toMatch(/80 activities were added/)
    expect((await all()).length).toBe(before + 80)
    expect(on.errors).toEqual([])
  })

  test('what is embargoed stays so, and a cell that says who may see it is never passed over', async () => {
    const list =
      'Title,Date,Visibility\nSecret visit,10 January 2027,embargoed until 9 January 2027 6pm\nOther visit,11 January 2027,friends of mine\n'
    expect((await send('health', 'list.csv', csv(list))).text).toMatch(/Row 3, Visibility: I could not read who may see it/)
    await send('health', 'list.csv', csv(list.split('\n').slice(0, 2).join('\n')))
    await on.press('health', 'Add 1 activity')
    expect((await all()).at(-1)).toMatchObject({ visibility: 'centre', titleEn: 'Secret visit' })
  })

  test('Windows’ Arabic, a broken workbook, no columns, and how it is done', async () => {
    // «العنوان;التاريخ» and a row, as Excel saves them on an Arabic Windows.
    const line = (s: string) => [...s].map(c => (c < '\u0080' ? c.charCodeAt(0) : (windows[c] ?? 63)))
    const bytes = Uint8Array.from(line('العنوان;التاريخ\nحملة التبرع;10/1/2027\n'))
    expect((await send('egov', 'list.csv', bytes)).text).toMatch(/فعالية واحدة جديدة\n.*حملة التبرع/)
    expect((await send('health', 'list.xlsx', csv('PK no workbook at all'))).text).toMatch(/could not open list\.xlsx/)
    expect((await send('health', 'list.csv', csv(''))).text).toMatch(/no rows in list\.csv/)
    expect((await send('health', 'list.csv', csv('a,b\n1,2\n'))).text).toMatch(/no list of activities.*\n.*Send me your list/)
    expect((await send('health', 'photo.png', csv('x'))).text).toMatch(/cannot read the file photo\.png/)
    expect((await on.say('egov', 'كيف أرفع جدول فعالياتنا؟')).text).toMatch(/أرسلوا قائمتكم هنا/)
  })
})

/** Arabic letters in Windows-1256. */
const windows: Record<string, number> = Object.fromEntries(
  [...'ءآأؤإئابةتثجحخدذرزسشصض']
    .map((c, i) => [c, 0xc1 + i])
    .concat([
      ['ط', 0xd8],
      ['ظ', 0xd9],
      ['ع', 0xda],
      ['غ', 0xdb],
      ['ف', 0xdd],
      ['ق', 0xde],
      ['ك', 0xdf],
      ['ل', 0xe1],
      ['م', 0xe3],
      ['ن', 0xe4],
      ['ه', 0xe5],
      ['و', 0xe6],
      ['ى', 0xec],
      ['ي', 0xed],
    ]),
)
