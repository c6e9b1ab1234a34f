import { expect, test } from 'vitest'
import { isoDate } from './dates.ts'
import { groupOf, inGroups, type WorkItem } from './work-item.ts'

const today = isoDate('2026-11-17')
const item = (
  due: string | null,
  turn: WorkItem['turn'] = 'ours',
  since = '2026-11-01',
): WorkItem => ({
  what: 'Do it',
  about: 'R-1001',
  detail: '',
  href: '/',
  due: due === null ? null : isoDate(due),
  since: isoDate(since),
  turn,
})

test.each([
  ['2026-11-16', 'Overdue'],
  ['2026-11-17', 'Due this week'],
  ['2026-11-24', 'Due this week'],
  ['2026-11-25', 'To do'],
  [null, 'To do'],
])('What is due on %s stands under “%s”', (due, group) => {
  expect(groupOf(item(due), today)).toBe(group)
})

test('What others have to do is waiting, however late it is', () => {
  expect(groupOf(item('2026-01-01', 'others'), today)).toBe('Waiting on others')
})

test('The most urgent comes first, and of equals the one that has waited longest', () => {
  const late = item('2026-11-10')
  const later = item('2026-11-12')
  const old = item(null, 'ours', '2026-10-01')
  const young = item(null, 'ours', '2026-11-10')

  expect(inGroups([young, later, old, late], today)).toEqual([
    ['Overdue', [late, later]],
    ['To do', [old, young]],
  ])
})
