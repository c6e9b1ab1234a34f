import { whyNotSaid } from '#features/concerns/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { VisitRow } from '../visit.query.ts'
import type { Entry } from './entry.ts'

/** Why these words cannot stand in the record of a visit: they name a child who is or was placed there. */
export const whyNotWritten = (
  tx: Tx,
  visit: Pick<VisitRow, 'provider_id'>,
  ...words: readonly (string | null)[]
): Promise<string | undefined> =>
  whyNotSaid(tx, visit.provider_id, words.filter(Boolean).join('\n'), 'the record of a visit')

/** The same of an entry, by the field of the phone’s page that it was typed into. */
export async function whyNotEntered(
  tx: Tx,
  visit: Pick<VisitRow, 'provider_id'>,
  entry: Entry,
): Promise<{ readonly [field: string]: string } | undefined> {
  for (const [field, words] of textsOf(entry)) {
    const why = words && (await whyNotWritten(tx, visit, words))
    if (why) return { [field]: why }
  }
  return undefined
}

function textsOf(entry: Entry): [field: string, words: string | null][] {
  if (entry.what === 'item')
    return [
      ['free', entry.freeWords],
      ['note', entry.note],
    ]
  if (entry.what === 'interview')
    return [
      ['job', entry.job],
      ['said', entry.note],
    ]
  return [[`judgement-${entry.section}`, entry.judgement]]
}
