import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'

/** From now on this is how the authority reads it; earlier readings stay. */
export async function recordReading(
  { tx, me, now, audit }: Pick<Doer, 'tx' | 'me' | 'now' | 'audit'>,
  about: {
    readonly contradiction: string
    readonly reading: string
    readonly because: string
    readonly choice?: string
  },
): Promise<void> {
  const id = newId()
  await tx
    .insertInto('rule_reading')
    .values({ id, ...about, chosen_by: me.userId, chosen_at: now })
    .execute()
  audit({
    event: 'rule-reading.chosen',
    subjectKind: 'rule_reading',
    subjectId: id,
    detail: {
      contradiction: about.contradiction,
      ...(about.choice ? { choice: about.choice } : {}),
    },
  })
}
