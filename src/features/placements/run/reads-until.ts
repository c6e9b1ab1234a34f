import { addDays, type IsoDate } from '#domain/dates.ts'
import { authorityCalendar } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'

const schoolDaysToReport = 10
/** Where the terms are not known so far ahead: two weeks. */
const daysWithoutCalendar = 14

/** Until when a provider reads a placement that is over, so that it can write its report: ten school days after a day. */
export async function readsUntil(tx: Tx, after: IsoDate): Promise<IsoDate> {
  const calendar = await authorityCalendar(tx)
  return calendar.nthAfter(after, schoolDaysToReport) ?? addDays(after, daysWithoutCalendar)
}
