/** Pages for everybody, such as a platform's store asks for: both languages one below the other, Arabic from right to left. */
import type express from 'express'
import type { Page, Pages } from '../src/model/page.ts'
import type { Language } from '../src/model/people.ts'

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const article = (page: Page, language: Language): string =>
  `<article lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><h1>${escaped(page.title)}</h1>${page.parts
    .map(({ heading, lines }) => {
      const items = lines.map(escaped)
      const body =
        items.length > 1 && heading ? `<ul>${items.map(l => `<li>${l}</li>`).join('')}</ul>` : items.map(l => `<p>${l}</p>`).join('')
      return `${heading ? `<h2>${escaped(heading)}</h2>` : ''}${body}`
    })
    .join('')}</article>`

const style =
  'body{font:17px/1.6 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1b1f1e;background:#fff}h1{font-size:1.5em}h2{font-size:1.1em;margin-top:1.4em}article+article{border-top:1px solid #ccc;margin-top:2.5em;padding-top:1em}'

export const pageOf = (both: Record<Language, Page>): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Munassiq: ${escaped(both.en.title)} · ${escaped(both.ar.title)}</title><style>${style}</style></head><body>${article(both.ar, 'ar')}${article(both.en, 'en')}</body></html>`

export const pagesRoute =
  (pages: Pages) =>
  (app: express.Application): void => {
    for (const [path, both] of Object.entries(pages)) app.get(`/${path}`, (_req, res) => void res.type('html').send(pageOf(both)))
  }
