import type { IsoDate } from '#domain/dates.ts'
import type { Visit } from '#platform/http/visit.ts'
import { isOpen } from './document-state.ts'
import { evidenceOf } from './evidence.query.ts'

export interface DocumentToBring {
  readonly document: string
  readonly title: string
  readonly expiresOn: IsoDate
}

/** What the manager of a provider has still to bring: how many documents are not there, and which run out or have. */
export async function documentsToBring({
  tx,
  me,
  today,
}: Pick<Visit, 'tx' | 'me' | 'today'>): Promise<{
  missing: number
  runningOut: readonly DocumentToBring[]
}> {
  const { documents } = await evidenceOf(tx, me.organisationId, me.organisationId, today)
  return {
    missing: documents.filter(({ state }) => state !== 'expired' && isOpen(state)).length,
    runningOut: documents.flatMap(({ kind, item, state }) =>
      item?.expiresOn && (state === 'expired' || state === 'expiring')
        ? [{ document: kind.id, title: kind.title, expiresOn: item.expiresOn }]
        : [],
    ),
  }
}
