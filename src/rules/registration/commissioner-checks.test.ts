import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const start = '2026-11-24'
const coming = (asOf: string, provider: Json, placement: Json = {}): Json => ({
  asOf,
  providers: [{ id: 'forge', ...provider }],
  placements: [{ id: 'pl1', start, ...placement }],
})

describe('REG-04 the commissioner’s checks', () => {
  const checked = (staffCheckedDate: string | null) => ({
    commissionerChecks: [
      {
        commissioner: 'hbep',
        registrationCheckedDate: '2026-09-02',
        ...(staffCheckedDate ? { staffCheckedDate } : {}),
      },
    ],
  })
  test.each([
    ['2026-11-23', []],
    ['2026-11-24', []],
    ['2026-11-25', ['breach']],
  ])('staff checked on %s for a start on the 24th: %j', (date, levels) => {
    expect(levelsSaid('REG-04', placed, coming('2026-11-26', checked(date)))).toEqual(levels)
  })

  test('without checks both are missing, also at a registered provider', () => {
    const facts = coming('2026-11-23', { commissionerChecks: null, dfeUrn: '149999' })
    expect(levelsSaid('REG-04', placed, facts)).toEqual(['high', 'high'])
    expect(levelsSaid('REG-04', placed, coming('2026-11-23', checked(null)))).toEqual(['high'])
  })

  test('rules that need the commissioner are silent without exactly one', () => {
    for (const commissioners of [[], ['hbep', 'h01'], null])
      for (const rule of ['REG-04', 'EVD-01', 'EVD-11'])
        expect(
          said(rule, placed, coming('2026-11-23', { evidence: [] }, { commissioners })),
        ).toEqual([])
  })
})
