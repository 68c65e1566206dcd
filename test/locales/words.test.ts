/** Every sentence can be said in both languages: the same keys, messages that parse and take the same values, plural forms, quotation, isolation. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/commands.ts'
import { type Key, keys, words } from '../../src/locales/words.ts'
import type { Language } from '../../src/model/people.ts'
import { voice } from '../voice.ts'
import { houseFiles } from '../walls-read.ts'
import { bare, fillings, takenBy } from './message.ts'

const languages: Language[] = ['ar', 'en']
const root = new URL('../../', import.meta.url)

describe('wing by wing', () => {
  const wings = Object.keys(houseFiles()).flatMap(p => /^src\/([a-z-]+)\/words\.en\.ts$/.exec(p)?.[1] ?? [])

  test('both languages hold the same keys, and all of them are among the words of the house', async () => {
    const seen: string[] = []
    for (const wing of wings) {
      const { ar } = (await import(new URL(`src/${wing}/words.ar.ts`, root).href)) as { ar: Record<string, string> }
      const { en } = (await import(new URL(`src/${wing}/words.en.ts`, root).href)) as { en: Record<string, string> }
      expect(Object.keys(ar).sort(), wing).toEqual(Object.keys(en).sort())
      seen.push(...Object.keys(en))
    }
    expect(wings.length).toBeGreaterThanOrEqual(5)
    expect(
      seen.filter((key, n) => seen.indexOf(key) !== n),
      'said by two wings',
    ).toEqual([])
    expect(seen.sort()).toEqual([...keys].sort())
  })

  test('the page of the local chat has the same words in both', () => {
    const page: { pageWords?: Record<Language, object> } = {}
    runInNewContext(readFileSync(new URL('adapters/web/page/words.js', root), 'utf8'), page)
    const names = (o: object): string[] =>
      Object.entries(o).flatMap(([k, v]) => (typeof v === 'object' && v ? names(v).map(n => `${k}.${n}`) : k))
    expect(names(page.pageWords?.ar ?? {})).toEqual(names(page.pageWords?.en ?? {}))
    expect(names(page.pageWords?.en ?? {}).length).toBeGreaterThan(15)
  })
})

/** What is Latin in an Arabic sentence: names, and what is typed as it stands. */
const latin = [
  // A name of the zone database is typed as it stands.
  'Asia/Bahrain',
  'Slack',
  'Microsoft Teams',
  'Outlook',
  'Google',
  'Apple',
  'PUBLIC_URL',
  'https',
  'CSV UTF-8',
  'CSV',
  'RRULE',
  'npm run setup-code',
  'huda@health.example',
  'A-2026-0142',
  'ar',
  'en',
]

const taken = (key: Key, language: Language) => takenBy(words[language][key], language)
/** The names of a message's values; whether one is counted or shown as a number is each language's own affair. */
const values = (key: Key, language: Language) => [...new Set(taken(key, language).map(t => t.name))].sort().join()
const choices = (key: Key, language: Language) =>
  [
    ...new Set(
      taken(key, language)
        .filter(t => t.kind === 'select')
        .map(t => `${t.name}: ${t.options.sort().join(' ')}`),
    ),
  ]
    .sort()
    .join()
const plurals = (key: Key, language: Language) =>
  taken(key, language)
    .filter(t => t.kind === 'plural')
    .map(t =>
      t.options
        .filter(o => !o.startsWith('='))
        .sort()
        .join(' '),
    )

describe('every message', () => {
  test('takes the same values in both languages, and is chosen by the same words', () => {
    expect(keys.filter(key => values(key, 'ar') !== values(key, 'en'))).toEqual([])
    expect(keys.filter(key => choices(key, 'ar') !== choices(key, 'en'))).toEqual([])
  })

  test('has the six plural forms of Arabic, and the two of English', () => {
    expect(keys.filter(key => plurals(key, 'ar').some(forms => forms !== 'few many one other two zero'))).toEqual([])
    expect(keys.filter(key => plurals(key, 'en').some(forms => forms !== 'one other'))).toEqual([])
    expect(keys.filter(key => plurals(key, 'ar').length > 0).length).toBeGreaterThan(15)
  })

  test('can be said in every way it may turn out, each name that is put in isolated', () => {
    for (const key of keys)
      for (const language of languages)
        for (const given of fillings(key, language, 'Xyz')) {
          const said = voice(language).say(key, given)
          expect(said, key).not.toMatch(/[{}]|undefined|\[object/)
          expect(said.replaceAll('\u2068Xyz\u2069', ''), key).not.toContain('Xyz')
          expect(said.split('\u2068').length, `${key}: isolates are closed`).toBe(said.split('\u2069').length)
        }
  })

  test('keeps what would break out of its isolation inside', () => {
    const said = voice('ar').say('activity.saved', { reference: '\u2069evil\u202e\u2066' })
    expect(said).toContain('\u2068evil\u2069')
    expect(said.match(/[\u2066-\u2069\u202a-\u202e]/g)).toHaveLength(2)
  })
})

const sentences: { name: string; ar: string[]; en: string[] }[] = [
  ...keys.map(key => ({ name: key, ar: bare(words.ar[key], 'ar'), en: bare(words.en[key], 'en') })),
  ...commands.flatMap(c => [
    { name: `${c.key}: title`, ar: [c.title.ar], en: [c.title.en] },
    { name: `${c.key}: about`, ar: [c.about.ar], en: [c.about.en] },
  ]),
]
/** Names of the sentences whose Arabic or English text breaks a rule. */
const breaking = (rule: { ar?: (text: string) => boolean; en?: (text: string) => boolean }): string[] =>
  sentences.filter(s => s.ar.some(text => rule.ar?.(text)) || s.en.some(text => rule.en?.(text))).map(s => s.name)
const either = (pattern: RegExp) => breaking({ ar: text => pattern.test(text), en: text => pattern.test(text) })
const withoutNames = (text: string) => latin.reduce((t, word) => t.replaceAll(word, ''), text)

describe('the writing', () => {
  test('calls out nothing, and spaces are where they belong', () => {
    expect(either(/[!！]/)).toEqual([])
    expect(either(/^ | $| {2}| [،,.:؛؟?]/)).toEqual([])
  })

  test('quotes “so” in English, with the apostrophe ’, and «so» in Arabic', () => {
    expect(breaking({ en: text => /["'`«»]/.test(text), ar: text => /["'`“”‘’]/.test(text) })).toEqual([])
  })

  test('leaves no English in Arabic, and no Arabic in English, but in the question which of the two', () => {
    expect(breaking({ en: text => /\p{Script=Arabic}/u.test(text), ar: text => /\p{Script=Latin}/u.test(withoutNames(text)) })).toEqual([
      'network.whichLanguage',
    ])
  })

  test('uses the signs and digits of its own script, but in what is typed as it stands', () => {
    expect(breaking({ ar: text => withoutNames(text) === text && /[?,0-9]|;(?!\.)/.test(text) })).toEqual(['network.whichLanguage'])
  })

  test('says something, and asks, where the other language does', () => {
    // A month and a year need no words in English; Arabic marks the year.
    const silent = sentences.filter(s => /\p{Script=Arabic}/u.test(s.ar.join('')) !== /\p{Script=Latin}/u.test(s.en.join('')))
    expect(silent.map(s => s.name)).toEqual(['holidays.hijriMonth'])
    const asks = (text: string | undefined) => /[؟?]( ·|$)/.test(text ?? '')
    expect(sentences.filter(s => asks(s.ar[0]) !== asks(s.en[0])).map(s => s.name)).toEqual([])
  })
})
