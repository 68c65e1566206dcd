/** The plan and editions as Word, asked for in chat and read back by a second reader: what it holds, for whom, and how it is made for screen readers. */
import { expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import { filesOf } from '../../src/model/view.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'
import { readWord } from './word-file.ts'

let h: TestHouse
onSample(made => {
  h = made
})

/** The Word file that was last handed to a person. */
async function handed(as: string) {
  const file = h.shown
    .filter(s => s.to === as)
    .flatMap(s => filesOf(s.view))
    .at(-1)
  const bytes = file && (await filesDb.bytesOf(h.db, h.networkId, file.id))
  if (!file || !bytes) throw new Error('no file was handed over')
  return { name: file.name, bytes, ...readWord(bytes) }
}
const compile = async () => {
  await h.say('centre', 'جمّع الخطة')
  await h.press('centre', 'إعداد الإصدار')
}

test('an Arabic edition: right to left throughout, real headings, header rows, its language, Hijri dates; messages in both languages', async () => {
  await compile()
  await h.say('centre', 'أرسل لي الإصدار الأول وورد')
  const { name, paragraphs, tables, parts, sections, text } = await handed('centre')
  expect(name).toBe('مخطط الاتصال الإصدار 1 بالعربية.docx')
  expect(paragraphs.filter(p => p.style === 'Heading1').map(p => p.text)).toEqual([
    'أولويات الاتصال',
    'المخطط يوماً بيوم',
    'الفعاليات بحسب الجهة',
  ])
  for (const style of ['Heading2', 'Heading3']) expect(paragraphs.filter(p => p.style === style).length).toBeGreaterThan(5)
  // Every paragraph that says something in Arabic is bidirectional, and its Arabic runs say so and in which language.
  for (const p of paragraphs.filter(p => /[\u0621-\u064a]/.test(p.text))) {
    expect([p.text, p.rtl]).toEqual([p.text, true])
    for (const run of p.runs)
      if (/[\u0621-\u064a]/.test(run.text)) expect([run.text, run.rtl, run.language]).toEqual([run.text, true, 'ar-BH'])
  }
  for (const p of paragraphs)
    for (const run of p.runs) if (/[A-Za-z]/.test(run.text)) expect([run.text, run.rtl]).toEqual([run.text, false])
  expect(tables.length).toBeGreaterThan(5)
  for (const t of tables) expect(t).toMatchObject({ rtl: true, headerRows: 1, name: expect.stringMatching(/./) })
  expect(sections).toHaveLength(1)
  expect(sections[0]).toContain('<w:bidi/>')
  expect(parts['docProps/core.xml']).toContain('<dc:language>ar-BH</dc:language>')
  expect(parts['docProps/core.xml']).toContain('<dc:title>مخطط الاتصال، الإصدار ١</dc:title>')
  expect(parts['docProps/core.xml']).toContain('>2026-11-24T06:00:00Z<')
  expect(parts['word/styles.xml']).toMatch(/w:lang w:val="en-GB"[^>]*w:bidi="ar-BH"/)
  expect(text).toContain('١٤٤٨هـ')
  expect(text).toContain('Every season opens new opportunities')
  expect(text).not.toMatch(/[\u2066-\u2069]/)
})

test('day by day: every working day of the window is there or in a run of which nothing was submitted', async () => {
  await compile()
  await h.say('tourism', 'edition 1 as a Word document please')
  const { paragraphs } = await handed('tourism')
  const from = paragraphs.findIndex(p => p.text === 'Day by day')
  const days = paragraphs.slice(from).filter(p => p.style === 'Heading3')
  expect(days[0]?.text).toMatch(/1 December 2026 · 21 Jumada al-Akhira 1448 AH/)
  expect(days.at(-1)?.text).toMatch(/31 January 2027/)
  const empty = paragraphs.flatMap((p, i) => (p.text === 'Nothing submitted.' ? [paragraphs[i - 1]?.text ?? ''] : []))
  expect(empty).toContain('Thursday 10 December 2026 · 1 Rajab 1448 AH')
  expect(empty.some(e => / to /.test(e))).toBe(true)
  expect(paragraphs.some(p => p.text === 'Public holiday: National Day')).toBe(true)
})

test('both languages are two parts of one file; the changes stand at its head', async () => {
  await compile()
  await h.say('health', 'Winter clinics campaign on 21 December at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  await compile()
  await h.say('tourism', 'send me the latest edition in Word')
  await h.press('tourism', 'In both languages')
  const { paragraphs, sections, tables, text } = await handed('tourism')
  expect(sections.map(s => s.includes('<w:bidi/>'))).toEqual([false, true])
  expect(paragraphs.filter(p => p.style === 'Heading1').map(p => p.text)).toEqual([
    'What changed',
    'Communication priorities',
    'Day by day',
    'Activities by organization',
    'ما تغيّر',
    'أولويات الاتصال',
    'المخطط يوماً بيوم',
    'الفعاليات بحسب الجهة',
  ])
  expect(tables[0]).toMatchObject({ name: 'Since edition 1', rows: 2, rtl: false })
  expect(text).toMatch(/Since edition 1\n1 change\n[\s\S]*Ministry of Health\nNew\nWinter clinics campaign/)
})

test('where the last meeting and the last edition tell the same, it is told once', async () => {
  await h.moveTo('2026-12-07T09:00:00+03:00')
  await h.say('health', 'Winter clinics campaign on 21 January at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  await h.say('tourism', 'the plan for January as a Word file')
  const { paragraphs } = await handed('tourism')
  const told = paragraphs.filter(p => p.style === 'Heading2' && p.text.startsWith('Since'))
  expect(told.map(p => p.text)).toEqual(['Since edition 1 and the meeting of Sunday 6 December 2026'])
})

test('an edition tells what had changed since the meeting when it was compiled, and nothing that came after', async () => {
  await h.say('health', 'Winter clinics campaign on 21 January at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  await h.moveTo('2026-12-07T09:00:00+03:00')
  await h.say('health', 'edit the winter clinics campaign')
  await h.say('health', 'change the date to 24 January')
  await h.press('health', 'Save changes')
  await compile()
  await h.moveTo('2026-12-08T09:00:00+03:00')
  await h.say('health', 'edit the winter clinics campaign')
  await h.say('health', 'change the date to 26 January')
  await h.press('health', 'Save changes')
  await h.say('tourism', 'Travel summit on 27 January at 11am at Bahrain Fort')
  await h.press('tourism', 'Submit')
  await h.say('tourism', 'the latest edition as Word')
  const { text } = await handed('tourism')
  expect(text).toMatch(/and the meeting of Sunday 6 December 2026\n1 change\n/)
  expect(text).toMatch(/Moved\nWinter clinics campaign\nA-2026-\d{4}\nfrom Thursday 21 January, 10:00 am\nto Sunday 24 January, 10:00 am/)
  expect(text).not.toMatch(/26 January, 10|Travel summit/)
})

test('holds what the asker may see; what is not for all says so on the title page; the same edition is the same bytes', async () => {
  await h.say('health', 'Secret visit on 15 December at 9am in the Exhibition Centre, embargoed until 14 December 6pm')
  await h.press('health', 'Submit')
  await compile()
  const seen: Record<string, [boolean, boolean]> = {}
  for (const as of ['health', 'works', 'centre', 'observer']) {
    await h.say(as, 'send edition 1 as a Word file in English')
    const { text, body } = await handed(as)
    seen[as] = [body.includes('Secret visit'), text.includes('not for the whole network')]
  }
  expect(seen).toEqual({ health: [true, true], works: [false, expect.any(Boolean)], centre: [true, true], observer: [false, false] })
  const { bytes } = await handed('observer')
  // The centre has a copy made that it can hand on.
  const { text: said } = await h.say('centre', 'send edition 1 as a Word file in English')
  expect(said).not.toContain('can be handed on')
  expect((await h.press('centre', 'As the whole network sees it')).text).toContain('can be handed on')
  const copy = await handed('centre')
  expect([copy.body.includes('Secret visit'), copy.text.includes('not for the whole network')]).toEqual([false, false])
  await h.say('centre', 'edition 1 in Word in English for distribution')
  expect((await handed('centre')).bytes).toEqual(bytes)
  await h.say('observer', 'send edition 1 as a Word file in English')
  expect((await handed('observer')).bytes).toEqual(bytes)
})

test('the plan as it stands, of all and of one organization; an edition that is not there is said, and nothing is made', async () => {
  await h.say('tourism', 'the plan for December as a Word file')
  const all = await handed('tourism')
  expect(all.name).toBe('Communication plan December 2026.docx')
  expect(all.text).toContain('As it stands: Tuesday 24 November 2026, 9:00 am')
  await h.say('tourism', 'the activities of the Ministry of Health in December as a Word document')
  const one = await handed('tourism')
  expect(one.paragraphs.find(p => p.style === 'Title')?.text).toBe('Communication plan of Ministry of Health')
  expect(one.paragraphs.filter(p => p.style === 'Heading2').map(p => p.text)).toEqual(['December 2026', 'Ministry of Health'])
  expect((await h.say('tourism', 'edition 40 as Word')).text).toContain('There is no edition 40')
})

test('what the centre worded and put into sections is what is printed', async () => {
  await h.say('health', 'Winter clinics campaign on 21 December at 10am at the Gulf Hotel')
  const reference = /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
  await h.say('centre', `print ${reference} in the edition as: Clinics at every door`)
  await h.say('centre', 'skip')
  await h.press('centre', 'Change')
  await h.press('centre', 'Section of the edition')
  await h.say('centre', 'صحة المجتمع | Public health')
  await h.press('centre', 'Print it so')
  await compile()
  await h.say('tourism', 'edition 1 as Word')
  const { text, paragraphs } = await handed('tourism')
  expect(paragraphs.filter(p => p.style === 'Heading1').map(p => p.text)).toContain('Sections of this edition')
  expect(text).toMatch(/Public health\nClinics at every door/)
  expect(text).not.toContain('Winter clinics campaign')
})

test('the agenda of the next meeting: an overview with times, each line under a heading, priorities with their messages, in the language asked in', async () => {
  await h.say('tourism', 'the agenda as a Word file')
  const { name, paragraphs, tables, text } = await handed('tourism')
  expect(name).toBe('Agenda meeting of Sunday 6 December 2026.docx')
  expect(text).toContain('Place: ')
  expect(tables[0]).toMatchObject({ name: 'Agenda', headerRows: 1, rtl: false })
  const lines = paragraphs.filter(p => p.style === 'Heading2').map(p => p.text)
  expect(lines.slice(0, 2)).toEqual(['1. Communication plan', '2. Communication priorities'])
  expect(tables[0]?.rows).toBe(lines.length + 1)
  expect(text).toContain('Every season opens new opportunities')
  await h.say('egov', 'جدول أعمال الاجتماع بصيغة وورد')
  const arabic = await handed('egov')
  expect(arabic.name).toBe('جدول أعمال اجتماع الأحد 6 ديسمبر 2026 بالعربية.docx')
  expect(arabic.tables.every(t => t.rtl)).toBe(true)
  expect(arabic.text).toMatch(/١٠:٠٠ صباحاً/)
})

test('the agenda’s actions are all on paper, with whose they are, until when, and how they stand; by the button of its card', async () => {
  await h.say('centre', 'action: the Ministry of Health sends the photo list by 3 December')
  await h.press('centre', 'Add the action')
  await h.command('tourism', 'munassiq', 'agenda')
  await h.press('tourism', 'As a file')
  const { tables, text } = await handed('tourism')
  expect(tables.find(t => t.name === 'Follow-up actions')).toMatchObject({ rows: 2, headerRows: 1 })
  expect(text).toMatch(/photo list\nMinistry of Health\nThursday 3 December\nOpen/)
})

test('of what no file is made a sentence says so', async () => {
  expect((await h.say('centre', 'actions as a word file')).text).toContain('There is no file of that')
})
