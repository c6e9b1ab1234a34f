import type { Doer } from '#platform/http/visit.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { factsFor } from './facts.query.ts'
import { keepFindings } from './keep-findings.ts'
import { authorityParameters } from './parameters.query.ts'
import { rulesShown } from './rules-shown.ts'

type When = Pick<Doer, 'tx' | 'now' | 'today'>

/**
 * Asks the rules about these referrals and keeps what they find: new findings are added, the same ones stay as they
 * were (with the day since when), and what no longer holds is superseded. Nothing is edited. Called in the transaction
 * that changed a fact, so that nobody sees the one without the other.
 */
export async function evaluateReferrals(
  { tx, now, today }: When,
  referralIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(referralIds)]
  if (ids.length === 0) return
  const facts = await factsFor(tx, ids, now)
  const parameters = await authorityParameters(tx)
  const found = caseFindings(facts, new Set(ids), parameters)
  const standing = await tx
    .selectFrom('finding')
    .select(['id', 'fingerprint'])
    .where('referral_id', 'in', ids)
    .where('superseded_at', 'is', null)
    .execute()
  await keepFindings({ tx, now, today }, standing, found)
}

export type CaseFinding = {
  readonly referralId: string
  readonly childId: string | undefined
  readonly finding: Finding
}

/** What the rules find about these referrals, each finding with the case on which it appears. */
export function caseFindings(
  facts: Facts,
  wanted: ReadonlySet<string>,
  parameters: ParameterVersions,
): CaseFinding[] {
  const casesOf = casesBySubject(facts, wanted)
  return evaluate(facts, { rules: rulesShown, parameters }).flatMap(finding =>
    (casesOf.get(`${finding.subject.type} ${finding.subject.id}`) ?? []).map(
      ({ referralId, childId }) => ({ referralId, childId, finding }),
    ),
  )
}

/** A finding about the child, an admission or an exclusion belongs on each open case of that child. */
function casesBySubject(facts: Facts, wanted: ReadonlySet<string>) {
  const open = [
    ...(facts.referrals ?? []).map(each => ({ ...each, type: 'referral' })),
    ...(facts.fairAccessCases ?? []).map(each => ({ ...each, type: 'fair-access-case' })),
  ].filter(({ id, closedDate }) => wanted.has(id) && closedDate === undefined)
  const index = new Map<string, { referralId: string; childId: string }[]>()
  const add = (type: string, subject: string, referralId: string, childId: string) => {
    const key = `${type} ${subject}`
    index.set(key, [...(index.get(key) ?? []), { referralId, childId }])
  }
  for (const { id, pupil, type } of open) {
    add(type, id, id, pupil)
    add('pupil', pupil, id, pupil)
    for (const list of ['admissions', 'exclusions', 'programmes'] as const)
      for (const record of facts[list] ?? [])
        if (record.pupil === pupil) add(list.slice(0, -1), record.id, id, pupil)
  }
  return index
}
