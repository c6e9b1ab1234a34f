import { sql } from 'kysely'
import { canBeOpenedBy, kindOfRecord, recordedFindings } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'
import { levels } from '#rules/finding.ts'
import type { ListQuery } from './list-query.ts'

const dayLong = 86_400_000

const order = {
  level: sql`array_position(${levels as unknown as string[]}::text[], finding.level)`,
  rule: sql`finding.rule`,
  since: sql`finding.since`,
  due: sql`finding.due`,
  case: sql`coalesce(referral.reference, placement.reference, child.reference)`,
  owner: sql`coalesce(owner.name, commissioner.name, provider.name)`,
} as const

/** The findings on records that the reader may see, narrowed and in order. */
export async function listedFindings(
  tx: Tx,
  me: Me,
  now: Date,
  query: ListQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  let found = recordedFindings(tx, me)
    .leftJoin('user_account as owner', 'owner.id', 'referral.assigned_to')
    .select([
      'finding.accepted_name as acceptedName',
      'finding.accepted_reason as acceptedReason',
      'owner.name as owner',
      eb => eb.fn.countAll<number>().over().as('total'),
    ])
  if (query.record) found = found.where(kindOfRecord, '=', query.record)
  if (query.rule) found = found.where('finding.rule', '=', query.rule)
  if (query.level === 'grave') found = found.where('finding.level', 'in', ['breach', 'critical'])
  else if (query.level) found = found.where('finding.level', '=', query.level)
  if (query.age)
    found = found.where(
      'finding.since',
      '<=',
      new Date(now.getTime() - Number(query.age) * dayLong),
    )
  if (query.owner === 'nobody')
    found = found
      .where('finding.referral_id', 'is not', null)
      .where('referral.assigned_to', 'is', null)
  else if (query.owner)
    found = found.where('referral.assigned_to', '=', query.owner === 'me' ? me.userId : query.owner)
  found =
    query.state === 'past'
      ? found.where('finding.superseded_at', 'is not', null)
      : found
          .where('finding.superseded_at', 'is', null)
          .where('finding.accepted_at', query.state === 'open' ? 'is' : 'is not', null)
  const way = query.direction === 'ascending' ? sql`asc nulls last` : sql`desc nulls last`
  return found
    .orderBy(sql`${order[query.sort]} ${way}`)
    .orderBy('finding.since')
    .orderBy('finding.id')
    .limit(limit)
    .offset(offset)
    .execute()
}
export type ListedFinding = Awaited<ReturnType<typeof listedFindings>>[number]

/** The rules and people by which the list can be narrowed: those that occur in it, and how many stand open. */
export async function listChoices(tx: Tx, me: Me, { record }: Pick<ListQuery, 'record'>) {
  const rules = await tx
    .selectFrom('finding')
    .select(['rule', eb => eb.fn.countAll<number>().as('count')])
    .where('superseded_at', 'is', null)
    .where('accepted_at', 'is', null)
    .where(canBeOpenedBy(me))
    .$if(record !== '', query => query.where(kindOfRecord, '=', record || 'case'))
    .groupBy('rule')
    .orderBy('rule')
    .execute()
  const owners = await tx
    .selectFrom('referral')
    .innerJoin('user_account', 'user_account.id', 'referral.assigned_to')
    .select(['user_account.id', 'user_account.name'])
    .distinct()
    .orderBy('user_account.name')
    .limit(200)
    .execute()
  return { rules, owners }
}
