/** Every sentence of the wing can be said in both languages: the messages parse, take the same values, and Arabic has its six plural forms. */
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { ar } from '../../src/network/words.ar.ts'
import { en } from '../../src/network/words.en.ts'

const keys = Object.keys(en) as (keyof typeof en)[]
const names = (message: string, tag: string): string[] => {
  const out = new Set<string>()
  const walk = (parts: unknown): void => {
    for (const p of Array.isArray(parts) ? parts : []) {
      if (typeof p.value === 'string' && p.type !== 0) out.add(p.value)
      for (const o of Object.values(p.options ?? {})) walk((o as { value: unknown }).value)
    }
  }
  walk(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst())
  return [...out].sort()
}

test.each(keys)('%s takes the same values in both languages', key => {
  expect(names(ar[key], 'ar-BH')).toEqual(names(en[key], 'en-GB'))
})

test.each(keys.filter(k => ar[k].includes(', plural,')))('%s has the six Arabic forms', key => {
  const plurals = ar[key].match(/, plural,/g)?.length ?? 0
  for (const form of ['zero', 'one', 'two', 'few', 'many', 'other'])
    expect(ar[key].match(new RegExp(`(?<=[\\s,}])${form} \\{`, 'g'))?.length ?? 0, form).toBeGreaterThanOrEqual(plurals)
})

test('nothing is said in the other language or with an exclamation mark', () => {
  for (const key of keys) {
    expect(en[key]).not.toContain('!')
    expect(ar[key]).not.toMatch(/[!]/)
    if (key !== 'network.whichLanguage') expect(en[key], key).not.toMatch(/\p{Script=Arabic}/u)
    expect(ar[key], key).toMatch(/\p{Script=Arabic}|^\{/u)
  }
})
