import { academicYearOf } from '#domain/academic-year.ts'
import type { Doer } from '#platform/http/visit.ts'
import { daysEntered } from './entered-days.query.ts'
import { addClosure, addTerm, type CalendarOwner, removeTerm } from './keep-calendar.ts'
import type { ReadDates } from './read-dates.ts'
import type { EnteredTerm } from './school-year.ts'

export interface DatesPlan {
  readonly terms: ReadDates['terms']
  readonly closedDays: ReadDates['closedDays']
  /** Own terms of the school years that the file covers, which its terms take the place of. */
  readonly replaced: readonly EnteredTerm[]
  readonly alreadyClosed: number
}

/** What importing these dates would do: the terms of their school years are replaced, closed days are added to those there. */
export async function planDates(
  doer: Pick<Doer, 'tx'>,
  owner: CalendarOwner,
  dates: ReadDates,
): Promise<DatesPlan> {
  const entered = await daysEntered(doer.tx, owner)
  const own = entered.terms.filter(term => term.owner === owner)
  const years = new Set(dates.terms.map(term => academicYearOf(term.startsOn)))
  const closed = new Set(
    entered.closedDays
      .filter(day => day.owner === owner && day.id !== undefined)
      .map(({ on }) => on),
  )
  const fresh = dates.closedDays.filter(({ on }) => !closed.has(on))
  return {
    terms: dates.terms,
    closedDays: fresh,
    replaced: own.filter(
      term =>
        years.has(academicYearOf(term.startsOn)) ||
        dates.terms.some(each => each.startsOn <= term.endsOn && each.endsOn >= term.startsOn),
    ),
    alreadyClosed: dates.closedDays.length - fresh.length,
  }
}

export async function importDates(
  doer: Doer,
  owner: CalendarOwner,
  dates: ReadDates,
): Promise<DatesPlan> {
  const plan = await planDates(doer, owner, dates)
  for (const term of plan.replaced) await removeTerm(doer, term.id)
  for (const term of plan.terms) await addTerm(doer, owner, term)
  for (const day of plan.closedDays) await addClosure(doer, owner, day)
  return plan
}
