import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import { evaluate } from '../engine.ts'
import type { Exclusion, Facts } from '../facts.ts'
import { lawWith } from '../parameter.ts'
import { ruleCalled } from '../registry.ts'
import { worldOf } from '../world.ts'
import { adjustmentOf } from './adjustment.ts'
import { averageFunding } from './pro-rata.ts'
import { twoPartsOf } from './remainder.ts'

const day = fc.integer({ min: 0, max: 700 }).map(n => addDays(isoDate('2026-04-01'), n))
const pence = fc.integer({ min: 0, max: 5_000_000 })
const facts = (more: object) =>
  ({ asOf: '2028-09-01', authority: 'leicestershire', ...more }) as unknown as Facts

/** Whole numbers of hundredths that come to 100%. */
const shares = fc
  .array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 4 })
  .map(cuts => [...new Set([0, ...cuts, 10_000])].sort((a, b) => a - b))
  .map(cuts => cuts.slice(1).map((cut, n) => (cut - (cuts[n] ?? 0)) / 100))

test('shares of a cost add up to the penny, and each but the last is within half a penny', () => {
  const rules = ['FCR-15'].flatMap(id => ruleCalled(id) ?? [])
  fc.assert(
    fc.property(shares, pence, (percents, totalPence) => {
      const share = percents.map((percent, n) => ({
        partnership: `p${n}`,
        percent,
        agreedDate: '2026-11-02',
      }))
      const world = facts({ costShares: [{ id: 'cs1', totalPence, shares: share }] })
      const [finding] = evaluate(world, { rules })
      expect(finding?.values).toMatchObject({ valid: true })
      const amounts = finding?.amounts ?? {}
      expect(Object.values(amounts).reduce((a, b) => a + b, 0)).toBe(totalPence)
      // In hundredths of a percent of a penny, which are whole numbers.
      for (const [n, percent] of percents.slice(0, -1).entries())
        expect(
          Math.abs((amounts[`p${n}`] ?? 0) * 10_000 - Math.round(percent * 100) * totalPence),
        ).toBeLessThanOrEqual(5_000)
    }),
  )
})

const rates = ['2026-27', '2027-28', '2028-29', '2029-30'].map((financialYear, n) => ({
  id: `r${n}`,
  financialYear,
  averagePupilCostPence: 650_000 + n * 20_000,
}))

test('funding pro rata is whole pence, never negative, never more than each year’s whole, and grows with the period', () => {
  const world = worldOf(facts({ rates }))
  const law = lawWith()
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom('complete-weeks-52' as const, 'calendar-days-365' as const),
      (first, length, longer, method) => {
        const over = (days: number) =>
          averageFunding(
            { first, last: addDays(first, days), school: 'h01', yearGroup: undefined },
            method,
            world,
            law,
          )?.pence ?? -1
        expect(Number.isInteger(over(length))).toBe(true)
        expect(over(length)).toBeGreaterThanOrEqual(0)
        expect(over(length)).toBeLessThanOrEqual(650_000 + 670_000 + 690_000 + 710_000)
        expect(over(length + longer)).toBeGreaterThanOrEqual(over(length))
      },
    ),
  )
})

const exclusion = fc.record(
  {
    id: fc.constant('x1'),
    pupil: fc.constant('p1'),
    school: fc.constant('x01'),
    decisionDate: day,
    yearGroup: fc.integer({ min: 7, max: 13 }),
    financialAdjustmentPence: pence,
    pupilPremiumPence: pence,
    admittedElsewhereDate: day,
    provisionCost: fc.record({ totalPence: pence }),
  },
  { requiredKeys: ['id', 'pupil', 'school', 'decisionDate'] },
)

test('reduction less C is a part of A, the admitting school gets no more, and the two parts cover the full cost', () => {
  fc.assert(
    fc.property(exclusion, pence, (record, amountPence) => {
      const regulationAmounts = rates.map(({ financialYear }) => ({ financialYear, amountPence }))
      // The arbitrary leaves keys out; it never sets them to undefined.
      const excluded = { ...record, regulationAmounts } as Exclusion
      const world = worldOf(
        facts({
          policy: { relevantDateBasis: 'exclusion-date' },
          schools: [{ id: 'x01', statutoryHighAge: 16, memberships: [] }],
          rates,
          exclusions: [excluded],
        }),
      )
      const { sums, weeks } = adjustmentOf(excluded, world, lawWith())
      const order = excluded.financialAdjustmentPence ?? 0
      const taken = (sums.reduction ?? sums.reductionIfNotLeaver ?? 0) - order
      expect(taken).toBeGreaterThanOrEqual(0)
      expect(taken).toBeLessThanOrEqual(amountPence)
      if (weeks !== undefined) expect(weeks).toBeLessThanOrEqual(52)
      expect(sums.admittingSchoolIncrease ?? 0).toBeLessThanOrEqual(taken)
      const parts = twoPartsOf(excluded, world, lawWith())
      if (!parts) return
      expect(parts.remainder).toBeGreaterThanOrEqual(0)
      expect(parts.remainder).toBe(Math.max(0, parts.fullCost - parts.mandatory))
    }),
  )
})
