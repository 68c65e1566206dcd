/** The plan as an Excel file, read back by another library: typed cells in the network's zone, both languages, and only what the asker may see. */
import readExcelFile from 'read-excel-file/universal'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import { filesOf } from '../../src/model/view.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { actionsOf, house, type TestHouse, textOf } from '../house.ts'

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

type Sheet = { sheet: string; data: (string | number | boolean | Date | null)[][] }

/** The file a person was handed last, read. */
async function handed(as: string): Promise<{ name: string; sheets: Sheet[] }> {
  const file = on.shown
    .filter(s => s.to === as)
    .flatMap(s => filesOf(s.view))
    .at(-1)
  const bytes = file && (await filesDb.bytesOf(on.db, on.networkId, file.id))
  if (!file || !bytes) throw new Error('no file was handed over')
  return { name: file.name, sheets: (await readExcelFile(new Blob([new Uint8Array(bytes)]))) as Sheet[] }
}
/** Rows as objects by the header. */
const rowsOf = ({ data: [head = [], ...rows] }: Sheet) => rows.map(r => Object.fromEntries(head.map((h, i) => [String(h), r[i] ?? null])))

const submit = async (as: string, said: string) => {
  await on.say(as, said)
  return /A-2026-\d{4}/.exec((await on.press(as, /[ء-ي]/.test(said) ? 'تقديم الفعالية' : 'Submit')).text)?.[0] ?? ''
}

describe('the plan as Excel', () => {
  test('typed days and times in the network’s zone, the Hijri date beside, a sheet in the language asked in', async () => {
    const reference = await submit('health', 'Winter clinics campaign on 14 December from 10am to 1:30pm in the Exhibition Centre')
    const said = await on.say('health', 'send me the plan for December as Excel')
    expect(said.text).toMatch(/December 2026.*\.xlsx/)
    const { name, sheets } = await handed('health')
    expect(name).toBe('Communication plan December 2026.xlsx')
    expect(sheets.map(s => s.sheet)).toEqual(['Plan'])
    const row = rowsOf(sheets[0] as Sheet).find(r => r.Number === reference)
    expect(row).toMatchObject({
      Title: 'Winter clinics campaign',
      'From (date)': new Date('2026-12-14T00:00:00Z'),
      'To (date)': new Date('2026-12-14T00:00:00Z'),
      'From (time)': new Date('1899-12-30T10:00:00Z'),
      'To (time)': new Date('1899-12-30T13:30:00Z'),
      'Hijri date': expect.stringMatching(/Rajab 1448/),
      Kind: 'Campaign',
      Certainty: 'confirmed',
    })
  })

  test('in Arabic, and from there in both languages by a button', async () => {
    await on.say('egov', 'أرسل لي المخطط بصيغة إكسل')
    const one = await handed('egov')
    expect(one.name).toMatch(/^مخطط الاتصال .*\.xlsx$/)
    expect((await on.say('egov', 'صدّر مخطط أغسطس ٢٠٢٧')).text).toMatch(/لا فعاليات|لا توجد/)
    expect(one.sheets.map(s => s.sheet)).toEqual(['المخطط'])
    await on.press('egov', 'باللغتين')
    const both = await handed('egov')
    expect(both.sheets.map(s => s.sheet)).toEqual(['المخطط', 'Plan'])
    const [ar, en] = both.sheets.map(s => rowsOf(s))
    expect(ar?.map(r => r.الرقم).sort()).toEqual(en?.map(r => r.Number).sort())
    expect(ar?.length).toBeGreaterThan(10)
  })

  test('holds what the asker may see, and no more', async () => {
    await on.say('health', 'Secret visit on 15 December at 9am in the Exhibition Centre, embargoed until 14 December 6pm')
    await on.press('health', 'Submit')
    const seen: Record<string, boolean> = {}
    for (const as of ['health', 'works', 'centre', 'observer']) {
      await on.say(as, 'export the plan for December to Excel in English')
      seen[as] = JSON.stringify((await handed(as)).sheets).includes('Secret visit')
    }
    expect(seen).toEqual({ health: true, works: false, centre: true, observer: false })
  })

  test('an edition is given as it was frozen; one that is not there says which is', async () => {
    await on.command('centre', 'munassiq', 'compile')
    await on.press('centre', 'Compile the edition')
    const asked = await on.say('health', 'export edition 99')
    expect(asked.text).toMatch(/no edition 99/i)
    const shown = await on.say('health', 'show edition 1')
    expect(actionsOf(shown.views[0] as never).map(a => a.label)).toContain('As a file')
    await on.press('health', 'As a file')
    const before = await on.press('health', 'Excel')
    expect(before.views.map(textOf).join()).toMatch(/Communication plan, edition 1\.xlsx/)
  })
})
