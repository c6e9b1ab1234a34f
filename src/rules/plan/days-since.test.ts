import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const asOf = '2026-11-21'
const placement = (more: Json, day = asOf): Json => ({
  asOf: day,
  placements: [{ id: 'pl1', ...more }],
})

describe('days since', () => {
  const visited = (day: string) =>
    placement({ contacts: [{ date: '2026-10-02', kind: 'visit' }] }, day)
  // School days after Friday 2 October: ten to 16 October, then half-term.
  test.each([
    ['2026-11-20', 30, []],
    ['2026-11-23', 31, ['warning']],
    ['2026-11-24', 32, ['warning']],
  ])('PLN-07 on %s, day %i: %j', (day, days, levels) => {
    const found = said('PLN-07', placed, visited(day))
    expect(found.map(({ level }) => level)).toEqual(levels)
    expect(found[0]?.values?.['schoolDays']).toBe(levels.length ? days : undefined)
  })

  test.each([
    ['2026-10-16', []],
    ['2026-10-25', []],
    ['2026-10-26', ['warning']],
  ])('PLN-09 on %s: %j', (day, levels) => {
    const facts = placement({ contacts: [{ date: '2026-10-02', kind: 'call' }] }, day)
    expect(levelsSaid('PLN-09', placed, facts)).toEqual(levels)
  })

  test('a contact before the start counts no longer than the start', () => {
    const facts = placement(
      { start: '2026-11-09', contacts: [{ date: '2026-09-01', kind: 'visit' }] },
      '2026-11-20',
    )
    expect(said('PLN-09', placed, facts)).toEqual([])
    expect(said('PLN-07', placed, facts)).toEqual([])
  })

  test('the home school’s own term days count', () => {
    const calendar = { terms: [{ start: '2026-09-02', end: '2026-12-18' }] }
    const facts = {
      ...placement({ contacts: [{ date: '2026-10-02', kind: 'visit' }] }, '2026-11-20'),
      schools: [{ id: 'h01', calendar }],
    }
    expect(said('PLN-07', placed, facts)).toMatchObject([{ values: { schoolDays: 35 } }])
  })

  test('a calendar that does not reach is unknown, unless the known days are enough', () => {
    const none = { ...placement({ contacts: [] }), calendar: null }
    expect(said('PLN-09', placed, none)).toMatchObject([{ values: { unknown: 'calendar' } }])
    expect(said('PLN-07', placed, none)).toMatchObject([{ values: { unknown: 'calendar' } }])
    const short = {
      ...placement({ contacts: [] }),
      calendar: { terms: [{ start: '2026-09-02', end: '2026-10-16' }] },
    }
    expect(said('PLN-09', placed, short)[0]?.values).not.toHaveProperty('unknown')
  })
})
