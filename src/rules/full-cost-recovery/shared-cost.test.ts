import { describe, expect, test } from 'vitest'
import { said } from '../worked-facts.ts'

describe('FCR-15 shares', () => {
  const shared = (percents: readonly number[], agreed = '2026-11-21', totalPence = 1_000) =>
    said('FCR-15', ['base'], {
      asOf: '2026-11-21',
      costShares: [
        {
          id: 'cs1',
          totalPence,
          shares: percents.map((percent, n) => ({
            partnership: `p${n}`,
            percent,
            agreedDate: agreed,
          })),
        },
      ],
    })[0]
  test.each([
    [[33.3, 66.69], 99.99],
    [[33.3, 66.71], 100.01],
    [[100, 0.001], 100.001],
  ])('%j comes to %f and is blocked', (percents, totalPercent) => {
    expect(shared(percents)).toMatchObject({
      level: 'high',
      values: { reason: 'not-100-percent', totalPercent },
    })
  })

  test.each([[[33.3, 66.7]], [[0.1, 0.2, 99.7]], [[100]], [[33.333, 33.333, 33.334]]])(
    '%j is exactly 100',
    percents => {
      expect(shared(percents)).toMatchObject({ level: 'info', values: { totalPercent: 100 } })
    },
  )

  test.each([
    ['2026-11-20', 'info'],
    ['2026-11-21', 'info'],
    ['2026-11-22', 'high'],
  ])('agreed on %s: %s', (agreed, level) => {
    expect(shared([50, 50], agreed)?.level).toBe(level)
  })
})
