import type { Doer } from '#platform/http/visit.ts'
import type { Facts } from '#rules/facts.ts'
import { keepFindings } from '../keep-findings.ts'
import { authorityParameters } from '../parameters.query.ts'
import { closingFindings } from './closing-findings.ts'
import { placementFindings } from './placement-findings.ts'
import { childProvision, provisionFacts } from './provision-world.ts'
import { workExperienceFindings } from './work-experience-findings.ts'

type When = Pick<Doer, 'tx' | 'now' | 'today'>

const leftToTheJob = new WeakSet<object>()
/**
 * In this transaction a placement's findings wait for the job that follows every change of a fact: for who tells a long
 * story of days gone by, of which only the last day is ever looked at.
 */
export const leaveFindingsToTheJob = ({ tx }: Pick<Doer, 'tx'>) => leftToTheJob.add(tx)

/**
 * Asks the rules about a child's placements in the transaction that changed a fact, so that whoever acted sees what
 * follows from it. Everybody else whom it touches is asked about by the job that follows every change of a fact.
 */
export async function reevaluateProvision(
  doer: When & Pick<Doer, 'me'>,
  childId: string,
): Promise<void> {
  if (leftToTheJob.has(doer.tx)) return
  const mine = await doer.tx
    .selectFrom('placement')
    .select('id')
    .where('child_id', '=', childId)
    .where('run_by_id', '=', doer.me.organisationId)
    .execute()
  const facts = (await childProvision(doer.tx, childId)).factsOn(doer.today)
  await keepFor(
    doer,
    facts,
    mine.map(({ id }) => id),
  )
}

/** Asks the rules about these placements and keeps what they find. For jobs, which see every commissioner's part. */
export async function evaluatePlacements(
  when: When,
  placementIds: readonly string[],
): Promise<void> {
  if (placementIds.length === 0) return
  const children = await when.tx
    .selectFrom('placement')
    .select('child_id')
    .distinct()
    .where('id', 'in', placementIds)
    .where('status', 'in', ['proposed', 'offered', 'accepted', 'live'])
    .execute()
  const facts = await provisionFacts(
    when.tx,
    children.map(({ child_id }) => child_id),
    when.now,
  )
  await keepFor(when, facts, placementIds)
}

async function keepFor(when: When, facts: Facts, placementIds: readonly string[]) {
  if (placementIds.length === 0) return
  const parameters = await authorityParameters(when.tx)
  const found = [
    ...placementFindings(facts, new Set(placementIds), parameters),
    ...(await closingFindings(when.tx, placementIds, facts, parameters)),
    ...(await workExperienceFindings(when.tx, placementIds, facts, parameters)),
  ]
  const standing = await when.tx
    .selectFrom('finding')
    .select(['id', 'fingerprint'])
    .where('placement_id', 'in', placementIds)
    .where('superseded_at', 'is', null)
    .execute()
  await keepFindings(when, standing, found)
}
