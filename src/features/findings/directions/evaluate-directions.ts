import type { Doer } from '#platform/http/visit.ts'
import { evaluate } from '#rules/engine.ts'
import { allRules } from '#rules/registry.ts'
import { keepFindings } from '../keep-findings.ts'
import { authorityParameters } from '../parameters.query.ts'
import { directionFacts } from './direction-facts.query.ts'

type When = Pick<Doer, 'tx' | 'now' | 'today'>

/** The rules whose findings stand on a direction. */
export const directionRules = allRules.filter(({ checks }) =>
  checks.some(({ subject }) => subject === 'off-site-direction'),
)

/** Asks the rules about a child's directions by one's own school, in the transaction that changed a fact. */
export const reevaluateDirections = (
  doer: When & Pick<Doer, 'me'>,
  childId: string,
): Promise<void> => keepFor(doer, [childId], doer.me.organisationId)

/** Asks about everybody's directions of these children, for jobs. */
export const evaluateDirections = (when: When, childIds: readonly string[]): Promise<void> =>
  keepFor(when, childIds)

async function keepFor(when: When, childIds: readonly string[], schoolId?: string) {
  const facts = await directionFacts(when.tx, childIds, when.today)
  const rows = await when.tx
    .selectFrom('off_site_direction')
    .select(['id', 'child_id', 'school_id'])
    .where('child_id', 'in', childIds)
    .execute()
  const mine = rows.filter(({ school_id }) => !schoolId || school_id === schoolId)
  if (mine.length === 0) return
  const children = new Map(mine.map(({ id, child_id }) => [id, child_id]))
  const parameters = await authorityParameters(when.tx)
  const found = evaluate(facts, { rules: directionRules, parameters }).flatMap(finding => {
    const childId = children.get(finding.subject.id)
    return finding.subject.type === 'off-site-direction' && childId ? [{ childId, finding }] : []
  })
  const standing = await when.tx
    .selectFrom('finding')
    .select(['id', 'fingerprint'])
    .where('subject_type', '=', 'off-site-direction')
    .where('subject_id', 'in', [...children.keys()])
    .where('superseded_at', 'is', null)
    .execute()
  await keepFindings(when, standing, found)
}
