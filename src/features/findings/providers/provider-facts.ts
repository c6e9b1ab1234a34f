import type { Tx } from '#platform/database/database.ts'
import type {
  Agreement,
  CommissionerCheck,
  Evidence,
  Provider,
  ProviderPerson,
} from '#rules/facts.ts'
import { type ProviderRows, providerRows } from './provider-rows.query.ts'

/** Providers as the rules read them. `authority` is the authority's key: what its teams look at, it has looked at. */
export const providerFacts = async (
  tx: Tx,
  providerIds: readonly string[],
  authority: string,
): Promise<Provider[]> => providersFrom(await providerRows(tx, providerIds), authority)

/** What nobody has recorded stays absent; what can be counted (people, documents, agreements) is known, and may be none. */
export function providersFrom(rows: ProviderRows, authority: string): Provider[] {
  const by = <T extends { readonly provider_id: string }>(list: readonly T[]) => {
    const groups = Map.groupBy(list, ({ provider_id }) => provider_id)
    return (id: string): readonly T[] => groups.get(id) ?? []
  }
  const trainings = Map.groupBy(rows.trainings, ({ person_id }) => person_id)
  const [people, insurance, agreements, checks, audits] = [
    by(rows.people),
    by(rows.insurance),
    by(rows.agreements),
    by(rows.checks),
    by(rows.audits),
  ]
  const evidence = evidenceFrom(rows, authority)
  return rows.providers.map(row => ({
    id: row.id,
    name: row.name,
    ...profileOf(row),
    people: people(row.id).map(person => personFrom(person, trainings.get(person.id))),
    insurance: insurance(row.id).map(({ id, kind, amount_pence, ends_on }) => ({
      id,
      kind,
      amountPence: amount_pence,
      expires: ends_on,
    })),
    evidence: evidence.get(row.id) ?? [],
    audits: audits(row.id).map(({ id, audited_on }) => ({ id, date: audited_on })),
    commissionerChecks: checks(row.id).map(
      (check): CommissionerCheck => ({
        commissioner: commissionerOf(check, authority),
        ...(check.what === 'registration'
          ? { registrationCheckedDate: check.checked_on }
          : { staffCheckedDate: check.checked_on }),
      }),
    ),
    agreements: agreements(row.id).map(
      (agreement): Agreement => ({
        id: agreement.id,
        commissioner: commissionerOf(agreement, authority),
        signedDate: agreement.signed_on,
        ...(agreement.ends_on ? { endDate: agreement.ends_on } : {}),
        ...(agreement.kcsie_clause === null ? {} : { kcsieClause: agreement.kcsie_clause }),
      }),
    ),
  }))
}

function profileOf(row: ProviderRows['providers'][number]): Partial<Provider> {
  const address = [row.street, row.town, row.postcode].filter(Boolean).join(', ')
  const advertised = {
    ...(row.minutes_per_week === null ? {} : { hoursPerWeek: row.minutes_per_week / 60 }),
    ...(row.places === null ? {} : { places: row.places }),
  }
  return {
    ...(address ? { address } : {}),
    ...(row.kind ? { kind: row.kind } : {}),
    // A number that neither the register nor an officer knows does not make a setting registered.
    ...(row.dfe_urn && row.number_known ? { dfeUrn: row.dfe_urn } : {}),
    ...(row.on_local_list ? { onLocalList: true } : {}),
    ...(row.legal_form ? { legalForm: row.legal_form } : {}),
    ...(row.employs_anyone === null ? {} : { employsAnyone: row.employs_anyone }),
    ...(row.no_employees_declared_on
      ? { noEmployeesDeclarationDate: row.no_employees_declared_on }
      : {}),
    ...(row.curriculum ? { curriculumBreadth: row.curriculum } : {}),
    ...(Object.keys(advertised).length ? { advertised } : {}),
    ...(row.safer_working_practice_on
      ? { saferWorkingPracticeDate: row.safer_working_practice_on }
      : {}),
  }
}

const personFrom = (
  { id, role, in_senior_leadership }: ProviderRows['people'][number],
  trainings: ProviderRows['trainings'] = [],
): ProviderPerson => ({
  id,
  role,
  ...(in_senior_leadership === null ? {} : { inSeniorLeadership: in_senior_leadership }),
  safeguardingTraining: trainings.map(({ trained_on, trainer }) => ({ date: trained_on, trainer })),
})

/** The document that stands, with every sighting of it or of those before it. Cover ends with its policy, said there. */
function evidenceFrom(rows: ProviderRows, authority: string): Map<string, Evidence[]> {
  const policies = new Set(rows.insurance.map(({ id }) => id))
  const key = (provider: string, document: string) => `${provider} ${document}`
  const sightings = Map.groupBy(rows.sightings, each => key(each.provider_id, each.document))
  const items = new Map<string, Evidence[]>()
  for (const row of rows.evidence.filter(({ current }) => current)) {
    const item: Evidence = {
      id: row.id,
      document: row.document,
      ...(row.expires_on && !policies.has(row.id) ? { expires: row.expires_on } : {}),
      ...(row.staff_count === null ? {} : { staffCount: row.staff_count }),
      ...(row.first_aider_count === null ? {} : { firstAiderCount: row.first_aider_count }),
      procedures: row.procedures,
      sightings: (sightings.get(key(row.provider_id, row.document)) ?? []).map(each => ({
        commissioner: commissionerOf(each, authority),
        date: each.seen_on,
        seen: each.seen,
      })),
    }
    items.set(row.provider_id, [...(items.get(row.provider_id) ?? []), item])
  }
  return items
}

const commissionerOf = (
  {
    commissioner_id,
    commissioner_kind,
  }:
    | ProviderRows['checks'][number]
    | ProviderRows['agreements'][number]
    | ProviderRows['sightings'][number],
  authority: string,
) =>
  commissioner_kind === 'authority' || commissioner_kind === 'team' ? authority : commissioner_id
