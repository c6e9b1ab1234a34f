import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import { allContradictions } from '#rules/contradictions.ts'
import { recordReading } from '../readings/record-reading.ts'
import { parameters } from './parameter-kind.ts'
import { previewName } from './preview.ts'

export interface Proposal {
  readonly parameter: string
  readonly value: string | number | boolean | null
  readonly from: IsoDate
  readonly source: string
  readonly why: string
}

/** Writes down a new value without letting it count: a job works out first what it would change. */
export async function proposeValue(
  { tx, me, now, audit }: Doer,
  { parameter, value, from, source, why }: Proposal,
): Promise<string> {
  const known = parameters.get(parameter)
  if (!known) throw new NotFound()
  const id = newId()
  await tx
    .insertInto('rule_parameter')
    .values({
      id,
      parameter,
      value: JSON.stringify(value),
      from_on: from,
      source,
      why,
      proposed_by: me.userId,
      proposed_at: now,
    })
    .execute()
  await enqueue(tx, { name: previewName }, { proposal: id }, { key: `preview ${id}` })
  audit({
    event: 'rule-parameter.proposed',
    subjectKind: 'rule_parameter',
    subjectId: id,
    detail: { parameter, from },
  })
  return id
}

/**
 * From now on the value counts on and after its day, and with it the others of its reading; every open case is asked about
 * again, as after any change of a fact.
 */
export async function makeValue(doer: Doer, id: string): Promise<void> {
  const { tx, me, now, audit } = doer
  const rows = await tx
    .updateTable('rule_parameter')
    .set({ made_by: me.userId, made_at: now })
    .where(togetherWith(id))
    .where('made_at', 'is', null)
    .where('discarded_at', 'is', null)
    .where('previewed_at', 'is not', null)
    .returning(['id', 'parameter', 'from_on', 'reading_of', 'choice', 'why'])
    .execute()
  if (rows.length === 0)
    throw new Refusal('This value was made or discarded already, or has no preview yet.')
  for (const row of rows)
    audit({
      event: 'rule-parameter.made',
      subjectKind: 'rule_parameter',
      subjectId: row.id,
      detail: { parameter: row.parameter, from: row.from_on },
    })
  const [{ reading_of: contradiction, choice, why } = {}] = rows
  const reading = allContradictions
    .find(each => each.id === contradiction)
    ?.choices?.find(({ key }) => key === choice)
  if (contradiction && reading)
    await recordReading(doer, {
      contradiction,
      reading: `${reading.says}.`,
      because: why ?? '',
      choice: reading.key,
    })
}

export async function discardValue({ tx, now, audit }: Doer, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('rule_parameter')
    .set({ discarded_at: now })
    .where(togetherWith(id))
    .where('made_at', 'is', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('This value was made or discarded already.')
  audit({ event: 'rule-parameter.discarded', subjectKind: 'rule_parameter', subjectId: id })
}

/** The numbers of one reading go together. */
export const togetherWith = (id: string) =>
  sql<boolean>`(rule_parameter.id = ${id} or rule_parameter.bundle = (select bundle from rule_parameter where id = ${id}))`
