/** The chart of an echo: the side it runs from, the network's digits, names that are long, and a picture that is drawn whole. */
import { expect, test } from 'vitest'
import { chartOf, twoLines } from '../../src/coverage/chart.ts'
import { draw } from '../../src/coverage/chart-draw.ts'
import { pictureOf } from '../../src/coverage/chart-file.ts'
import type { Echo } from '../../src/coverage/echo.ts'
import { voice } from '../voice.ts'

const echo = {
  scope: { month: '2026-11', months: 1, organizationId: null, priority: null },
  appearances: 6,
  cells: [
    { medium: 'print', level: 'local', n: 4 },
    { medium: 'print', level: 'international', n: 1 },
    { medium: 'social', level: 'local', n: 1 },
  ],
  outlets: [
    { id: 'a', name: { ar: 'جريدة الخليج اليومية', en: 'The Daily Gulf Gazette' }, n: 5 },
    { id: 'b', name: { en: 'United News Corporation for Digital Media, Publishing and Distribution' }, n: 1 },
  ],
} as unknown as Echo
const of = (language: 'ar' | 'en', of: Echo = echo) => {
  const chart = chartOf({ speak: voice(language), organizations: [] }, of)
  if (!chart) throw new Error('no chart')
  return chart
}
type Option = {
  xAxis: { inverse: boolean }[]
  yAxis: { position: string; data: string[] }[]
  series: { data: (number | null)[]; label: { position: string; formatter: (of: object) => string } }[]
}
const optionOf = (language: 'ar' | 'en') => of(language).option as unknown as Option

test('runs from the right in Arabic, with names at the right and figures in the network’s digits', () => {
  const [ar, en] = [optionOf('ar'), optionOf('en')]
  expect([ar.xAxis[0]?.inverse, ar.yAxis[0]?.position]).toEqual([true, 'right'])
  expect([en.xAxis[0]?.inverse, en.yAxis[0]?.position]).toEqual([false, 'left'])
  const sums = ar.series.at(-2)
  expect([0, 1].map(dataIndex => sums?.label.formatter({ value: 0, dataIndex }))).toEqual(['٥', '١'])
  expect(ar.yAxis[0]?.data[0]?.replace(/[\u202a-\u202e]/g, '')).toBe('الصحف')
})

test('draws nothing where nothing appeared, and no figure where there is none', () => {
  expect(chartOf({ speak: voice('en'), organizations: [] }, { ...echo, appearances: 0 })).toBeNull()
  const [local, international] = optionOf('en').series
  expect(local?.data).toEqual([4, 1])
  expect(international?.data).toEqual([1, null])
})

test('a name has two lines at most, broken and cut behind a word', () => {
  expect(twoLines('Gulf News Agency', 22)).toEqual(['Gulf News Agency'])
  expect(twoLines('United News Corporation for Digital Media, Publishing', 22)).toEqual(['United News', 'Corporation for…'])
  expect(twoLines('x'.repeat(60), 22).map(l => l.length)).toEqual([22, 22])
  expect(twoLines('', 22)).toEqual([''])
})

test('what cannot be drawn is told to the log, and the echo does without', async () => {
  const told: unknown[] = []
  const deaf = { speak: voice('en'), organizations: [], fault: (error: unknown) => told.push(error) }
  const broken = new Error('no such library')
  expect(await pictureOf(deaf, echo, 'message', async () => Promise.reject(broken))).toBeNull()
  expect(told).toEqual([broken])
  expect((await pictureOf(deaf, echo, 'message'))?.bytes.length).toBeGreaterThan(25_000)
})

const sizeOf = (png: Uint8Array) => [16, 20].map(at => new DataView(png.buffer, png.byteOffset).getUint32(at))

test('is a picture no larger than a message of Teams shows, with its letters drawn', async () => {
  for (const language of ['ar', 'en'] as const) {
    const png = await draw(of(language), 'message')
    expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])
    const sides = sizeOf(png)
    expect(Math.max(...sides)).toBe(1024)
    // Without its font the picture has bars and no letters: a third of the bytes.
    expect(png.length).toBeGreaterThan(25_000)
  }
})
