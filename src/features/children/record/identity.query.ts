import { sql } from 'kysely'
import { startingYear, yearStarts } from '#domain/academic-year.ts'
import { type IsoDate, londonDay } from '#domain/dates.ts'
import type { ChildId } from '#domain/ids.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import { yearGroupName, yearGroupOn } from '#domain/year-group.ts'
import type { Tx } from '#platform/database/database.ts'

/** What the head of every page about a child says, as far as the reader may know it. */
export interface ChildIdentity {
  readonly id: ChildId
  readonly reference: string
  readonly name: string
  readonly knownAs: string | undefined
  readonly forename: string
  readonly surname: string
  readonly preferredForename: string | null
  readonly preferredSurname: string | null
  readonly birthDate: IsoDate
  readonly upn: string | null
  readonly yearGroup: number
  readonly year: string
  readonly schoolOfRoll: { readonly id: string; readonly name: string } | undefined
  readonly alsoAt: readonly string[]
  readonly specialNeeds: string | undefined
  readonly topUp: boolean
  readonly care: { readonly status: string; readonly authority: string | null } | undefined
  /** Whom to go through, for a child whose address is protected; only for those who may contact the family. */
  readonly protectedBy: string | undefined
  readonly version: number
}

/** The identity of one child. A child that was joined with another record is found under the one that was kept. */
export async function identityOf(tx: Tx, id: string, today: IsoDate): Promise<ChildIdentity> {
  const found = (await identitiesOf(tx, [id], today)).get(id)
  if (found) return found
  const joined = await joinedInto(tx, id)
  const kept = joined && (await identitiesOf(tx, [joined], today)).get(joined)
  if (!kept) throw new NotFound()
  return kept
}

/** Many at once, for lists: two queries however many there are. Those the reader may not see are left out. */
export async function identitiesOf(
  tx: Tx,
  ids: readonly string[],
  today: IsoDate,
): Promise<Map<string, ChildIdentity>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select c.id, c.reference, c.forename, c.surname, c.preferred_forename, c.preferred_surname, c.birth_date, c.upn, c.version,
      (select jsonb_agg(jsonb_build_object('id', e.school_id, 'name', o.name, 'kind', e.kind, 'year', e.year_group,
           'recordedAt', e.recorded_at) order by e.kind = 'subsidiary', e.from_on desc)
         from onroll.enrolment e join onroll.organisation o on o.id = e.school_id
        where e.child_id = c.id and e.from_on <= ${today} and (e.to_on is null or e.to_on >= ${today})) as rolls,
      (select s.status from onroll.special_needs s where s.child_id = c.id and s.from_on <= ${today}
          and (s.to_on is null or s.to_on >= ${today}) order by s.from_on desc limit 1) as special_needs,
      exists (select 1 from onroll.top_up t where t.child_id = c.id and t.from_on <= ${today} and t.to_on >= ${today}) as top_up,
      (select jsonb_build_object('status', s.status, 'authority', s.authority) from onroll.care_status s
        where s.child_id = c.id and s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today})
        order by s.from_on desc limit 1) as care,
      (select o.name from onroll.protected_notice n join onroll.organisation o on o.id = n.holder_organisation_id
        where n.child_id = c.id) as protected_by
      from onroll.child c where c.id = any (${ids}::uuid[]) and c.merged_into_id is null`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.id, identityFrom(row, today)]))
}

interface Row {
  id: string
  reference: number
  forename: string
  surname: string
  preferred_forename: string | null
  preferred_surname: string | null
  birth_date: IsoDate
  upn: string | null
  version: number
  rolls:
    | { id: string; name: string; kind: string; year: number | null; recordedAt: string }[]
    | null
  special_needs: string | null
  top_up: boolean
  care: { status: string; authority: string | null } | null
  protected_by: string | null
}

function identityFrom(row: Row, today: IsoDate): ChildIdentity {
  const [roll, ...others] = row.rolls ?? []
  const yearGroup = yearGroupNow(
    row.birth_date,
    roll && { yearGroup: roll.year, recordedOn: londonDay(new Date(roll.recordedAt)) },
    today,
  )
  const known = [row.preferred_forename ?? row.forename, row.preferred_surname ?? row.surname]
  const name = `${row.forename} ${row.surname}`
  return {
    id: row.id as ChildId,
    reference: writeReference('child', row.reference),
    name,
    knownAs: known.join(' ') === name ? undefined : known.join(' '),
    forename: row.forename,
    surname: row.surname,
    preferredForename: row.preferred_forename,
    preferredSurname: row.preferred_surname,
    birthDate: row.birth_date,
    upn: row.upn,
    yearGroup,
    year: yearGroupName(yearGroup),
    schoolOfRoll: roll && { id: roll.id, name: roll.name },
    alsoAt: others.map(other => other.name),
    specialNeeds: row.special_needs ?? undefined,
    topUp: row.top_up,
    care: row.care ?? undefined,
    protectedBy: row.protected_by ?? undefined,
    version: row.version,
  }
}

/**
 * The year group that a child is taught in. A roll says it only where it is not that of the child’s age, and it goes up
 * with every school year since.
 */
export function yearGroupNow(
  birthDate: IsoDate,
  roll: { readonly yearGroup: number | null; readonly recordedOn: IsoDate } | undefined,
  today: IsoDate,
): number {
  if (roll?.yearGroup == null) return yearGroupOn(birthDate, today)
  return (
    roll.yearGroup +
    startingYear(today, yearStarts.school) -
    startingYear(roll.recordedOn, yearStarts.school)
  )
}

async function joinedInto(tx: Tx, id: string) {
  const { rows } = await sql<{
    kept: string | null
  }>`select onroll.joined_into(${id}) as kept`.execute(tx)
  return rows[0]?.kept ?? undefined
}
