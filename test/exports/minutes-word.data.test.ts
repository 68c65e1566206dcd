/** Minutes as Word: asked for in chat, by number or the last ones, read back by a second reader. */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import * as minutesDb from '../../db/minutes.ts'
import type { MinutesContent } from '../../src/model/minutes.ts'
import { filesOf } from '../../src/model/view.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house } from '../house.ts'
import { readWord } from './word-file.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const content: MinutesContent = {
  startsAt: '2026-11-01T07:00:00Z',
  startedAt: '2026-11-01T07:05:00Z',
  closedAt: '2026-11-01T08:20:00Z',
  place: { ar: 'قاعة الاجتماعات', en: 'Main meeting room' },
  attendance: [{ organization: { ar: 'وزارة الصحة', en: 'Ministry of Health' }, people: [{ ar: 'هدى سالم', en: 'Huda Salem' }] }],
  lines: [
    {
      key: 'plan',
      title: { ar: 'مخطط الاتصال', en: 'Communication plan' },
      skipped: false,
      decisions: [{ id: 'd1', text: { ar: 'يُعتمد المخطط', en: 'The plan is approved' } }],
      actions: [
        {
          id: 'a1',
          number: 7,
          text: { en: 'Send the photographs (all of them).' },
          organizationId: 'health',
          organization: { ar: 'وزارة الصحة', en: 'Ministry of Health' },
          member: { ar: 'هدى سالم', en: 'Huda Salem' },
          dueOn: '2026-11-15',
        },
      ],
    },
    { key: 'clashes', title: { ar: 'التعارضات', en: 'Clashes' }, skipped: true, decisions: [], actions: [] },
  ],
}

test('by number and the last ones, in either language; before any are posted that is said', async () => {
  const h = await house(database)
  const handed = async (as: string) => {
    const file = h.shown
      .filter(s => s.to === as)
      .flatMap(s => filesOf(s.view))
      .at(-1)
    const bytes = file && (await filesDb.bytesOf(h.db, h.networkId, file.id))
    if (!file || !bytes) throw new Error('no file was handed over')
    return { name: file.name, ...readWord(bytes) }
  }
  expect((await h.say('tourism', 'minutes of the last meeting as a Word document')).text).toContain('No minutes have been posted yet')
  await minutesDb.post(h.db, {
    networkId: h.networkId,
    meetingId: 'm1',
    version: 1,
    number: null,
    content,
    at: Temporal.Instant.from('2026-11-01T09:00:00Z'),
    by: 'centre',
  })
  await h.say('tourism', 'minutes of the last meeting as a Word document')
  const english = await handed('tourism')
  expect(english.name).toBe('Minutes 1 meeting of Sunday 1 November 2026.docx')
  expect(english.text).toContain('Time: 10:05 to 11:20 am')
  expect(english.paragraphs.filter(p => /^Heading/.test(p.style)).map(p => p.text)).toEqual([
    'Attendance, as announced',
    'Items discussed',
    '1. Communication plan',
    '2. Clashes',
    'Follow-up actions',
  ])
  expect(english.text).toMatch(/Decisions\nThe plan is approved\nFollow-up actions\n7. Send the photographs/)
  expect(english.tables.map(t => [t.name, t.rows, t.headerRows])).toEqual([
    ['Attendance, as announced', 2, 1],
    ['Follow-up actions', 2, 1],
  ])
  await h.say('egov', 'محضر ١ بصيغة وورد')
  const arabic = await handed('egov')
  expect(arabic.name).toBe('المحضر رقم 1 اجتماع الأحد 1 نوفمبر 2026 بالعربية.docx')
  expect(arabic.text).toMatch(/لم يُناقش\./)
  // What was recorded in English alone is printed as it was written, from left to right.
  expect(arabic.paragraphs.find(p => p.style === 'Cell' && p.text.startsWith('Send'))?.rtl).toBe(false)
  expect((await h.say('egov', 'محضر ٩ بصيغة وورد')).text).toContain('لا يوجد محضر برقم ٩')
})
