import type { Doer } from '#platform/http/visit.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { factsFor } from './facts.query.ts'
import { fingerprintOf } from './keep-findings.ts'
import { authorityParameters } from './parameters.query.ts'
import { rulesShown } from './rules-shown.ts'
import { storeFindings } from './store-findings.ts'

type When = Pick<Doer, 'tx' | 'now' | 'today'>

/** The three parts of asking again, for whoever measures them: rows read, findings compared, rows written. */
export type Part = 'load' | 'evaluate' | 'store'
export type Watch = (part: Part, milliseconds: number, rows: number) => void

/**
 * Asks the rules about these referrals and keeps what they find: new findings are added, the same ones stay as they
 * were (with the day since when), and what no longer holds is superseded. Nothing is edited. Called in the transaction
 * that changed a fact, so that nobody sees the one without the other.
 */
export async function evaluateReferrals(
  { tx, now, today }: When,
  referralIds: readonly string[],
  watch: Watch = () => undefined,
): Promise<void> {
  const ids = [...new Set(referralIds)]
  if (ids.length === 0) return
  const began = performance.now()
  let read = 0
  const facts = await factsFor(tx, ids, now, rows => {
    read = rows
  })
  const parameters = await authorityParameters(tx)
  const loaded = performance.now()
  const found = caseFindings(facts, new Set(ids), parameters).map(each => ({
    ...each,
    fingerprint: fingerprintOf(each),
  }))
  const evaluated = performance.now()
  const written = await storeFindings({ tx, now, today }, ids, found)
  watch('load', loaded - began, read)
  watch('evaluate', evaluated - loaded, found.length)
  watch('store', performance.now() - evaluated, written)
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
    const known = index.get(key)
    if (known) known.push({ referralId, childId })
    else index.set(key, [{ referralId, childId }])
  }
  const aboutChildren = (['admissions', 'exclusions', 'programmes'] as const).map(
    list => [list.slice(0, -1), byPupil(facts[list] ?? [])] as const,
  )
  for (const { id, pupil, type } of open) {
    add(type, id, id, pupil)
    add('pupil', pupil, id, pupil)
    for (const [subject, records] of aboutChildren)
      for (const record of records.get(pupil) ?? []) add(subject, record.id, id, pupil)
  }
  return index
}

const byPupil = (records: readonly { readonly id: string; readonly pupil: string }[]) =>
  Map.groupBy(records, ({ pupil }) => pupil)
