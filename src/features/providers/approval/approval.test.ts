import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { type Approval, derive, type Records } from './approval.ts'

const today = isoDate('2026-11-22')
const inOrder: Records = {
  closedOn: null,
  documents: 25,
  documentsWanted: 25,
  expired: 0,
  assessedOn: isoDate('2026-03-02'),
  assessmentMonths: 12,
  serious: 0,
  concerns: 0,
  stopping: 0,
  registration: 0,
  notMet: 0,
}

test('With everything in order there is nothing to say', () => {
  expect(derive(inOrder, today)).toEqual({ approval: 'approved', reasons: [] })
})

test.each<[string, Partial<Records>, Approval]>([
  ['closed yesterday', { closedOn: isoDate('2026-11-21') }, 'ended'],
  ['closing today', { closedOn: today }, 'approved'],
  ['a finding that stops a start', { stopping: 1 }, 'paused'],
  ['should be registered', { registration: 1 }, 'paused'],
  ['a serious concern', { serious: 1 }, 'paused'],
  ['never assessed', { assessedOn: null }, 'not yet assessed'],
  ['assessed a year ago to the day', { assessedOn: isoDate('2025-11-22') }, 'approved'],
  [
    'assessed a year and a day ago',
    { assessedOn: isoDate('2025-11-21') },
    'approved with conditions',
  ],
  ['a document out of date', { documents: 24, expired: 1 }, 'approved with conditions'],
  ['a document missing', { documents: 24 }, 'approved with conditions'],
  ['something not met', { notMet: 2 }, 'approved with conditions'],
  ['a concern', { concerns: 1 }, 'approved with conditions'],
  ['never assessed and a serious concern', { assessedOn: null, serious: 1 }, 'paused'],
])('%s: %j', (_, change, approval) => {
  expect(derive({ ...inOrder, ...change }, today).approval).toBe(approval)
})

test('Every reason is said, the gravest first', () => {
  const { reasons } = derive({ ...inOrder, concerns: 1, serious: 2, documents: 20 }, today)
  expect(reasons.map(({ words }) => words)).toEqual([
    '2 serious concerns open.',
    '5 of 25 documents missing.',
    '1 concern open.',
  ])
})
