/**
 * The chart of an echo as data for ECharts: appearances by kind of media, each bar in its levels, and below them the outlets with most. Pure. In Arabic
 * everything runs from the right: the axis and the names stand there, the bars grow to the left, and the levels follow each other so.
 */

import type { Voice } from '../activities/show.ts'
import type { Speak } from '../locales/speak.ts'
import { type Level, levels, mediums } from '../model/coverage.ts'
import type { Language } from '../model/people.ts'
import type { Echo } from './echo.ts'
import { titleOf } from './echo-show.ts'

/** Pixels. */
export type Size = { width: number; height: number }
export type Chart = { size: Size; option: Record<string, unknown> }

/** Narrow, so that it can be read where a phone shows it at half its size. */
const width = 640
const margin = 24
/** Where names of media and outlets stand, beside their bars. */
const nameWidth = 232
/** Where the sum of a bar stands, at its end. */
const totalWidth = 64
const rowHeight = 50
/** Of a line of the title. */
const titleLine = 34
const legendHeight = 46
const headHeight = 44
const gap = 20
/** Outlets in the chart; the rest stand in the text. */
const mostOutlets = 6

/** Apart for eyes that do not tell colours, too: dark, middle, light. */
const colours: Record<Level, string> = { local: '#0f5b4f', regional: '#d08a1d', international: '#8fb7e8' }
const onColour: Record<Level, string> = { local: '#ffffff', regional: '#1b1b1b', international: '#1b1b1b' }
const ink = '#1f2a2e'
const subtle = '#5b6a70'
const outletColour = '#4d6b75'

export const chartFont = 'IBM Plex Sans Arabic'

/** On two lines at most, broken and cut behind a word; the whole stands in the text beside the picture. Characters of a line. */
export function twoLines(text: string, most: number): string[] {
  const lines: string[] = []
  let rest = [...text.replace(/\s+/g, ' ').trim()]
  while (rest.length > most && lines.length < 1) {
    const space = rest.slice(0, most + 1).lastIndexOf(' ')
    const end = space > most / 3 ? space : most
    lines.push(rest.slice(0, end).join('').trim())
    rest = [...rest.slice(end).join('').trim()]
  }
  if (rest.length > most) {
    const space = rest.slice(0, most).lastIndexOf(' ')
    rest = [...rest.slice(0, space > most / 2 ? space : most - 1), '…']
  }
  return [...lines, rest.join('')]
}
/** Characters of a line: Arabic letters are narrower, whichever language a name is shown in. */
const longestName = { ar: 28, en: 22 }
const longestTitle = { ar: 54, en: 46 }
const scriptOf = (text: string): Language => (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'en')

/** Null where nothing appeared. */
export function chartOf(voice: Voice, echo: Echo): Chart | null {
  if (echo.appearances === 0) return null
  const { speak } = voice
  const rtl = speak.language === 'ar'
  const shownMediums = mediums.filter(m => echo.cells.some(c => c.medium === m))
  const shownLevels = levels.filter(l => echo.cells.some(c => c.level === l))
  const outlets = echo.outlets.slice(0, mostOutlets)
  const at = (medium: string, level: Level): number => echo.cells.find(c => c.medium === medium && c.level === level)?.n ?? 0
  const title = twoLines(titleOf(voice, echo.scope), longestTitle[speak.language])
  const titleHeight = margin + title.length * titleLine
  const first = { top: titleHeight + legendHeight + headHeight, height: shownMediums.length * rowHeight }
  const second = { top: first.top + first.height + gap + headHeight, height: outlets.length * rowHeight }
  const size = { width, height: second.top + second.height + margin }
  const grid = ({ top, height }: typeof first) => ({
    top,
    height,
    left: rtl ? margin + totalWidth : margin + nameWidth,
    right: rtl ? margin + nameWidth : margin + totalWidth,
    // Else each is made narrower by the names it guesses to be long, and the two no longer stand under each other.
    outerBoundsMode: 'none',
  })
  const sums = shownMediums.map(m => levels.reduce((n, l) => n + at(m, l), 0))
  const most = Math.max(...sums, ...outlets.map(o => o.n))
  const perOne = (width - 2 * margin - nameWidth - totalWidth) / most
  const value = (gridIndex: number) => ({ type: 'value', gridIndex, show: false, inverse: rtl, min: 0, max: most })
  const names = (gridIndex: number, data: string[]) => ({
    type: 'category',
    gridIndex,
    inverse: true,
    position: rtl ? 'right' : 'left',
    data: data.map(n => lined(speak, twoLines(n, longestName[scriptOf(n)]))),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#b9c4c8' } },
    axisLabel: { color: ink, fontSize: 18, lineHeight: 22, margin: 10, fontFamily: chartFont, interval: 0 },
  })
  const text = (t: readonly string[], top: number, look: { size: number; weight?: number; color?: string }) => ({
    type: 'text',
    top,
    ...(rtl ? { right: margin } : { left: margin }),
    style: {
      text: lined(speak, t),
      fontFamily: chartFont,
      fontSize: look.size,
      lineHeight: titleLine,
      fontWeight: look.weight ?? 400,
      fill: look.color ?? ink,
      textAlign: rtl ? 'right' : 'left',
    },
  })
  return {
    size,
    option: {
      animation: false,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily: chartFont },
      grid: [grid(first), grid(second)],
      xAxis: [value(0), value(1)],
      yAxis: [
        names(
          0,
          shownMediums.map(m => speak.say('echo.medium', { _medium: m })),
        ),
        names(
          1,
          outlets.map(o => speak.pick(o.name) || o.id),
        ),
      ],
      series: [
        ...shownLevels.map(level => ({
          type: 'bar',
          stack: 'media',
          xAxisIndex: 0,
          yAxisIndex: 0,
          barWidth: 28,
          barMinHeight: 2,
          itemStyle: { color: colours[level] },
          data: shownMediums.map(m => at(m, level) || null),
          label: {
            ...figure,
            show: shownLevels.length > 1,
            position: 'inside',
            color: onColour[level],
            formatter: ({ value: n, dataIndex }: Value) => (n && n !== sums[dataIndex] && n * perOne > leastWide ? speak.number(n) : ''),
          },
        })),
        {
          type: 'bar',
          stack: 'media',
          xAxisIndex: 0,
          yAxisIndex: 0,
          data: shownMediums.map(() => 0),
          label: { ...figure, position: rtl ? 'left' : 'right', formatter: ({ dataIndex }: Value) => speak.number(sums[dataIndex] ?? 0) },
        },
        {
          type: 'bar',
          xAxisIndex: 1,
          yAxisIndex: 1,
          barWidth: 28,
          itemStyle: { color: outletColour },
          data: outlets.map(o => o.n),
          label: { ...figure, position: rtl ? 'left' : 'right', formatter: ({ value: n }: Value) => speak.number(n ?? 0) },
        },
      ],
      graphic: [
        text(title, margin - 6, { size: 24, weight: 600 }),
        ...legend(speak, shownLevels, rtl, titleHeight),
        text([speak.say('echo.chartMedia')], titleHeight + legendHeight + 4, { size: 19, weight: 600, color: subtle }),
        text([speak.say('echo.chartOutlets')], first.top + first.height + gap + 4, { size: 19, weight: 600, color: subtle }),
      ],
    },
  }
}

const lined = (speak: Speak, lines: readonly string[]): string => lines.map(t => line(speak, t)).join('\n')

/** A line by itself: its direction is that of the language, whatever it begins with. */
function line(speak: Speak, text: string): string {
  return speak.language === 'ar' ? `\u202b${text.replace(/[\u2066-\u2069]/g, '')}\u202c` : text.replace(/[\u2066-\u2069]/g, '')
}

const figure = { show: true, color: ink, fontSize: 17, fontWeight: 600, fontFamily: chartFont, distance: 8 }
/** What ECharts tells of a bar. */
type Value = { value: number | null; dataIndex: number }
/** Pixels of a part of a bar that has room for its figure; the sum stands at the end all the same. */
const leastWide = 26

/** ECharts' own legend puts its marks by the width of a text that it guesses; ours stand at fixed places, from the side where reading begins. */
function legend(speak: Speak, shown: readonly Level[], rtl: boolean, top: number): object[] {
  const step = 160
  const side = (from: number) => (rtl ? { right: margin + from } : { left: margin + from })
  return shown.flatMap((level, i) => [
    { type: 'rect', top: top + 12, ...side(i * step), shape: { width: 18, height: 18, r: 3 }, style: { fill: colours[level] } },
    {
      type: 'text',
      top: top + 10,
      ...side(i * step + 28),
      style: {
        text: line(speak, speak.say('echo.level', { _level: level })),
        fontFamily: chartFont,
        fontSize: 18,
        fill: ink,
        textAlign: rtl ? 'right' : 'left',
      },
    },
  ])
}
