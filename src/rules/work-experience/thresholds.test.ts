import { describe, expect, test } from 'vitest'
import { levelsSaid, said } from '../worked-facts.ts'

const pupil = ['base', 'pupil']
const w1 = (fields: object, yearGroup: number | null = 11) => ({
  asOf: '2026-11-21',
  pupils: [{ id: 'p1', yearGroup }],
  workExperience: [{ id: 'w1', pupil: 'p1', goal: 'reengagement', ...fields }],
})

test.each([
  [9, ['warning']],
  [10, []],
  [11, []],
  [null, []],
])('WEX-01 in Year %o', (yearGroup, levels) => {
  expect(levelsSaid('WEX-01', pupil, w1({}, yearGroup))).toEqual(levels)
  expect(levelsSaid('WEX-01', pupil, w1({ goal: null }, yearGroup))).toEqual(['high', ...levels])
})

test.each([
  ['2026-11-20', 0],
  ['2026-11-21', 0],
  ['2026-11-22', 1],
  [null, 1],
])('WEX-02 and WEX-03 checked and declared on %s', (date, findings) => {
  const facts = w1({ lebcCheckDate: date, genuineDeclarationDate: date })
  expect(said('WEX-02', pupil, facts)).toHaveLength(findings)
  expect(said('WEX-03', pupil, facts)).toHaveLength(findings)
})

test('WEX-03 signs of provision are a warning beside the declaration, and none for an audited host', () => {
  const signs = { indicators: ['tuition', 'fee-per-session'] }
  expect(levelsSaid('WEX-03', pupil, w1(signs))).toEqual(['high', 'warning'])
  expect(
    levelsSaid('WEX-03', pupil, w1({ ...signs, genuineDeclarationDate: '2026-11-01' })),
  ).toEqual(['warning'])
  expect(levelsSaid('WEX-03', pupil, w1({ ...signs, host: { fullyAudited: true } }))).toEqual([])
})

describe('WEX-04 employers’ liability', () => {
  test.each([
    [499_999_999, 1],
    [500_000_000, 0],
    [500_000_001, 0],
    [null, 1],
  ])('cover of %o pence', (employersLiabilityPence, findings) => {
    for (const employsAnyone of [true, null])
      expect(
        said('WEX-04', pupil, w1({ host: { employsAnyone, employersLiabilityPence } })),
      ).toHaveLength(findings)
    expect(said('WEX-04', pupil, w1({ host: { employsAnyone: false } }))).toEqual([])
  })
  test('a host of whom nothing is known is stopped', () => {
    expect(said('WEX-04', pupil, w1({}))).toMatchObject([
      { amounts: { minimum: 500_000_000 }, values: { missing: 'employers-liability' } },
    ])
  })
})

test('WEX-05 suggests W', () => {
  expect(said('WEX-05', pupil, w1({}))).toMatchObject([
    { level: 'info', values: { suggestedCode: 'W' } },
  ])
  expect(said('WEX-05', pupil, w1({ attendanceCode: 'W' }))).toEqual([])
})
