import type { IsoDate } from '#domain/dates.ts'
import { type SchoolCalendar, schoolCalendar } from '#domain/school-calendar.ts'
import type { Tx } from '#platform/database/database.ts'

/** The authority's own terms, less bank holidays and days on which every school is closed. */
export const authorityCalendar = (tx: Tx): Promise<SchoolCalendar> => calendarWith(tx, null)

/** A school's calendar: its own terms where it has any, else the authority's; less holidays, INSET days and closures. */
export const calendarOf = (tx: Tx, schoolId: string): Promise<SchoolCalendar> =>
  calendarWith(tx, schoolId)

async function calendarWith(tx: Tx, schoolId: string | null) {
  const terms = await tx.selectFrom('term').select(['school_id', 'starts_on', 'ends_on']).execute()
  const closures = await tx.selectFrom('closure').select(['school_id', 'on']).execute()
  const holidays = await tx.selectFrom('bank_holiday').select('on').execute()
  const own = terms.filter(term => term.school_id === schoolId)
  const valid = own.length > 0 ? own : terms.filter(term => term.school_id === null)
  return schoolCalendar({
    terms: valid.map(term => ({ start: term.starts_on, end: term.ends_on })),
    closures: [
      ...holidays.map(({ on }): IsoDate => on),
      ...closures
        .filter(closure => closure.school_id === null || closure.school_id === schoolId)
        .map(({ on }) => on),
    ],
  })
}
