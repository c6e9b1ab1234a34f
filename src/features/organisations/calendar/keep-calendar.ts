import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'

/** Whose calendar: a school's, or with null the authority's, which holds for every school. */
export type CalendarOwner = string | null

export interface TermDates {
  readonly name: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/** Enters a term, from its first day to its last; the holidays between terms are what is left. Returns its id. */
export async function addTerm(doer: Doer, owner: CalendarOwner, term: TermDates): Promise<string> {
  await refuseOverlap(doer, owner, term)
  const id = newId()
  await doer.tx
    .insertInto('term')
    .values({ id, school_id: owner, ...columns(term) })
    .execute()
  changed(doer, owner, { term: id })
  return id
}

export async function changeTerm(
  doer: Doer,
  { id, version, ...term }: TermDates & { id: string; version: number },
) {
  const before = await doer.tx
    .selectFrom('term')
    .select('school_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!before) throw new NotFound()
  await refuseOverlap(doer, before.school_id, term, id)
  const done = await doer.tx
    .updateTable('term')
    .set(columns(term))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (done.length === 0) throw new Refusal('This term has changed since you opened it')
  changed(doer, before.school_id, { term: id })
}

export async function removeTerm(doer: Doer, id: string) {
  const gone = await doer.tx
    .deleteFrom('term')
    .where('id', '=', id)
    .returning(['school_id', 'name'])
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  changed(doer, gone.school_id, { term: id, removed: true })
  return gone
}

export interface ClosedDay {
  readonly on: IsoDate
  /** An INSET day, or any other closure. */
  readonly kind: 'inset' | 'closure'
  readonly reason: string
}

/** Enters a day in term on which the school (or, for the authority, every school) does not meet. */
export async function addClosure(doer: Doer, owner: CalendarOwner, day: ClosedDay) {
  const id = newId()
  const { rows } = await sql<{ id: string }>`
    insert into closure (id, school_id, "on", kind, reason)
    values (${id}, ${owner}, ${day.on}, ${day.kind}, ${day.reason})
    on conflict (school_id, "on") do nothing returning id`.execute(doer.tx)
  if (rows.length === 0)
    throw new Refusal(
      `${dayInWords(day.on)} has been entered already. Remove it first to change it.`,
    )
  changed(doer, owner, { closure: id })
  return id
}

export async function removeClosure(doer: Doer, id: string) {
  const gone = await doer.tx
    .deleteFrom('closure')
    .where('id', '=', id)
    .returning(['school_id', 'on'])
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  changed(doer, gone.school_id, { closure: id, removed: true })
  return gone
}

const columns = ({ name, startsOn, endsOn }: TermDates) => ({
  name,
  starts_on: startsOn,
  ends_on: endsOn,
})

async function refuseOverlap({ tx }: Doer, owner: CalendarOwner, term: TermDates, except?: string) {
  if (term.endsOn < term.startsOn) throw new Refusal('A term cannot end before it begins')
  const other = await tx
    .selectFrom('term')
    .select('name')
    .where('school_id', owner === null ? 'is' : '=', owner)
    .where('starts_on', '<=', term.endsOn)
    .where('ends_on', '>=', term.startsOn)
    .$if(except !== undefined, query => query.where('id', '<>', except ?? ''))
    .executeTakeFirst()
  if (other)
    throw new Refusal(`These dates overlap with “${other.name}”. Change one of the two terms.`)
}

const changed = (doer: Doer, owner: CalendarOwner, detail: Record<string, unknown>) =>
  doer.audit({
    event: 'calendar.changed',
    subjectKind: owner === null ? 'authority' : 'school',
    subjectId: owner ?? undefined,
    detail,
  })
