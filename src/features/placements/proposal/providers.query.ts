import { approvalWords } from '#features/providers/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** Providers that are open, by name; one that the officers paused or ended says so beside it. */
export async function providersToChoose(tx: Tx): Promise<{ id: string; name: string }[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(({ selectFrom }) => [
      'id',
      'name',
      selectFrom('provider_approval as decision')
        .select('decision.approval')
        .whereRef('decision.provider_id', '=', 'organisation.id')
        .orderBy('decision.at', 'desc')
        .orderBy('decision.id', 'desc')
        .limit(1)
        .as('approval'),
    ])
    .where('kind', '=', 'provider')
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, approval }) => ({
    id,
    name:
      approval === 'paused' || approval === 'ended'
        ? `${name} – ${approvalWords[approval].word}`
        : name,
  }))
}

/** Where a provider teaches, by name. */
export const sitesOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_site')
    .select(['id', 'name'])
    .where('provider_id', '=', providerId)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
