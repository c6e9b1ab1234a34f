import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate, isoDate, weekdayOf } from './dates.ts'
import { schoolCalendar } from './school-calendar.ts'

const terms = [
  { start: isoDate('2026-10-26'), end: isoDate('2026-12-18') },
  { start: isoDate('2026-09-02'), end: isoDate('2026-10-16') },
  { start: isoDate('2026-11-02'), end: isoDate('2026-11-30') },
]
const calendar = schoolCalendar({
  terms,
  closures: ['2026-11-27', '2026-11-28', '2026-10-20', '2026-11-27'].map(isoDate),
})
const nthAfter = (day: string, n: number) => calendar.nthAfter(isoDate(day), n)
const nthBefore = (day: string, n: number) => calendar.nthBefore(isoDate(day), n)

describe('school days', () => {
  test('are Mondays to Fridays in a term that are not closed', () => {
    const asked = (day: string) => calendar.isSchoolDay(isoDate(day))
    expect(['2026-09-02', '2026-10-16', '2026-12-18'].map(asked)).toEqual([true, true, true])
    expect(
      ['2026-09-01', '2026-10-19', '2026-11-27', '2026-11-28', '2026-12-21'].map(asked),
    ).toEqual([false, false, false, false, false])
  })

  test('are counted from the day after, over half-term and closures', () => {
    expect(nthAfter('2026-10-12', 6)).toBe('2026-10-27')
    expect(nthAfter('2026-10-17', 1)).toBe('2026-10-26')
    expect(nthAfter('2026-11-26', 1)).toBe('2026-11-30')
    expect(nthBefore('2026-10-26', 3)).toBe('2026-10-14')
    expect(nthBefore('2026-11-30', 1)).toBe('2026-11-26')
  })

  test('beyond the known terms are not known', () => {
    expect(nthAfter('2026-12-17', 1)).toBe('2026-12-18')
    expect(nthAfter('2026-12-17', 2)).toBeUndefined()
    expect(nthBefore('2026-09-03', 1)).toBe('2026-09-02')
    expect(nthBefore('2026-09-03', 2)).toBeUndefined()
    expect(schoolCalendar({}).nthAfter(isoDate('2026-09-03'), 1)).toBeUndefined()
  })

  test('after a summer holiday are known, after a term that was not told they are not', () => {
    expect(nthAfter('2026-07-20', 1)).toBe('2026-09-02')
    expect(nthAfter('2026-06-30', 1)).toBeUndefined()
  })

  test('clear of both ends are the days of a notice', () => {
    const clear = (first: string, last: string) => calendar.clearDays(isoDate(first), isoDate(last))
    expect(clear('2026-11-18', '2026-11-23')).toEqual({ days: 2, complete: true })
    expect(clear('2026-11-20', '2026-11-23')).toEqual({ days: 0, complete: true })
    expect(clear('2026-11-23', '2026-11-23')).toEqual({ days: 0, complete: true })
    expect(clear('2026-12-16', '2026-12-21')).toEqual({ days: 2, complete: true })
    expect(clear('2026-12-16', '2026-12-22')).toEqual({ days: 2, complete: false })
  })
})

test('counting by arithmetic agrees with counting day by day', () => {
  const day = fc.integer({ min: -60, max: 500 }).map(n => addDays(isoDate('2026-09-01'), n))
  const term = fc
    .tuple(day, fc.nat(90))
    .map(([start, days]) => ({ start, end: addDays(start, days) }))
  fc.assert(
    fc.property(
      fc.array(term, { maxLength: 5 }),
      fc.array(day, { maxLength: 8 }),
      day,
      fc.integer({ min: 1, max: 40 }),
      (some, closures, from, n) => {
        const counted = schoolCalendar({ terms: some, closures })
        const isOpen = (on: IsoDate) =>
          some.some(({ start, end }) => start <= on && on <= end) &&
          weekdayOf(on) % 6 !== 0 &&
          !closures.includes(on)
        let left = n
        let on = from
        for (let steps = 0; left > 0 && steps < 700; steps += 1) {
          on = addDays(on, 1)
          if (isOpen(on)) left -= 1
        }
        const nth = counted.nthAfter(from, n)
        if (nth !== undefined) expect([nth, left]).toEqual([on, 0])
        expect(counted.isSchoolDay(from)).toBe(isOpen(from))
        const to = addDays(from, n)
        let days = 0
        for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (isOpen(d)) days += 1
        expect(counted.daysAfter(from, to).days).toBe(days)
      },
    ),
  )
})
