/** Rows of an agenda's lines: as many as fit, shared among the lists of a line, and pages of them. */
import { expect, test } from 'vitest'
import { fitted, paged } from '../../src/agenda/rows.ts'
import { list, text } from '../../src/dialogue/say.ts'
import type { Part } from '../../src/model/view.ts'

const rows = (n: number, of: string) => list(Array.from({ length: n }, (_, i) => ({ text: `${of}${i + 1}` })))
const said = (parts: readonly Part[]) =>
  parts.flatMap(p => (p.kind === 'list' ? p.items.map(i => i.text) : p.kind === 'text' ? [`[${p.text}]`] : []))
const months = [text('December'), rows(5, 'd'), text('January'), rows(1, 'j')]

test('fewer rows than fit stay, and none is left', () => {
  expect(fitted(months, 6)).toEqual({ parts: months, left: 0 })
})

test('each list has its share, and what one does not need is the other’s', () => {
  expect(said(fitted(months, 4).parts)).toEqual(['[December]', 'd1', 'd2', 'd3', '[January]', 'j1'])
  expect(fitted(months, 4).left).toBe(2)
  const even = fitted([text('a'), rows(9, 'a'), text('b'), rows(9, 'b')], 6)
  expect(said(even.parts)).toEqual(['[a]', 'a1', 'a2', 'a3', '[b]', 'b1', 'b2', 'b3'])
  expect(even.left).toBe(12)
})

test('a list that has no room goes with its heading; a month of nothing keeps its own', () => {
  const many = Array.from({ length: 4 }, (_, i) => [text(`o${i}`), rows(2, `o${i}.`)]).flat()
  expect(said(fitted(many, 3).parts)).toEqual(['[o0]', 'o0.1', '[o1]', 'o1.1', '[o2]', 'o2.1'])
  expect(said(fitted([text('December'), rows(2, 'd'), text('January'), rows(0, 'j')], 6).parts)).toEqual([
    '[December]',
    'd1',
    'd2',
    '[January]',
  ])
})

test('pages go through all lists', () => {
  expect(said(paged(months, 0, 4).parts)).toEqual(['[December]', 'd1', 'd2', 'd3', 'd4'])
  expect(paged(months, 0, 4).left).toBe(2)
  expect(said(paged(months, 4, 4).parts)).toEqual(['[December]', 'd5', '[January]', 'j1'])
  expect(paged(months, 4, 4).left).toBe(0)
})
