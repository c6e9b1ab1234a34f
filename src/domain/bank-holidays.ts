import { addDays, type IsoDate, isoDate, weekdayOf } from './dates.ts'

export interface BankHoliday {
  readonly day: IsoDate
  readonly name: string
}

/**
 * Bank holidays of England and Wales, worked out from the calendar (Banking and Financial Dealings Act 1971 and the
 * standing proclamations). A holiday proclaimed for one year alone has to be added as a closure.
 */
export function bankHolidays(year: number): BankHoliday[] {
  const easter = easterSunday(year)
  return [
    holiday(nextFreeWeekday(isoDate(`${year}-01-01`)), 'New Year’s Day'),
    holiday(addDays(easter, -2), 'Good Friday'),
    holiday(addDays(easter, 1), 'Easter Monday'),
    holiday(mondayFrom(isoDate(`${year}-05-01`)), 'Early May bank holiday'),
    holiday(mondayFrom(isoDate(`${year}-05-25`)), 'Spring bank holiday'),
    holiday(mondayFrom(isoDate(`${year}-08-25`)), 'Summer bank holiday'),
    ...christmas(year),
  ]
}

export const isBankHoliday = (day: IsoDate): boolean =>
  bankHolidays(Number(day.slice(0, 4))).some(one => one.day === day)

/** Sunday of the Gregorian Easter, by the Meeus, Jones and Butcher method. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const fromMarch = epact + toSunday - 7 * late + 114
  const [month, day] = [Math.floor(fromMarch / 31), (fromMarch % 31) + 1]
  return isoDate(`${year}-0${month}-${String(day).padStart(2, '0')}`)
}

// Both days move when they meet a weekend: a Sunday Christmas is kept on the Tuesday, after Boxing Day's Monday.
function christmas(year: number): BankHoliday[] {
  const [christmasDay, boxingDay] = [isoDate(`${year}-12-25`), isoDate(`${year}-12-26`)]
  const taken = nextFreeWeekday(christmasDay)
  if (weekdayOf(christmasDay) === 0)
    return [holiday(boxingDay, 'Boxing Day'), holiday(addDays(boxingDay, 1), 'Christmas Day')]
  const second = nextFreeWeekday(boxingDay)
  return [
    holiday(taken, 'Christmas Day'),
    holiday(second === taken ? addDays(second, 1) : second, 'Boxing Day'),
  ]
}

const holiday = (day: IsoDate, name: string): BankHoliday => ({ day, name })

const mondayFrom = (day: IsoDate) => addDays(day, (8 - weekdayOf(day)) % 7)

const nextFreeWeekday = (day: IsoDate) =>
  weekdayOf(day) === 6 ? addDays(day, 2) : weekdayOf(day) === 0 ? addDays(day, 1) : day
