import { expect, test } from 'vitest'
import { yearLabel } from '#domain/academic-year.ts'
import { bankHolidays } from '#domain/bank-holidays.ts'
import { isoDate } from '#domain/dates.ts'
import { type EnteredClosedDay, type EnteredTerm, schoolYear } from './school-year.ts'

const year = yearLabel(2026)
const term = (name: string, startsOn: string, endsOn: string): EnteredTerm => ({
  id: name,
  owner: null,
  name,
  startsOn: isoDate(startsOn),
  endsOn: isoDate(endsOn),
  version: 1,
})
const closed = (on: string, kind: EnteredClosedDay['kind'], reason = 'Training') => ({
  id: kind === 'bank holiday' ? undefined : on,
  owner: null,
  on: isoDate(on),
  kind,
  reason,
})
const wholeYear = [
  term('Autumn 1', '2026-09-01', '2026-10-23'),
  term('Autumn 2', '2026-11-02', '2026-12-18'),
  term('Spring 1', '2027-01-04', '2027-02-12'),
  term('Spring 2', '2027-02-22', '2027-03-25'),
  term('Summer 1', '2027-04-12', '2027-05-28'),
  term('Summer 2', '2027-06-07', '2027-07-21'),
]
const holidays = [2026, 2027]
  .flatMap(bankHolidays)
  .map(({ day, name }) => closed(day, 'bank holiday', name))
const insetDays = ['2026-09-01', '2026-09-02', '2027-01-04', '2027-04-12', '2027-07-21'].map(day =>
  closed(day, 'inset'),
)

test('A usual year has 190 school days, with five INSET days beside them', () => {
  const { days, insetDays: inset } = schoolYear(
    { terms: wholeYear, closedDays: [...holidays, ...insetDays] },
    year,
  )

  expect(days).toBe(190)
  expect(inset).toBe(5)
})

test('A term is counted without its bank holidays, and without a day that two people closed', () => {
  const { entries } = schoolYear(
    {
      terms: [term('Summer 1', '2027-04-12', '2027-05-28')],
      closedDays: [
        ...holidays,
        closed('2027-05-06', 'closure', 'Poll'),
        closed('2027-05-06', 'inset'),
      ],
    },
    year,
  )

  expect(entries[0]).toMatchObject({ what: 'term', days: 33 })
})

test('Holidays lie between terms; a weekend between two terms is none', () => {
  const { entries } = schoolYear(
    {
      terms: [
        term('One', '2026-09-01', '2026-09-04'),
        term('Two', '2026-09-07', '2026-09-11'),
        term('Three', '2026-09-21', '2026-09-25'),
      ],
      closedDays: [],
    },
    year,
  )

  expect(entries.filter(({ what }) => what === 'holiday')).toEqual([
    { what: 'holiday', startsOn: '2026-09-12', endsOn: '2026-09-20' },
  ])
})

test('A closed day outside the terms is shown as what counts for nothing; a bank holiday there is not shown', () => {
  const { entries } = schoolYear(
    {
      terms: [term('One', '2026-09-01', '2026-09-04')],
      closedDays: [closed('2026-09-05', 'inset'), closed('2026-12-25', 'bank holiday')],
    },
    year,
  )

  expect(entries.filter(({ what }) => what === 'closed')).toMatchObject([{ inTerm: false }])
})

test('Without terms nothing is counted', () => {
  expect(schoolYear({ terms: [], closedDays: holidays }, year)).toMatchObject({
    days: 0,
    entries: [],
  })
})
