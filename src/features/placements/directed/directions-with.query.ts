import { findingsOfDirection } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'

/** The off-site directions that go with a placement, with what the rules say of those that run. */
export async function directionsWith(tx: Tx, placementId: string) {
  const rows = await tx
    .selectFrom('off_site_direction')
    .select(['id', 'status', 'start_on', 'end_on'])
    .where('placement_id', '=', placementId)
    .where('status', '<>', 'discarded')
    .orderBy('start_on', 'desc')
    .execute()
  const directions = []
  for (const row of rows)
    directions.push({
      ...row,
      findings:
        row.status === 'draft' || row.status === 'issued'
          ? await findingsOfDirection(tx, row.id)
          : [],
    })
  return directions
}
export type DirectionWith = Awaited<ReturnType<typeof directionsWith>>[number]

/** A direction of one's own school that still runs, though its placement does not. */
export async function directionToEnd(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  placementId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('off_site_direction')
    .select('id')
    .where('placement_id', '=', placementId)
    .where('school_id', '=', me.organisationId)
    .where('status', '=', 'issued')
    .executeTakeFirst()
  return row?.id
}
