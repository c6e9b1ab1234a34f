import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { gapsOf, type Known, pointsOf } from './gaps.ts'

const today = isoDate('2026-11-22')
const day = isoDate
const inOrder: Known = {
  serious: 0,
  concerns: 0,
  lastVisited: day('2026-09-01'),
  sampled: {
    A: day('2026-09-01'),
    B: day('2026-09-01'),
    C: day('2026-09-01'),
    D: day('2026-09-01'),
  },
  uses: [{ liveSince: day('2026-09-01'), assessedOn: day('2026-01-12') }],
  expired: 0,
  expiring: 0,
  unseen: 0,
}
const points = (change: Partial<Known>) => pointsOf(gapsOf({ ...inOrder, ...change }, 12, today))

test('Where nothing is missing nothing speaks for a visit', () => {
  expect(gapsOf(inOrder, 12, today)).toEqual([])
})

test('A serious concern weighs more than a late assessment, and that more than papers', () => {
  const late = points({ uses: [{ liveSince: day('2025-09-01'), assessedOn: day('2025-11-21') }] })
  expect(points({ serious: 1 })).toBeGreaterThan(late)
  expect(late).toBeGreaterThan(points({ expired: 25, expiring: 0 }))
  expect(points({ unseen: 25 })).toBe(10)
})

test('Each commissioner’s clock counts for itself, to the day', () => {
  const use = (assessedOn: string | undefined, liveSince: string | null = '2025-09-01') => ({
    liveSince: liveSince === null ? null : day(liveSince),
    assessedOn: assessedOn === undefined ? undefined : day(assessedOn),
  })
  expect(points({ uses: [use('2025-11-22')] })).toBe(0)
  expect(points({ uses: [use('2025-11-21')] })).toBe(25)
  expect(points({ uses: [use(undefined)] })).toBe(35)
  expect(points({ uses: [use(undefined, null)] })).toBe(0)
  expect(points({ uses: [use(undefined), use('2025-11-21')] })).toBe(60)
  const two = gapsOf({ ...inOrder, uses: [use(undefined), use(undefined)] }, 12, today)
  expect(two.map(({ words }) => words)).toEqual([
    'Never assessed by 2 commissioners with children there',
  ])
})

test('An area that was never looked at is a gap like one of more than a year ago', () => {
  const [step] = gapsOf(
    { ...inOrder, sampled: { A: day('2026-09-01'), B: day('2025-11-21'), C: day('2025-11-22') } },
    12,
    today,
  )
  expect(step).toEqual({
    gap: 'areas',
    points: 10,
    words: 'Areas B and D not looked at for a year, or never',
  })
})
