import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

/** What is planned for these placements, and how it is followed. */
export async function planKnown(tx: Tx, placementIds: readonly string[]) {
  // No placement is no row, and "in ()" is no SQL.
  const ids = placementIds.length > 0 ? placementIds : ['00000000-0000-0000-0000-000000000000']
  return {
    plan: await tx
      .selectFrom('individual_plan')
      .selectAll()
      .where('placement_id', 'in', ids)
      // What the provider agreed to counts; one in the making, while there is no other.
      .orderBy(sql`status = 'agreed'`, 'desc')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst(),
    objectives: await tx
      .selectFrom('plan_objective')
      .select(['id', 'kind', 'objective', 'measure', 'target_on', 'made_at'])
      .where('placement_id', 'in', ids)
      .where('dropped_in', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    progress: await tx
      .selectFrom('objective_progress')
      .select(['objective_id', 'standing', 'on_day'])
      .where('placement_id', 'in', ids)
      .orderBy('on_day', 'desc')
      .orderBy('id')
      .execute(),
    reviews: await tx
      .selectFrom('placement_review')
      .select(['due_on', 'held_on', 'attendees', 'outcome', 'pupil_present'])
      .where('placement_id', 'in', ids)
      .where('cancelled_because', 'is', null)
      .orderBy('due_on')
      .execute(),
    reports: await tx
      .selectFrom('provider_report')
      .select(['learning', 'period_to'])
      .where('placement_id', 'in', ids)
      .where('kind', '=', 'progress')
      .where('status', '=', 'sent')
      .orderBy('sent_at', 'desc')
      .execute(),
    contacts: await tx
      .selectFrom('placement_contact')
      .select(['on_day', 'kind', 'with_whom', 'by_organisation'])
      .where('placement_id', 'in', ids)
      .orderBy('on_day', 'desc')
      .execute(),
    pupilViews: await tx
      .selectFrom('pupil_view')
      .select(['on_day', 'how', 'going', 'safe', 'learning'])
      .where('placement_id', 'in', ids)
      .orderBy('on_day', 'desc')
      .execute(),
    disclosures: await tx
      .selectFrom('disclosure')
      .select(['shared', 'fields', 'how', 'at'])
      .where('what', '=', 'fields')
      .where('placement_id', 'in', ids)
      .orderBy('at', 'desc')
      .execute(),
  }
}
