import { dayNumbered, type IsoDate, numberOf } from './dates.ts'

export type SchoolDays = {
  readonly terms?: readonly { readonly start: IsoDate; readonly end: IsoDate }[]
  readonly closures?: readonly IsoDate[]
}

/** A count of school days; `complete` is false when some of the days lie outside the known terms. */
export type SchoolDayCount = { readonly days: number; readonly complete: boolean }

export type SchoolCalendar = {
  readonly isSchoolDay: (day: IsoDate) => boolean
  /** The n-th school day after the day (n ≥ 1), or undefined when the terms we know do not reach it. */
  readonly nthAfter: (day: IsoDate, n: number) => IsoDate | undefined
  /** The n-th school day before the day (n ≥ 1), or undefined when the terms we know do not reach it. */
  readonly nthBefore: (day: IsoDate, n: number) => IsoDate | undefined
  /** School days after the first day up to and including the last. */
  readonly daysAfter: (first: IsoDate, last: IsoDate) => SchoolDayCount
  /** School days after the first day and before the last: the clear days of a notice. */
  readonly clearDays: (first: IsoDate, last: IsoDate) => SchoolDayCount
  /** Last school day not later than the day. */
  readonly lastOnOrBefore: (day: IsoDate) => IsoDate | undefined
  readonly firstKnownDay: IsoDate | undefined
  readonly lastKnownDay: IsoDate | undefined
}

// Days are counted from Monday 5 January 1970, so that a weekday is a remainder.
const monday = 4
const toNumber = (day: IsoDate) => numberOf(day) - monday
const toDay = (number: number) => dayNumbered(number + monday)

// A gap before the first term we know may be the summer holiday. A longer one is a term we have not been told.
const longestHoliday = 49

/** Counts by arithmetic and not day by day, so that a term of a thousand years costs no more than a week. */
export function schoolCalendar({ terms = [], closures = [] }: SchoolDays): SchoolCalendar {
  const blocks = joinTerms(terms)
  const start = blocks[0]?.start
  const end = blocks.at(-1)?.end
  const inTerm = (day: number) => day <= (blockAt(blocks, day)?.end ?? day - 1)
  const closed = [...new Set(closures)]
    .map(toNumber)
    .filter(day => isWeekday(day) && inTerm(day))
    .sort((a, b) => a - b)
  const shut = new Set(closed)
  const met = (day: number) => weekdaysUpTo(blocks, day) - countUpTo(closed, day)
  const total = end === undefined ? 0 : met(end)

  const nth = (rank: number): IsoDate | undefined => {
    if (start === undefined || end === undefined || rank < 1 || rank > total) return undefined
    let low = start
    let high = end
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (met(middle) >= rank) high = middle
      else low = middle + 1
    }
    return toDay(low)
  }
  const knownFrom = (day: number) => start !== undefined && day >= start - 1 - longestHoliday
  const between = (first: IsoDate, last: number): SchoolDayCount => {
    const from = toNumber(first)
    // A weekend outside the known terms hides no school day.
    const known = knownFrom(from) || weekdaysIn(from + 1, Math.min(last, (start ?? last) - 1)) <= 0
    const complete =
      last <= from || (known && weekdaysIn(Math.max(from, end ?? from) + 1, last) <= 0)
    return { days: Math.max(0, met(last) - met(from)), complete }
  }
  return {
    isSchoolDay(day) {
      const number = toNumber(day)
      return isWeekday(number) && inTerm(number) && !shut.has(number)
    },
    nthAfter: (day, n) => (knownFrom(toNumber(day)) ? nth(met(toNumber(day)) + n) : undefined),
    nthBefore: (day, n) =>
      end !== undefined && toNumber(day) <= end + 1 + longestHoliday
        ? nth(met(toNumber(day) - 1) - n + 1)
        : undefined,
    daysAfter: (first, last) => between(first, toNumber(last)),
    clearDays: (first, last) => between(first, toNumber(last) - 1),
    lastOnOrBefore: day => nth(met(toNumber(day))),
    firstKnownDay: start === undefined ? undefined : toDay(start),
    lastKnownDay: end === undefined ? undefined : toDay(end),
  }
}

type Block = { start: number; end: number; weekdaysBefore: number }

function joinTerms(terms: NonNullable<SchoolDays['terms']>): Block[] {
  const sorted = terms
    .filter(term => term.start <= term.end)
    .map(term => ({ start: toNumber(term.start), end: toNumber(term.end), weekdaysBefore: 0 }))
    .sort((a, b) => a.start - b.start)
  const blocks: Block[] = []
  for (const term of sorted) {
    const last = blocks.at(-1)
    if (last && term.start <= last.end + 1) last.end = Math.max(last.end, term.end)
    else blocks.push(term)
  }
  let before = 0
  for (const block of blocks) {
    block.weekdaysBefore = before
    before += weekdaysIn(block.start, block.end)
  }
  return blocks
}

const isWeekday = (day: number) => ((day % 7) + 7) % 7 < 5

/** Mondays to Fridays before the day of that number. */
const weekdaysBefore = (day: number) => {
  const weeks = Math.floor(day / 7)
  return weeks * 5 + Math.min(day - weeks * 7, 5)
}
const weekdaysIn = (start: number, end: number) => weekdaysBefore(end + 1) - weekdaysBefore(start)

/** The last block that starts on or before the day. */
function blockAt(blocks: readonly Block[], day: number): Block | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return blocks[low - 1]
}

function weekdaysUpTo(blocks: readonly Block[], day: number): number {
  const block = blockAt(blocks, day)
  return block ? block.weekdaysBefore + weekdaysIn(block.start, Math.min(day, block.end)) : 0
}

function countUpTo(sorted: readonly number[], day: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}
