import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

/** What a provider says of itself, and, for those who may know, what it tells its commissioners. */
export async function profileOf(tx: Tx, providerId: string, today: IsoDate) {
  const provider = await tx
    .selectFrom('organisation as o')
    .innerJoin('provider as p', 'p.organisation_id', 'o.id')
    .leftJoin('provider_standing as s', 's.provider_id', 'o.id')
    .selectAll('p')
    .select([
      'o.id',
      'o.name',
      'o.telephone',
      'o.closed_on as closedOn',
      's.employs_anyone',
      's.no_employees_declared_on',
      's.no_employees_declared_by',
      's.safer_working_practice_on',
      's.capacity_sessions',
    ])
    .where('o.id', '=', providerId)
    .executeTakeFirst()
  if (!provider) throw new NotFound()
  return {
    provider,
    sessions: (await sessionsOfProviders(tx)).get(providerId),
    number: provider.dfe_urn ? await numberInRegister(tx, providerId, provider.dfe_urn) : undefined,
    leads: await leadsOf(tx, providerId),
    sites: await sitesOf(tx, providerId),
    subcontractors: await tx
      .selectFrom('provider_subcontractor')
      .selectAll()
      .where('provider_id', '=', providerId)
      .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
      .orderBy('name')
      .execute(),
  }
}
export type Profile = Awaited<ReturnType<typeof profileOf>>

export interface Sessions {
  readonly capacity: number | null
  readonly taken: number
}

/** How many sessions a week each provider has, and how many of them are taken; of other providers nothing. */
async function sessionsOfProviders(tx: Tx): Promise<Map<string, Sessions>> {
  const { rows } = await sql<{ provider_id: string; capacity: number | null; taken: string }>`
    select provider_id, capacity, taken from onroll.sessions_of_providers()`.execute(tx)
  return new Map(
    rows.map(row => [row.provider_id, { capacity: row.capacity, taken: Number(row.taken) }]),
  )
}

/** Free sessions in a week; nobody knows how many while the provider has not said how many it has. */
export const freeSessions = (sessions: Sessions | undefined): number | undefined =>
  sessions?.capacity == null
    ? undefined
    : Math.max(0, Math.floor(sessions.capacity - sessions.taken))

export interface Lead {
  readonly person_id: string
  readonly name: string
  readonly role: 'safeguarding-lead' | 'deputy-safeguarding-lead'
  readonly in_senior_leadership: boolean | null
  readonly email: string | null
  readonly telephone: string | null
  readonly trained_on: IsoDate | null
}

export async function leadsOf(tx: Tx, providerId: string): Promise<readonly Lead[]> {
  const { rows } = await sql<Lead>`
    select * from onroll.safeguarding_leads_of(${providerId}::uuid)`.execute(tx)
  return rows
}

const sitesOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_site')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
export type ProviderSite = Awaited<ReturnType<typeof sitesOf>>[number]

/** Is the number that a provider gives one of a school in the imported register, and has somebody looked it up? */
async function numberInRegister(tx: Tx, providerId: string, urn: string) {
  const school = await tx
    .selectFrom('school')
    .innerJoin('organisation as o', 'o.id', 'school.organisation_id')
    .select(['o.id', 'o.name', 'o.closed_on as closedOn', 'school.gias_file_on as fileOn'])
    .where('school.urn', '=', urn)
    .executeTakeFirst()
  const newest = await tx
    .selectFrom('school')
    .select(({ fn }) => fn.max('gias_file_on').as('on'))
    .executeTakeFirst()
  const lookedUp = await tx
    .selectFrom('provider_number_check as c')
    .innerJoin('organisation as by', 'by.id', 'c.by_organisation')
    .select(['c.confirmed', 'c.checked_on as checkedOn', 'c.source', 'by.name as by'])
    .where('c.provider_id', '=', providerId)
    .where('c.urn', '=', urn)
    .orderBy('c.checked_on', 'desc')
    .orderBy('c.recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { urn, school, registerAsOf: newest?.on ?? null, lookedUp }
}
export type NumberCheck = Awaited<ReturnType<typeof numberInRegister>>
