import { describe, expect, test } from 'vitest'
import { levelsSaid, said } from '../worked-facts.ts'

const moving = ['base', 'pupil', 'managed-move']
const mm1 = (fields: object) => ({ asOf: '2026-11-21', managedMoves: [{ id: 'mm1', ...fields }] })

describe('MMV-01 each party', () => {
  test.each([
    ['fromSchoolAgrees', 'sending-school', 'h01'],
    ['toSchoolAgrees', 'receiving-school', 'h05'],
  ])('%s', (field, missing, school) => {
    const asked = (answer: boolean | null) => said('MMV-01', moving, mm1({ [field]: answer }))
    expect(asked(true)).toEqual([])
    expect(asked(false)).toMatchObject([{ values: { missing, answer: 'no', school } }])
    expect(asked(null)).toMatchObject([{ values: { missing, answer: 'unknown', school } }])
  })

  test('a refusal outweighs an agreement of the same parent', () => {
    const parentConsents = [
      { person: 'p1-mother', agreed: true },
      { person: 'p1-mother', agreed: false },
    ]
    expect(said('MMV-01', moving, mm1({ parentConsents }))).toMatchObject([
      { values: { missing: 'parents', answer: 'no' } },
    ])
  })

  test('without known holders every recorded answer must be yes', () => {
    const asked = (...answers: (boolean | undefined)[]) =>
      said('MMV-01', moving, {
        ...mm1({ parentConsents: answers.map((agreed, n) => ({ person: `x${n}`, agreed })) }),
        pupils: [{ id: 'p1', parents: [{ id: 'p1-mother', parentalResponsibility: false }] }],
      })[0]?.values?.['answer']
    expect(asked(true, true)).toBeUndefined()
    expect(asked(true, undefined)).toBe('unknown')
    expect(asked(true, false)).toBe('no')
    expect(asked()).toBe('unknown')
  })
})

describe('MMV-02 trials', () => {
  test.each([
    ['2026-07-25', 'warning'],
    ['2026-07-26', 'high'],
    ['2026-07-27', 'high'],
    [null, 'high'],
  ])('from %s', (start, level) => {
    expect(levelsSaid('MMV-02', moving, mm1({ trial: true, start }))).toEqual([level])
  })

  test.each([
    ['2026-11-20', []],
    ['2026-11-21', ['warning']],
    ['2026-11-22', ['warning']],
  ])('an older one that ends on %s', (end, levels) => {
    expect(levelsSaid('MMV-02', moving, mm1({ trial: true, start: '2026-06-01', end }))).toEqual(
      levels,
    )
  })
})

test('MMV-05 waits for the decision, from its day on', () => {
  const decided = (authorityDecisionDate: string) =>
    said('MMV-05', moving, {
      ...mm1({ authorityDecisionDate }),
      pupils: [{ id: 'p1', send: { status: 'ehcp' } }],
    })
  expect(decided('2026-11-21')).toEqual([])
  expect(decided('2026-11-22')).toHaveLength(1)
})
