import { writeReference } from '#domain/reference.ts'
import { InsetText } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** Placements of the partnership that rest on a case of the child there: what becomes of them when it ends. */
export async function placementsThatFollow(
  tx: Tx,
  referral: {
    readonly id: string
    readonly child_id: string | null
    readonly responsible_partnership_id: string | null
  },
) {
  if (!referral.child_id || !referral.responsible_partnership_id) return []
  const another = await tx
    .selectFrom('referral')
    .select('id')
    .where('child_id', '=', referral.child_id)
    .where('responsible_partnership_id', '=', referral.responsible_partnership_id)
    .where('id', '<>', referral.id)
    .where('status', 'in', ['submitted', 'accepted', 'listed', 'decided', 'returned'])
    .executeTakeFirst()
  if (another) return []
  return tx
    .selectFrom('placement')
    .select(['id', 'reference', 'status'])
    .where('child_id', '=', referral.child_id)
    .where('run_by_id', '=', referral.responsible_partnership_id)
    .where('status', 'in', ['proposed', 'offered', 'declined', 'accepted', 'live'])
    .orderBy('reference')
    .execute()
}
export type Following = Awaited<ReturnType<typeof placementsThatFollow>>

/** Said before a case ends, so that nobody is surprised by what goes with it. */
export const WhatFollows = ({ placements }: { placements: Following }) =>
  placements.length === 0 ? null : (
    <InsetText>
      {placements.map(({ reference, status }) => (
        <p class="govuk-body">
          {`Placement ${writeReference('placement', reference)} ${
            status === 'live'
              ? 'is live: it goes on until whoever commissions it ends it.'
              : 'has not begun: it is withdrawn with this.'
          }`}
        </p>
      ))}
    </InsetText>
  )
