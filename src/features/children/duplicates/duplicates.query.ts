import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

const pairs = (tx: Tx) =>
  tx
    .selectFrom('possible_duplicate as d')
    .innerJoin('child as one', 'one.id', 'd.child_id')
    .innerJoin('child as other', 'other.id', 'd.other_child_id')
    .select([
      'd.id',
      'd.child_id as oneId',
      'd.other_child_id as otherId',
      'd.because',
      'd.noticed_at as noticedAt',
      'one.forename as oneForename',
      'one.surname as oneSurname',
      'one.birth_date as oneBirthDate',
      'other.forename as otherForename',
      'other.surname as otherSurname',
      'other.birth_date as otherBirthDate',
    ])
    .where('d.resolved_at', 'is', null)
    .where('one.merged_into_id', 'is', null)
    .where('other.merged_into_id', 'is', null)

/** Pairs of records that may be one child, of which the reader sees both. */
export const possibleDuplicates = (tx: Tx) => pairs(tx).orderBy('d.noticed_at').limit(200).execute()
export type DuplicatePair = Awaited<ReturnType<typeof possibleDuplicates>>[number]

export async function possibleDuplicate(tx: Tx, id: string): Promise<DuplicatePair> {
  const found = await pairs(tx).where('d.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
