/** Reading a roster: separators, headers in either language, what is wrong and where. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksLikeRoster, readRoster } from '../../src/network/roster-read.ts'

const rows = (text: string) => {
  const read = readRoster(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}
const wrong = (text: string) => {
  const read = readRoster(text)
  if (read.ok) throw new Error('nothing is wrong')
  return read.problem.map(p => [p.line, p.said.key])
}

test('pasted lines without a header come in the order name, e-mail, organization, roles, language', () => {
  expect(rows('Huda Salem, Huda@Health.example, Ministry of Health, member;coordinator, ar')).toEqual([
    {
      line: 1,
      name: 'Huda Salem',
      email: 'huda@health.example',
      organization: 'Ministry of Health',
      roles: ['member', 'coordinator'],
      language: 'ar',
    },
  ])
  expect(rows('Huda Salem,huda@health.example,Ministry of Health')[0]).toMatchObject({ roles: ['member'], language: null })
})

test.each([
  ['comma', 'name,e-mail,organization,roles,language\nHuda,h@x.example,Health,member;admin,en'],
  ['semicolon, roles quoted', 'name;e-mail;organization;roles;language\nHuda;h@x.example;Health;"member;admin";en'],
  ['tab', 'name\te-mail\torganization\troles\tlanguage\nHuda\th@x.example\tHealth\tmember;admin\ten'],
  ['Arabic comma', 'الاسم، البريد الإلكتروني، الجهة، الصفات، اللغة\nHuda، h@x.example، Health، عضو؛مدير، الإنجليزية'],
  [
    'byte order mark, CRLF, quotes',
    '\ufeff"Name","Email","Organisation","Roles","Language"\r\n"Huda","h@x.example","Health","member;admin","en"\r\n',
  ],
  ['another order', 'اللغة,الصفة,الجهة,البريد,الاسم\nen,عضو;مدير,Health,h@x.example,Huda'],
  ['a separator line', 'sep=;\nname;e-mail;organization;roles;language\nHuda;h@x.example;Health;"member;admin";en'],
  [
    'direction marks and Arabic digits',
    'name,email,organization,roles,language\n\u200fHuda\u200e,\u202ah@x.example\u202c,Health,member;admin,en',
  ],
])('the same person, whichever way it is written: %s', (_name, text) => {
  expect(rows(text)).toEqual([
    expect.objectContaining({ name: 'Huda', email: 'h@x.example', organization: 'Health', roles: ['member', 'admin'], language: 'en' }),
  ])
})

test('a comma inside quotes is part of the name, and lines are counted as an editor counts them', () => {
  const read = rows('name,email,organization\n\n"Salem, Huda",h@x.example,"Ministry\nof Health"\nAli,a@x.example,Health')
  expect(read.map(r => [r.line, r.name, r.organization])).toEqual([
    [3, 'Salem, Huda', 'Ministry of Health'],
    [5, 'Ali', 'Health'],
  ])
})

test('every wrong line is told with its number and its reason, and nothing is read', () => {
  const text = [
    'name,email,organization,roles,language',
    'Huda,huda at x,Health,member,en',
    ',ali@x.example,Health,member,en',
    'Noor,noor@x.example,,member,en',
    'Sami,sami@x.example,Health,king,en',
    'Reem,reem@x.example,Health,member,fr',
    'Good,good@x.example,Health,member,en',
    'Again,GOOD@x.example,Health,member,en',
    'Zain,,Health,member,en',
  ].join('\n')
  expect(wrong(text)).toEqual([
    [2, 'roster.badEmail'],
    [3, 'roster.badName'],
    [4, 'roster.badOrganization'],
    [5, 'roster.badRole'],
    [6, 'roster.badLanguage'],
    [8, 'roster.doubleEmail'],
    [9, 'roster.noEmail'],
  ])
})

test('headers that are missing, unknown or double are told', () => {
  expect(wrong('name,email\nHuda,h@x.example')).toEqual([[1, 'roster.missingColumn']])
  expect(wrong('name,email,organization,shoe size\nHuda,h@x.example,Health,9')).toEqual([[1, 'roster.unknownColumn']])
  expect(wrong('name,name,email,organization\nHuda,H,h@x.example,Health')).toEqual([[1, 'roster.doubleColumn']])
})

test('an open quote, letters in another encoding, an empty file and a header alone', () => {
  expect(wrong('name,email,organization\n"Huda,h@x.example,Health')[0]?.[1]).toBe('roster.badQuotes')
  expect(wrong('name,email,organization\nHuda,h@x.example,\ufffd\ufffd')).toEqual([[2, 'roster.badEncoding']])
  expect(wrong('  \n ')).toEqual([[1, 'roster.empty']])
  expect(wrong('name,email,organization\n')).toEqual([[1, 'roster.empty']])
  expect(wrong('Huda,h@x.example,Health,member,en,extra')).toEqual([[1, 'roster.tooManyCells']])
})

test('a sentence about a roster is none', () => {
  expect(looksLikeRoster('upload the roster')).toBe(false)
  expect(looksLikeRoster('write to a@b.example, please')).toBe(true)
  expect(looksLikeRoster('أريد رفع سجل الأعضاء')).toBe(false)
})

test('any text is answered with rows or with reasons, never with a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      const read = readRoster(text)
      expect(read.ok ? read.value.length : read.problem.length).toBeGreaterThan(0)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', ',', ';', '\n', 'a@b.cd', 'name', 'x', '\t', '،', ' '), { maxLength: 40 }), bits => {
      const read = readRoster(bits.join(''))
      expect(read.ok ? read.value.length : read.problem.length).toBeGreaterThan(0)
    }),
  )
})

test('a first line of a hundred thousand cells is read as fast as its cells are', () => {
  const line = `x${','.repeat(100_000)}x`
  const from = process.threadCpuUsage().user
  expect(wrong(`${line}\nHuda,h@x.example,Health`).length).toBeGreaterThan(0)
  expect((process.threadCpuUsage().user - from) / 1000).toBeLessThan(700)
})
