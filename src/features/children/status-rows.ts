import { addDays, type IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'

/**
 * A status holds from a day until another begins. What was open ends the day before; what began later than the new one
 * would have to be corrected, not overtaken. The new one is written before what is returned is called: whoever may see
 * the child only for what held until now has to finish the sentence.
 */
export async function endStatusBefore(
  { tx }: Pick<Doer, 'tx'>,
  table: 'special_needs' | 'care_status',
  childId: string,
  fromOn: IsoDate,
): Promise<() => Promise<unknown>> {
  const rows = await tx
    .selectFrom(table)
    .select(['id', 'from_on', 'to_on'])
    .where('child_id', '=', childId)
    .where(eb => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', fromOn)]))
    .orderBy('from_on', 'desc')
    .execute()
  const later = rows.find(row => row.from_on >= fromOn)
  if (later)
    throw new Refusal(
      `A status from ${dayInWords(later.from_on)} is on record already. Correct that one, or enter a later day.`,
    )
  const ids = rows.map(({ id }) => id)
  return async () =>
    ids.length > 0 &&
    tx
      .updateTable(table)
      .set({ to_on: addDays(fromOn, -1) })
      .where('id', 'in', ids)
      .execute()
}
