/**
 * Draws a chart as a picture (PNG) on the server. The libraries are loaded when the first chart is asked for, and the font is one that ships with the
 * project, so that the picture is the same on every machine.
 */
import { createRequire } from 'node:module'
import type { Chart } from './chart.ts'
import { chartFont } from './chart.ts'

export const pictureMime = 'image/png'

/** Pixels of a picture's longer side: the most that Teams shows in a message; on paper it is sharp. */
const longestSide = { message: 1024, paper: 2400 } as const
export type Where = keyof typeof longestSide

const fonts = ['400Regular/IBMPlexSansArabic_400Regular.ttf', '600SemiBold/IBMPlexSansArabic_600SemiBold.ttf']

type Draw = (chart: Chart, where: Where) => Uint8Array
let drawing: Promise<Draw> | null = null

/** Bars, their grid and SVG alone: the whole library takes twice the memory. */
async function prepared(): Promise<Draw> {
  const [core, { install: bars }, { install: grid }, { install: graphic }, { install: svg }, { Resvg }] = await Promise.all([
    import('echarts/core'),
    import('echarts/lib/chart/bar/install.js'),
    import('echarts/lib/component/grid/installSimple.js'),
    import('echarts/lib/component/graphic/install.js'),
    import('echarts/lib/renderer/installSVGRenderer.js'),
    import('@resvg/resvg-js'),
  ])
  core.use([bars, grid, graphic, svg])
  const { resolve } = createRequire(import.meta.url)
  const fontFiles = fonts.map(file => resolve(`@expo-google-fonts/ibm-plex-sans-arabic/${file}`))
  return ({ size, option }, where) => {
    const drawn = core.init(null, null, { renderer: 'svg', ssr: true, ...size })
    drawn.setOption(option)
    const picture = drawn.renderToSVGString()
    drawn.dispose()
    return new Resvg(picture, {
      fitTo: { mode: size.width > size.height ? 'width' : 'height', value: longestSide[where] },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: chartFont },
    })
      .render()
      .asPng()
  }
}

export async function draw(chart: Chart, where: Where): Promise<Uint8Array> {
  // What could not be loaded is tried again with the next chart.
  drawing ??= prepared().catch(error => {
    drawing = null
    throw error
  })
  return (await drawing)(chart, where)
}
