/**
 * Draws a chart as a picture (PNG) on the server. The libraries are loaded when the first chart is asked for, and the font is one that ships with the
 * project, so that the picture is the same on every machine.
 */
import { createRequire } from 'node:module'
import type { Chart } from './chart.ts'
import { chartFont } from './chart.ts'

export const pictureMime = 'image/png'

/** Pixels of the picture for one of the chart: sharp on a phone, and on paper. */
const sharpness = 1.5

const fonts = ['400Regular/IBMPlexSansArabic_400Regular.ttf', '600SemiBold/IBMPlexSansArabic_600SemiBold.ttf']

let drawing: Promise<(chart: Chart) => Uint8Array> | null = null

/** Bars, their grid and SVG alone: the whole library takes twice the memory. */
async function prepared(): Promise<(chart: Chart) => Uint8Array> {
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
  return ({ size, option }) => {
    const drawn = core.init(null, null, { renderer: 'svg', ssr: true, ...size })
    drawn.setOption(option)
    const picture = drawn.renderToSVGString()
    drawn.dispose()
    return new Resvg(picture, {
      fitTo: { mode: 'width', value: Math.round(size.width * sharpness) },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: chartFont },
    })
      .render()
      .asPng()
  }
}

export async function draw(chart: Chart): Promise<Uint8Array> {
  drawing ??= prepared()
  return (await drawing)(chart)
}
