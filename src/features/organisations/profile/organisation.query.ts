import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

/** An organisation with whatever its kind adds to it. */
export async function organisationOf(tx: Tx, id: string) {
  const organisation = await tx
    .selectFrom('organisation')
    .select([
      'id',
      'kind',
      'team',
      'name',
      'short_name',
      'mailbox',
      'telephone',
      'street',
      'town',
      'postcode',
      'hub_name',
      'hub_telephone',
      'hub_out_of_hours',
      'closed_on',
      'version',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!organisation) throw new NotFound()
  const [school, partnership, provider] = await Promise.all([
    tx.selectFrom('school').selectAll().where('organisation_id', '=', id).executeTakeFirst(),
    tx.selectFrom('partnership').selectAll().where('organisation_id', '=', id).executeTakeFirst(),
    tx.selectFrom('provider').selectAll().where('organisation_id', '=', id).executeTakeFirst(),
  ])
  return { ...organisation, school, partnership, provider }
}
export type Organisation = Awaited<ReturnType<typeof organisationOf>>
