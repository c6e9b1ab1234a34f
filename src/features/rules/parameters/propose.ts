import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import { kindOf, parameters } from './parameter-kind.ts'
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
  if (!known || kindOf(known) === undefined) throw new NotFound()
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

/** From now on the value counts on and after its day; every open case is asked about again, as after any change of a fact. */
export async function makeValue({ tx, me, now, audit }: Doer, id: string): Promise<void> {
  const row = await tx
    .updateTable('rule_parameter')
    .set({ made_by: me.userId, made_at: now })
    .where('id', '=', id)
    .where('made_at', 'is', null)
    .where('discarded_at', 'is', null)
    .where('previewed_at', 'is not', null)
    .returning(['parameter', 'from_on'])
    .executeTakeFirst()
  if (!row) throw new Refusal('This value was made or discarded already, or has no preview yet.')
  audit({
    event: 'rule-parameter.made',
    subjectKind: 'rule_parameter',
    subjectId: id,
    detail: { parameter: row.parameter, from: row.from_on },
  })
}

export async function discardValue({ tx, now, audit }: Doer, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('rule_parameter')
    .set({ discarded_at: now })
    .where('id', '=', id)
    .where('made_at', 'is', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('This value was made or discarded already.')
  audit({ event: 'rule-parameter.discarded', subjectKind: 'rule_parameter', subjectId: id })
}
