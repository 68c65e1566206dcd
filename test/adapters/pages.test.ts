/** The pages that the manifests name are served, in both languages, Arabic from right to left; and they say what is true of the program. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpServer } from '../../adapters/http.ts'
import { pagesRoute } from '../../adapters/pages.ts'
import { teamsManifest } from '../../manifest/teams.ts'
import { commands } from '../../src/commands.ts'
import { pages } from '../../src/locales/pages.ts'
import { firstKeep } from '../../src/model/settings.ts'

const log = { info() {}, warn() {}, error() {} }
const server = createHttpServer({
  host: '127.0.0.1',
  port: 0,
  log,
  ready: async () => ({ ok: true }),
  routes: [pagesRoute(pages())],
})
let url = ''
beforeAll(async () => {
  url = `http://127.0.0.1:${(await server.start()).port}`
})
afterAll(() => server.stop())

test('every page that Teams is told of is there', async () => {
  const { developer } = teamsManifest({ url, appId: '00000000-0000-4000-8000-000000000000', version: '1.0.0', commands }) as {
    developer: Record<string, string>
  }
  for (const address of [developer.privacyUrl, developer.termsOfUseUrl]) {
    const response = await fetch(address ?? '')
    expect([address, response.status, response.headers.get('content-type')]).toEqual([address, 200, 'text/html; charset=utf-8'])
    const html = await response.text()
    expect(html).toContain('<article lang="ar" dir="rtl">')
    expect(html).toContain('<article lang="en" dir="ltr">')
  }
})

test('the page about privacy says how to be removed and the days that hold', async () => {
  const html = await (await fetch(`${url}/privacy`)).text()
  for (const said of ['“forget me”', '«احذفوا بياناتي»', `${firstKeep.messageDays} days`, `${firstKeep.messageDays} يوماً`])
    expect(html).toContain(said)
})

test('what stands in a page is text', async () => {
  const { pageOf } = await import('../../adapters/pages.ts')
  const page = { title: '<b>', parts: [{ heading: 'a & b', lines: ['"x"'] }] }
  expect(pageOf({ ar: page, en: page })).toContain('<h1>&lt;b&gt;</h1><h2>a &amp; b</h2><p>&quot;x&quot;</p>')
})
