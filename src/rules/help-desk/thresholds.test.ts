import { expect, test } from 'vitest'
import { said } from '../worked-facts.ts'

const asked = (fields: object, asOf = '2026-11-21') =>
  said('HLP-02', [], {
    authority: 'leicestershire',
    asOf,
    questions: [
      { id: 'k1', askedAt: '2026-11-20T18:05:00Z', containsPersonalData: false, ...fields },
    ],
  })

test.each([
  ['2026-11-20', 0],
  ['2026-11-21', 1],
  ['2026-11-22', 2],
])('asked on 20 November, looked at on %s', (asOf, ageDays) => {
  expect(asked({}, asOf)).toMatchObject([{ level: 'info', values: { task: 'answer', ageDays } }])
})

test('an answer of tomorrow is none', () => {
  expect(asked({ answeredAt: '2026-11-21' })).toEqual([])
  expect(asked({ answeredAt: '2026-11-22' })).toHaveLength(1)
})

test('personal data, or a question not checked, is never published', () => {
  const answered = { answeredAt: '2026-11-21' }
  const stopped = { level: 'high', blocks: ['publish-answer'] }
  expect(asked({ ...answered, containsPersonalData: true })).toMatchObject([
    { ...stopped, values: { task: 'reply-privately' } },
  ])
  expect(asked({ ...answered, containsPersonalData: null })).toMatchObject([
    { ...stopped, values: { unknown: 'personal-data' } },
  ])
  expect(
    asked({ ...answered, containsPersonalData: true, publishedAt: '2026-11-22' }),
  ).toMatchObject([stopped])
  expect(
    asked({ ...answered, containsPersonalData: true, publishedAt: '2026-11-21' }),
  ).toMatchObject([{ level: 'breach', values: { task: 'unpublish-and-redact' } }])
})
