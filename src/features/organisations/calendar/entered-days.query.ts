import type { Tx } from '#platform/database/database.ts'
import type { CalendarOwner } from './keep-calendar.ts'
import type { EnteredClosedDay, EnteredDays, EnteredTerm } from './school-year.ts'

export interface Entered extends EnteredDays {
  /** The school has no terms of its own, and so keeps the authority's. */
  readonly authorityTerms: boolean
}

/** What makes up a calendar: a school's own terms or else the authority's, and every day that closes it. */
export async function daysEntered(tx: Tx, owner: CalendarOwner): Promise<Entered> {
  const [terms, closures, holidays] = await Promise.all([
    tx
      .selectFrom('term')
      .select(['id', 'school_id', 'name', 'starts_on', 'ends_on', 'version'])
      .where(at => at.or([at('school_id', 'is', null), at('school_id', '=', owner)]))
      .orderBy('starts_on')
      .execute(),
    tx
      .selectFrom('closure')
      .select(['id', 'school_id', 'on', 'kind', 'reason'])
      .where(at => at.or([at('school_id', 'is', null), at('school_id', '=', owner)]))
      .execute(),
    tx.selectFrom('bank_holiday').select(['on', 'title']).execute(),
  ])
  const all = terms.map(
    (term): EnteredTerm => ({
      id: term.id,
      owner: term.school_id,
      name: term.name,
      startsOn: term.starts_on,
      endsOn: term.ends_on,
      version: term.version,
    }),
  )
  const own = all.filter(term => term.owner === owner)
  const authorityTerms = owner !== null && own.length === 0
  return {
    authorityTerms,
    terms: authorityTerms ? all : own,
    closedDays: [
      ...closures.map(
        (day): EnteredClosedDay => ({
          id: day.id,
          owner: day.school_id,
          on: day.on,
          kind: day.kind,
          reason: day.reason,
        }),
      ),
      ...holidays.map(
        (day): EnteredClosedDay => ({
          id: undefined,
          owner: null,
          on: day.on,
          kind: 'bank holiday',
          reason: day.title,
        }),
      ),
    ],
  }
}
