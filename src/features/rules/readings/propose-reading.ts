import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { authorityParameters } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import type { Choice, Contradiction } from '#rules/contradictions.ts'
import { previewName } from '../parameters/preview.ts'
import { valuesOn } from './values-today.ts'

/**
 * Writes down the numbers that a reading means, without letting them count: a job works out first what they would change
 * together. Answers the proposal to look at.
 */
export async function proposeReading(
  { tx, me, now, today, audit }: Doer,
  { id: contradiction, topic }: Contradiction,
  { key, says, sets }: Choice,
  because: string,
): Promise<string> {
  const valueNow = valuesOn(today, await authorityParameters(tx))
  const changes = sets.filter(({ parameter, value }) => valueNow(parameter) !== value)
  if (changes.length === 0) throw new Refusal('The rules apply this reading already.')
  const bundle = newId()
  const rows = changes.map(({ parameter, value }) => ({
    id: newId(),
    parameter,
    value: JSON.stringify(value),
    from_on: today,
    source: `Reading of ${contradiction} (${topic}): ${says}`.slice(0, 500),
    why: because,
    proposed_by: me.userId,
    proposed_at: now,
    reading_of: contradiction,
    choice: key,
    bundle,
  }))
  await tx.insertInto('rule_parameter').values(rows).execute()
  const first = rows[0]?.id ?? ''
  await enqueue(tx, { name: previewName }, { proposal: first }, { key: `preview ${first}` })
  audit({
    event: 'rule-parameter.proposed',
    subjectKind: 'rule_parameter',
    subjectId: first,
    detail: { contradiction, choice: key, parameters: changes.map(each => each.parameter) },
  })
  return first
}
