import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { factsFor } from './facts.query.ts'
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
  const found = caseFindings(facts, new Set(ids), parameters).map(each => ({
    ...each,
    fingerprint: fingerprintOf(each),
  }))
  const standing = await tx
    .selectFrom('finding')
    .select(['id', 'fingerprint'])
    .where('referral_id', 'in', ids)
    .where('superseded_at', 'is', null)
    .execute()

  const present = new Set(found.map(({ fingerprint }) => fingerprint))
  const gone = standing.filter(({ fingerprint }) => !present.has(fingerprint)).map(({ id }) => id)
  if (gone.length > 0)
    await tx.updateTable('finding').set({ superseded_at: now }).where('id', 'in', gone).execute()

  const before = new Set(standing.map(({ fingerprint }) => fingerprint))
  const fresh = found.filter(({ fingerprint }) => !before.has(fingerprint))
  await insertFindings(tx, fresh, now, today)
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

/** Two findings are the same when everything but the number of days gone by is. */
export function fingerprintOf({ referralId, finding }: CaseFinding): string {
  const { overdueDays: _changesDaily, ...lasting } = finding
  return createHash('sha256')
    .update(canonicalJson([referralId, lasting]))
    .digest('base64url')
}

async function insertFindings(
  tx: Tx,
  fresh: readonly (CaseFinding & { fingerprint: string })[],
  now: Date,
  today: Doer['today'],
) {
  if (fresh.length === 0) return
  await tx
    .insertInto('finding')
    .values(
      fresh.map(({ referralId, childId, finding, fingerprint }) => ({
        id: newId(),
        rule: finding.rule,
        subject_type: finding.subject.type,
        subject_id: finding.subject.id,
        referral_id: referralId,
        child_id: childId ?? null,
        level: finding.level,
        basis: finding.basis,
        blocks: [...finding.blocks],
        message: finding.message,
        due: finding.due ?? null,
        overdue_days: finding.overdueDays ?? null,
        values: JSON.stringify(finding.values ?? {}),
        amounts: JSON.stringify(finding.amounts ?? {}),
        fingerprint,
        since: now,
        facts_date: today,
      })),
    )
    // Two commands that change the same child at once find the same thing: one row is enough.
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
