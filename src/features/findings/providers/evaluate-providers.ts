import type { Doer } from '#platform/http/visit.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import { allRules } from '#rules/registry.ts'
import type { Rule } from '#rules/rule.ts'
import { keepFindings } from '../keep-findings.ts'
import { everySchool, organisationFacts } from '../organisation-facts.query.ts'
import { authorityParameters } from '../parameters.query.ts'
import { placementsFrom, plansFrom, pupilsWithWeeks } from '../provision/provision-facts.ts'
import { provisionRows } from '../provision/provision-rows.query.ts'
import { providerFacts } from './provider-facts.ts'
import { withVisits } from './visit-facts.query.ts'

type When = Pick<Doer, 'tx' | 'now' | 'today'>

const areas = new Set(['REG', 'EVD', 'SAF', 'ILL', 'QAV'])
/** An assessment stands with its provider, whom it is about. */
const subjects = new Set<string>(['provider', 'assessment'])

/** The rules whose findings stand on a provider: about the institution, and never about one child. */
export const providerRules: readonly Rule[] = allRules.filter(
  ({ area, checks }) => areas.has(area) && checks.some(({ subject }) => subjects.has(subject)),
)

/**
 * Asks the rules about these providers and keeps what they find. Only a job may: it sees every commissioner's part, and
 * nobody else can write a finding about a provider.
 */
export async function evaluateProviders(
  { tx, now, today }: When,
  providerIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(providerIds)]
  if (ids.length === 0) return
  const facts = await factsAbout({ tx, now, today }, ids)
  const parameters = await authorityParameters(tx)
  const wanted = new Set(ids)
  const assessed = new Map(
    facts.providers?.flatMap(({ id, assessments = [] }) =>
      assessments.map(assessment => [assessment.id, id] as const),
    ),
  )
  const found = evaluate(facts, { rules: providerRules, parameters }).flatMap(finding => {
    const { type, id } = finding.subject
    const providerId = type === 'provider' ? id : type === 'assessment' ? assessed.get(id) : ''
    return providerId && wanted.has(providerId) ? [{ providerId, childId: undefined, finding }] : []
  })
  const standing = await tx
    .selectFrom('finding')
    .select(['id', 'fingerprint'])
    .where('provider_id', 'in', ids)
    .where('subject_type', 'in', [...subjects])
    .where('placement_id', 'is', null)
    .where('superseded_at', 'is', null)
    .execute()
  await keepFindings({ tx, now, today }, standing, found)
}

async function factsAbout({ tx, now, today }: When, ids: readonly string[]): Promise<Facts> {
  const organisations = await organisationFacts(tx, await everySchool(tx))
  const placed = await tx
    .selectFrom('placement')
    .select('child_id')
    .distinct()
    .where('provider_id', 'in', ids)
    .where('status', 'in', ['offered', 'accepted', 'live'])
    .execute()
  const all = await provisionRows(
    tx,
    placed.map(({ child_id }) => child_id),
  )
  // What is only proposed may come to nothing: nobody answers for it yet.
  const rows = { ...all, placements: all.placements.filter(({ status }) => status !== 'proposed') }
  const placements = placementsFrom(rows, today, organisations.authority)
  const providers = await providerFacts(tx, ids, organisations.authority)
  return {
    asOf: now.toISOString(),
    ...organisations,
    providers: await withVisits(tx, providers, organisations.authority, usersOf(placements)),
    pupils: pupilsWithWeeks(rows, today),
    placements,
    substantialPlans: plansFrom(rows),
  }
}

/** Which commissioners have a child at each provider, or are to have one. */
function usersOf(placements: NonNullable<Facts['placements']>): Map<string, string[]> {
  const users = new Map<string, Set<string>>()
  for (const { provider, commissioners = [] } of placements) {
    const known = users.get(provider) ?? new Set()
    for (const each of commissioners) known.add(each)
    users.set(provider, known)
  }
  return new Map([...users].map(([provider, all]) => [provider, [...all].sort()]))
}
