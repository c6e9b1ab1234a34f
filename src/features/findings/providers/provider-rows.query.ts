import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Evidence, Insurance, Provider, ProviderPerson } from '#rules/facts.ts'

type Row<T> = readonly (T & { readonly [column: string]: unknown })[]
type OrganisationKind = 'authority' | 'team' | 'partnership' | 'school' | 'provider'
interface OfCommissioner {
  readonly provider_id: string
  readonly commissioner_id: string
  readonly commissioner_kind: OrganisationKind
}

/** What `provider_facts` answers: a list for each table, with the columns that a rule reads. */
export interface ProviderRows {
  readonly providers: Row<{
    id: string
    name: string
    street: string | null
    town: string | null
    postcode: string | null
    kind: NonNullable<Provider['kind']> | null
    legal_form: string | null
    dfe_urn: string | null
    number_known: boolean
    on_local_list: boolean
    curriculum: 'broad' | 'narrow' | null
    minutes_per_week: number | null
    places: number | null
    employs_anyone: boolean | null
    no_employees_declared_on: IsoDate | null
    safer_working_practice_on: IsoDate | null
  }>
  readonly people: Row<{
    id: string
    provider_id: string
    role: ProviderPerson['role']
    in_senior_leadership: boolean | null
  }>
  readonly trainings: Row<{ person_id: string; trained_on: IsoDate; trainer: string }>
  readonly evidence: Row<{
    id: string
    provider_id: string
    document: string
    expires_on: IsoDate | null
    staff_count: number | null
    first_aider_count: number | null
    procedures: NonNullable<Evidence['procedures']>
    current: boolean
  }>
  readonly insurance: Row<{
    id: string
    provider_id: string
    kind: Insurance['kind']
    amount_pence: number
    ends_on: IsoDate
  }>
  readonly sightings: Row<
    OfCommissioner & {
      readonly document: string
      readonly seen_on: IsoDate
      readonly seen: boolean
    }
  >
  readonly checks: Row<
    OfCommissioner & { readonly what: 'registration' | 'staff'; readonly checked_on: IsoDate }
  >
  readonly agreements: Row<
    OfCommissioner & {
      readonly id: string
      readonly signed_on: IsoDate
      readonly ends_on: IsoDate | null
      readonly kcsie_clause: boolean | null
    }
  >
  readonly audits: Row<{ id: string; provider_id: string; audited_on: IsoDate }>
}

/** The rows behind these providers in one question, for whoever has to do with them (migration 0041 says who). */
export async function providerRows(tx: Tx, providerIds: readonly string[]): Promise<ProviderRows> {
  const { rows } = await sql<{ facts: ProviderRows }>`
    select onroll.provider_facts(${`{${[...new Set(providerIds)].join(',')}}`}::uuid[]) as facts`.execute(
    tx,
  )
  const facts = rows[0]?.facts
  if (!facts) throw new Error('provider_facts answered nothing')
  return facts
}
