import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { CalendarFacts, Membership, Partnership, Policy, School } from '#rules/facts.ts'

export interface OrganisationFacts {
  readonly authority: string
  readonly policy?: Policy
  readonly calendar?: CalendarFacts
  readonly partnerships: readonly Partnership[]
  readonly schools: readonly School[]
}

/** Which organisations a set of cases is about: schools that they name, and partnerships whose members count. */
export interface Concerned {
  readonly schools: ReadonlySet<string>
  readonly partnerships: ReadonlySet<string>
}

/** Every school: what concerns a provider may concern any of them. */
export async function everySchool(tx: Tx): Promise<Concerned> {
  const schools = await tx.selectFrom('school').select('organisation_id').execute()
  return {
    schools: new Set(schools.map(({ organisation_id }) => organisation_id)),
    partnerships: new Set(),
  }
}

/**
 * The authority, its calendar and its partnerships; and of the schools those that the cases name, and every member of a
 * partnership that meets about one. One query a table.
 */
export async function organisationFacts(tx: Tx, concerned: Concerned): Promise<OrganisationFacts> {
  // One after the other: a job's connection takes one question at a time.
  const settings = await tx
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', ['authority', 'policy'])
    .execute()
  const meeting = await tx
    .selectFrom('partnership_member')
    .select('school_id')
    .where('partnership_id', '=', anyOf(concerned.partnerships))
    .execute()
  const wanted = anyOf([...concerned.schools, ...meeting.map(({ school_id }) => school_id)])
  const organisations = await tx
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where(eb => eb.or([eb('kind', '=', 'partnership'), eb('id', '=', wanted)]))
    .where('kind', 'in', ['school', 'partnership'])
    .execute()
  const schools = await tx
    .selectFrom('school')
    .select(['organisation_id', 'statutory_high_age', 'weekly_minutes'])
    .where('organisation_id', '=', wanted)
    .execute()
  const memberships = await tx
    .selectFrom('partnership_member')
    .select(['partnership_id', 'school_id', 'joined_on', 'left_on', 'how_left'])
    .where('school_id', '=', wanted)
    .execute()
  const terms = await tx
    .selectFrom('term')
    .select(['school_id', 'starts_on', 'ends_on'])
    .where(eb => eb.or([eb('school_id', 'is', null), eb('school_id', '=', wanted)]))
    .execute()
  const closures = await tx
    .selectFrom('closure')
    .select(['school_id', 'on'])
    .where(eb => eb.or([eb('school_id', 'is', null), eb('school_id', '=', wanted)]))
    .execute()
  const bankHolidays = await tx.selectFrom('bank_holiday').select('on').execute()
  const setting = (key: string) => settings.find(each => each.key === key)?.value
  const general = [
    ...closures.filter(({ school_id }) => school_id === null).map(({ on }) => on),
    ...bankHolidays.map(({ on }) => on),
  ]
  const calendarOf = makeCalendars(terms, closures, general)
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  const byId = new Map(schools.map(school => [school.organisation_id, school]))
  const membershipsOf = Map.groupBy(memberships, ({ school_id }) => school_id)
  const authority = setting('authority') as { key?: string } | undefined
  const policy = setting('policy') as Policy | undefined
  const calendar = calendarOf(null)
  return {
    authority: authority?.key ?? 'authority',
    ...(policy ? { policy } : {}),
    ...(calendar ? { calendar } : {}),
    partnerships: organisations
      .filter(({ kind }) => kind === 'partnership')
      .map(({ id, name }) => ({ id, name })),
    schools: organisations
      .filter(({ kind }) => kind === 'school')
      .map(({ id }) => {
        const school = byId.get(id)
        const own = calendarOf(id)
        return {
          id,
          name: nameOf.get(id) ?? '',
          ...(school?.statutory_high_age == null
            ? {}
            : { statutoryHighAge: school.statutory_high_age }),
          ...(school?.weekly_minutes == null ? {} : { hoursPerWeek: school.weekly_minutes / 60 }),
          // The register of memberships is ours, so a school without a row is known to be in no partnership.
          memberships: (membershipsOf.get(id) ?? []).map(membershipOf),
          ...(own ? { calendar: own } : {}),
        }
      }),
  }
}

/** One value however many ids: the list is a parameter, and the query stays the same. */
const anyOf = (ids: Iterable<string>) =>
  sql<string>`any (${`{${[...new Set(ids)].join(',')}}`}::uuid[])`

const membershipOf = (row: {
  partnership_id: string
  joined_on: IsoDate
  left_on: IsoDate | null
  how_left: string | null
}): Membership => ({
  partnership: row.partnership_id,
  from: row.joined_on,
  ...(row.left_on ? { to: row.left_on } : {}),
  ...(row.how_left === 'revoked'
    ? { ended: 'revoked' }
    : row.how_left
      ? { ended: 'withdrawn' }
      : {}),
})

type Term = { school_id: string | null; starts_on: IsoDate; ends_on: IsoDate }
type Closure = { school_id: string | null; on: IsoDate }

/** A school’s own INSET days come on top of the general closures; terms of its own take the place of the general ones. */
const makeCalendars = (
  terms: readonly Term[],
  closures: readonly Closure[],
  general: readonly IsoDate[],
) => {
  const termsOf = Map.groupBy(terms, ({ school_id }) => school_id)
  const closuresOf = Map.groupBy(closures, ({ school_id }) => school_id)
  return (school: string | null): CalendarFacts | undefined => {
    const own = (termsOf.get(school) ?? []).map(({ starts_on, ends_on }) => ({
      start: starts_on,
      end: ends_on,
    }))
    const shut = (closuresOf.get(school) ?? []).map(({ on }) => on)
    if (school !== null && own.length === 0 && shut.length === 0) return undefined
    const all = school === null ? general : [...general, ...shut]
    return {
      ...(own.length > 0 ? { terms: own } : {}),
      ...(all.length > 0 ? { closures: [...new Set(all)] } : {}),
    }
  }
}
