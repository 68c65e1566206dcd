/** The achievements as a Word file: each organization's stories as the edition froze them, as far as the asker may see them. */
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import { activities, organizations } from '../../db/schema.ts'
import * as storiesDb from '../../db/stories.ts'
import { filesOf } from '../../src/model/view.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'
import { readWord } from './word-file.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const at = Temporal.Instant.from('2026-11-20T09:00:00Z')
async function stored(id: string, handle: string, more: Partial<storiesDb.NewStory>): Promise<void> {
  const [o] = await h.db.select().from(organizations).where(eq(organizations.handle, handle))
  await storiesDb.add(h.db, {
    networkId: h.networkId,
    id,
    organizationId: o?.id ?? '',
    month: '2026-11',
    state: 'approved',
    proposedBy: 'x',
    addedAt: at,
    changedAt: at,
    ...more,
  })
}
async function handed(as: string) {
  const file = h.shown
    .filter(s => s.to === as)
    .flatMap(s => filesOf(s.view))
    .at(-1)
  const bytes = file && (await filesDb.bytesOf(h.db, h.networkId, file.id))
  if (!file || !bytes) throw new Error('no file was handed over')
  return { name: file.name, ...readWord(bytes) }
}

test('in either language, with what is told in one alone in its own; nothing that the asker may not see', async () => {
  const [hidden] = await h.db.select().from(activities).limit(1)
  await h.db
    .update(activities)
    .set({ visibility: 'centre', ownerId: 'nobody' })
    .where(eq(activities.id, hidden?.id ?? ''))
  await stored('s1', 'works', {
    headlineEn: 'The new bridge halves the way to school',
    headlineAr: 'جسر جديد يختصر الطريق إلى المدرسة',
    changeEn: 'Four hundred pupils reach school in ten minutes.',
    figure: '400 pupils',
    figureHow: 'counted by the school in its first week',
    quote: 'I sleep half an hour longer',
    quoteBy: 'Amal, 11',
    consent: true,
    picture: 'https://example.com/bridge.jpg',
  })
  await stored('s2', 'youth', { headlineEn: 'Not for everybody', changeEn: 'It is not told yet.', activityId: hidden?.id ?? '' })
  expect((await h.say('tourism', 'achievements edition as a Word file')).text).toContain(
    'No edition of the achievements has been issued yet',
  )
  await h.say('centre', 'issue the achievements edition for November')
  await h.press('centre', 'Issue the edition')
  await h.say('tourism', 'achievements edition as a Word file')
  const english = await handed('tourism')
  expect(english.name).toBe('Achievements of November 2026 edition 1.docx')
  expect(english.paragraphs.filter(p => /^Heading/.test(p.style)).map(p => p.text)).toEqual([
    'Ministry of Works',
    'The new bridge halves the way to school',
  ])
  expect(english.text).toContain('400 pupils (counted by the school in its first week)')
  expect(english.text).toContain('“I sleep half an hour longer” (Amal, 11)')
  expect(english.text).not.toContain('Not for everybody')
  await h.say('youth', 'إصدار الإنجازات ١ ملف وورد')
  const arabic = await handed('youth')
  expect(arabic.name).toBe('إنجازات نوفمبر 2026 الإصدار 1 بالعربية.docx')
  expect(arabic.text).toContain('جسر جديد يختصر الطريق إلى المدرسة')
  expect(arabic.paragraphs.find(p => p.text.startsWith('Four hundred'))?.rtl).toBe(false)
  expect(arabic.paragraphs.find(p => p.text.startsWith('“I sleep half an hour longer” (Amal, 11)'))?.rtl).toBe(false)
  // The centre’s own holds all of it; the button under the edition gives the same file.
  await h.say('centre', 'show the achievements edition')
  await h.press('centre', 'As a Word file')
  expect((await handed('centre')).text).toContain('Not for everybody')
  expect(h.errors).toEqual([])
})
