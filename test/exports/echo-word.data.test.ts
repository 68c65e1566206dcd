/** The echo as a Word file and as a sheet: of what is asked for, as far as its reader may see it, with its chart and the same in words. */
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/universal'
import { beforeEach, describe, expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import { activities } from '../../db/schema.ts'
import { filesOf } from '../../src/model/view.ts'
import { appeared, november } from '../coverage/echo-rows.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'
import { readWord } from './word-file.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(async () => {
  await november(h)
})

async function file(who: string, ask: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { views } = await h.say(who, ask)
  const part = views.flatMap(filesOf).at(-1)
  const bytes = part && (await filesDb.bytesOf(h.db, h.networkId, part.id))
  if (!part || !bytes) throw new Error(`no file for ${ask}: ${JSON.stringify(views).slice(0, 300)}`)
  return { name: part.name, bytes }
}

describe('as Word', () => {
  test('in both languages, each with its chart, which says the same to whoever does not see it', async () => {
    const { name, bytes } = await file('health', 'echo of November as Word in both languages')
    expect(name).toBe('Media echo November 2026 in both languages.docx')
    const word = readWord(bytes)
    const pictures = Object.keys(unzipSync(bytes)).filter(f => /^word\/media\/.*\.png$/.test(f))
    expect(pictures).toHaveLength(2)
    const alts = [...word.body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(m => m[1] ?? '')
    expect(alts[0]).toMatch(
      /^Media echo: November 2026\. 6 appearances in the media\. Traditional media: 4 \(local 3, regional 1\): newspapers 2/,
    )
    expect(alts[1]).toMatch(/^الصدى الإعلامي: نوفمبر ٢٠٢٦\. ٦ تغطيات إعلامية/)
    // Else a line cuts the picture to its own height.
    expect(word.body.match(/w:lineRule="auto"[^>]*\/>(?:(?!<\/w:p>).)*<w:drawing>/gs)).toHaveLength(2)
    expect(word.text).toMatch(/Coverage collected: 3 of 9 activities that took place/)
    expect(word.text).toMatch(/جُمعت تغطيتها: ٣ من ٩ فعاليات منفّذة/)
    expect(word.tables.map(t => t.name)).toEqual([
      'Appearances by kind of media and level',
      'Appearances in the media',
      'التغطيات بحسب نوع الوسيلة ونطاقها',
      'التغطيات الإعلامية',
    ])
    expect(h.errors).toEqual([])
  })

  test('by an Arabic sentence', async () => {
    const { name } = await file('centre', 'الصدى الإعلامي لنوفمبر ملف وورد')
    expect(name).toBe('الصدى الإعلامي نوفمبر 2026 بالعربية.docx')
  })

  test('from the button of the card, of the same echo', async () => {
    await h.say('health', 'echo of the second priority')
    await h.press('health', 'As a file')
    const { views } = await h.press('health', 'Word')
    expect(views.flatMap(filesOf).at(-1)?.name).toMatch(/^Media echo of the priority Prevention begins with us/)
  })

  test('without a chart where nothing is on record, and it says so', async () => {
    const { bytes } = await file('health', 'media echo for September as Word')
    expect(Object.keys(unzipSync(bytes)).some(f => f.startsWith('word/media/'))).toBe(false)
    expect(readWord(bytes).text).toContain('No coverage has been collected for this echo yet')
  })

  test('what a reader may not see is not in it', async () => {
    await appeared(h, 'A-2026-0031', 'agency', '2026-11-10', { title: 'The secret headline' })
    await h.db.update(activities).set({ visibility: 'centre' }).where(eq(activities.reference, 'A-2026-0031'))
    const told = async (who: string, ask: string) => readWord((await file(who, ask)).bytes).text.includes('The secret headline')
    expect(await told('health', 'echo of November as Word')).toBe(false)
    expect(await told('centre', 'echo of November in English as Word')).toBe(true)
  })

  test('the plan as it stands ends with the echo of the month before', async () => {
    const { bytes } = await file('centre', 'the plan for December as a Word file in English')
    expect(readWord(bytes).text).toContain('Media echo of the month before: November 2026')
  })
})

describe('as Excel', () => {
  test('every figure by its stage, and every appearance', async () => {
    await h.say(
      'health',
      'add an outcome figure for A-2026-0022: 1,200 people registered for screening, counted by the clinics until 20 November',
    )
    await h.press('health', 'Add the figure')
    const { name, bytes } = await file('health', 'echo of november as excel in english')
    expect(name).toBe('Media echo November 2026.xlsx')
    const sheets = await readXlsx(new Blob([bytes as BlobPart]))
    const [echo, appearances] = sheets as unknown as { sheet: string; data: unknown[][] }[]
    expect([echo?.sheet, appearances?.sheet]).toEqual(['Echo', 'Appearances'])
    const row = (what: string) => echo?.data.find(r => r[1] === what)
    expect(row('In the plan')?.[2]).toBe(13)
    expect(row('newspapers · local')?.[2]).toBe(2)
    expect(appearances?.data).toHaveLength(7)
    expect(appearances?.data[1]?.slice(1, 5)).toEqual(['The Daily Gulf Gazette', 'newspapers', 'Traditional media', 'local'])
    expect(appearances?.data[1]?.[7]).toBe(40_000)
  })
})
