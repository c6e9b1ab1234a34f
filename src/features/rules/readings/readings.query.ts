import type { Tx } from '#platform/database/database.ts'

export interface ChosenReading {
  readonly contradiction: string
  readonly reading: string
  readonly because: string
  readonly chosenAt: Date
  readonly chosenBy: string | null
}

/** The reading that this authority has recorded for each disagreement of sources: the latest counts. */
export async function chosenReadings(tx: Tx): Promise<ReadonlyMap<string, ChosenReading>> {
  const rows = await tx
    .selectFrom('rule_reading')
    .leftJoin('user_account', 'user_account.id', 'rule_reading.chosen_by')
    .select([
      'contradiction',
      'reading',
      'because',
      'chosen_at as chosenAt',
      'user_account.name as chosenBy',
    ])
    .orderBy('chosen_at')
    .orderBy('rule_reading.id')
    .execute()
  return new Map(rows.map(row => [row.contradiction, row]))
}
