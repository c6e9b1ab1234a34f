import { expect, test } from 'vitest'
import { appendixTwo, letterOnly, safeguardingProcedures } from './documents.ts'
import { questions } from './questions.ts'
import { scrutinyGrid } from './scrutiny-grid.ts'

const numbered = (count: number, name: (n: string) => string) =>
  Array.from({ length: count }, (_, n) => name(String(n + 1).padStart(2, '0')))

test('Appendix 2 has 25 documents, and the letter asks for one more', () => {
  expect(appendixTwo.map(({ id }) => id)).toEqual(numbered(25, n => `DOC-${n}`))
  expect(letterOnly).toMatchObject({ id: 'DOC-26', source: 'letter' })
  expect(safeguardingProcedures).toHaveLength(8)
  const lines = appendixTwo.map(({ line }) => line)
  expect(lines).toEqual(numbered(25, n => n).map(n => 78 + Number(n) * 3))
})

test('the grid has 40 items in four sections', () => {
  expect(scrutinyGrid.map(({ id, items }) => [id, items.length])).toEqual([
    ['A', 16],
    ['B', 7],
    ['C', 9],
    ['D', 8],
  ])
  for (const { id, items } of scrutinyGrid)
    expect(items.map(item => item.id)).toEqual(numbered(items.length, n => `SV-${id}${n}`))
})

test('the questionnaire has 15 questions: six, seven and two', () => {
  expect(questions.map(({ number }) => number)).toEqual(numbered(15, n => n).map(Number))
  const sections = Map.groupBy(questions, ({ section }) => section)
  expect([...sections.values()].map(list => list.length)).toEqual([6, 7, 2])
})
