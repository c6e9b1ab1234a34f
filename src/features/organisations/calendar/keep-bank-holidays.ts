import { bankHolidays } from '#domain/bank-holidays.ts'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'

/** Adds the bank holidays of these years that are not there yet; what was entered by hand stays. Returns how many. */
export async function addBankHolidays(doer: Doer, first: number, last: number): Promise<number> {
  const years = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  const added = await doer.tx
    .insertInto('bank_holiday')
    .values(years.flatMap(bankHolidays).map(({ day, name }) => ({ on: day, title: name })))
    .onConflict(conflict => conflict.doNothing())
    .returning('on')
    .execute()
  if (added.length > 0) changed(doer, { bankHolidays: added.length })
  return added.length
}

/** A holiday proclaimed for one year alone, such as a coronation. */
export async function addBankHoliday(doer: Doer, day: { on: IsoDate; title: string }) {
  const added = await doer.tx
    .insertInto('bank_holiday')
    .values(day)
    .onConflict(conflict => conflict.doNothing())
    .returning('on')
    .execute()
  if (added.length === 0) throw new Refusal(`${dayInWords(day.on)} is a bank holiday already`)
  changed(doer, { bankHoliday: day.on })
}

export async function removeBankHoliday(doer: Doer, on: IsoDate) {
  const gone = await doer.tx
    .deleteFrom('bank_holiday')
    .where('on', '=', on)
    .returning('title')
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  changed(doer, { bankHoliday: on, removed: true })
}

const changed = (doer: Doer, detail: Record<string, unknown>) =>
  doer.audit({ event: 'calendar.changed', subjectKind: 'authority', detail })
