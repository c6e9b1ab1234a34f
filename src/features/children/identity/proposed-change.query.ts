import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

const changes = (tx: Tx) =>
  tx
    .selectFrom('proposed_change as p')
    .innerJoin('child as c', 'c.id', 'p.child_id')
    .leftJoin('child as other', 'other.id', 'p.other_child_id')
    .innerJoin('user_account as proposer', 'proposer.id', 'p.proposed_by')
    .innerJoin(
      'organisation as from_organisation',
      'from_organisation.id',
      'p.proposed_by_organisation_id',
    )
    .select([
      'p.id',
      'p.child_id as childId',
      'p.kind',
      'p.new_upn as newUpn',
      'p.new_birth_date as newBirthDate',
      'p.other_child_id as otherChildId',
      'p.reason',
      'p.proposed_by as proposedById',
      'p.proposed_by_organisation_id as organisationId',
      'p.proposed_at as proposedAt',
      'p.version',
      'proposer.name as proposedBy',
      'from_organisation.name as organisation',
      'c.upn',
      'c.birth_date as birthDate',
      'c.forename',
      'c.surname',
      'c.version as childVersion',
      'other.forename as otherForename',
      'other.surname as otherSurname',
      'other.birth_date as otherBirthDate',
      'other.upn as otherUpn',
    ])
    .where('p.outcome', 'is', null)

/** Changes about a child that wait for a second person. */
export const waitingChangesOf = (tx: Tx, childId: string) =>
  changes(tx)
    .where(eb => eb.or([eb('p.child_id', '=', childId), eb('p.other_child_id', '=', childId)]))
    .orderBy('p.proposed_at')
    .execute()
export type WaitingChangeRow = Awaited<ReturnType<typeof waitingChangesOf>>[number]

/** All that wait for somebody here to decide, or for somebody else to decide on ours. */
export const waitingChanges = (tx: Tx) => changes(tx).orderBy('p.proposed_at').limit(200).execute()

export async function waitingChange(tx: Tx, id: string): Promise<WaitingChangeRow> {
  const found = await changes(tx).where('p.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
