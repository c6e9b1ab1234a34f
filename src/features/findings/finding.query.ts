import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Action, type Level, levels, type Standing } from '#rules/finding.ts'

/** A finding as it stands on a case. */
export interface CaseFindingRow {
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly basis: Standing
  readonly blocks: readonly Action[]
  readonly message: string
  readonly due: IsoDate | null
  readonly values: Readonly<Record<string, string | number | boolean>>
  readonly amounts: Readonly<Record<string, number>>
  readonly since: Date
  readonly factsDate: string
  readonly supersededAt: Date | null
  readonly acceptedAt: Date | null
  readonly acceptedName: string | null
  readonly acceptedReason: string | null
}

export const findingColumns = [
  'id',
  'rule',
  'level',
  'basis',
  'blocks',
  'message',
  'due',
  'values',
  'amounts',
  'since',
  'facts_date as factsDate',
  'superseded_at as supersededAt',
  'accepted_at as acceptedAt',
  'accepted_name as acceptedName',
  'accepted_reason as acceptedReason',
] as const

/** What the rules find about a case now, the gravest first; what was accepted with a reason comes last. */
export async function findingsOf(tx: Tx, referralId: string): Promise<CaseFindingRow[]> {
  const rows = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('referral_id', '=', referralId)
    .where('superseded_at', 'is', null)
    .orderBy('rule')
    .orderBy('id')
    .execute()
  return byGravity(rows as CaseFindingRow[])
}

export const byGravity = (rows: CaseFindingRow[]) => rows.sort((a, b) => rank(b) - rank(a))

const rank = ({ acceptedAt, blocks, level }: CaseFindingRow) =>
  (acceptedAt ? 0 : 100) + levels.indexOf(level) * 2 + (blocks.length > 0 ? 1 : 0)

/** What stands in the way of an action, unless somebody accepted it with a reason. */
export const blockersOf = async (
  tx: Tx,
  referralId: string,
  action: Action,
): Promise<CaseFindingRow[]> =>
  (await findingsOf(tx, referralId)).filter(
    ({ blocks, acceptedAt }) => blocks.includes(action) && !acceptedAt,
  )

/** One finding of a case, and every form it has had there. */
export async function findingHistory(tx: Tx, referralId: string, findingId: string) {
  const one = await tx
    .selectFrom('finding')
    .select([...findingColumns, 'subject_id', 'referral_id'])
    .where('id', '=', findingId)
    .where('referral_id', '=', referralId)
    .executeTakeFirst()
  if (!one) return undefined
  const earlier = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('referral_id', '=', referralId)
    .where('rule', '=', one.rule)
    .where('subject_id', '=', one.subject_id)
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return { finding: one as CaseFindingRow, history: earlier as CaseFindingRow[] }
}

export interface FindingSummary {
  readonly count: number
  readonly gravest: Level
  /** Whether any of the gravest keeps something from going on. */
  readonly stops: boolean
}

/** For each of these referrals how many findings stand, and how grave the gravest is. */
export async function findingSummaries(tx: Tx, referralIds: readonly string[]) {
  const summaries = new Map<string, FindingSummary>()
  if (referralIds.length === 0) return summaries
  const rows = await tx
    .selectFrom('finding')
    .select([
      'referral_id',
      'level',
      eb => eb.fn.countAll<number>().as('count'),
      sql<boolean>`bool_or(cardinality(blocks) > 0)`.as('stops'),
    ])
    .where('referral_id', 'in', referralIds)
    .where('superseded_at', 'is', null)
    .where('accepted_at', 'is', null)
    .groupBy(['referral_id', 'level'])
    .execute()
  for (const { referral_id, level, count, stops } of rows) {
    if (!referral_id) continue
    const before = summaries.get(referral_id)
    const graver = !before || levels.indexOf(level) > levels.indexOf(before.gravest)
    summaries.set(referral_id, {
      count: (before?.count ?? 0) + Number(count),
      gravest: graver ? level : before.gravest,
      stops: graver ? stops : before.stops,
    })
  }
  return summaries
}
