import { addDays } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import { approvalWords, standings } from '#features/providers/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today'>

const daysAhead = 30

/** What the quality team has to look at again: reviews that come due, and decisions that the records speak against. */
export async function approvalsToReview({ tx, today }: Asker): Promise<WorkItem[]> {
  const all = await standings(tx, today)
  const names = await namesOf(tx, [...all.keys()])
  return [...all].flatMap(([id, { decision, derived, againstIt }]): WorkItem[] => {
    if (!decision || decision.approval === 'ended') return []
    const due = decision.reviewOn
    const name = names.get(id) ?? ''
    const item = {
      about: 'Approval',
      href: `/providers/${id}/approval`,
      since: decision.fromOn,
      turn: 'ours' as const,
    }
    if (due && due <= addDays(today, daysAhead))
      return [
        {
          ...item,
          what: 'Look at an approval again',
          detail: `${name}: ${approvalWords[decision.approval].word}`,
          due,
        },
      ]
    return againstIt
      ? [
          {
            ...item,
            what: 'Records speak against an approval',
            detail: `${name}: ${approvalWords[decision.approval].word}; the records say: ${approvalWords[derived.approval].word}`,
            due: null,
          },
        ]
      : []
  })
}

/** Providers that are paused or ended while we have children there. */
export async function pausedWithOurs({ tx, me, today }: Asker): Promise<WorkItem[]> {
  const used = await tx
    .selectFrom('placement')
    .select('provider_id')
    .distinct()
    .where('commissioner_id', '=', me.organisationId)
    .where('status', 'in', ['offered', 'accepted', 'live'])
    .where('provider_id', 'is not', null)
    .execute()
  const ids = used.flatMap(({ provider_id }) => (provider_id ? [provider_id] : []))
  if (ids.length === 0) return []
  const all = await standings(tx, today, ids)
  const names = await namesOf(tx, ids)
  return [...all].flatMap(([id, { decision }]) =>
    decision && (decision.approval === 'paused' || decision.approval === 'ended')
      ? [
          {
            what:
              decision.approval === 'paused'
                ? 'A provider that you use is paused'
                : 'The approval of a provider that you use has ended',
            about: 'Approval',
            detail: `${names.get(id) ?? ''}: look at your placements there`,
            href: `/providers/${id}/approval`,
            due: null,
            since: decision.fromOn,
            turn: 'ours' as const,
          },
        ]
      : [],
  )
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
