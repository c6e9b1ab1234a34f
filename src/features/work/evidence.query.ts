import type { WorkItem } from '#domain/work-item.ts'
import { documentsToBring } from '#features/providers/index.ts'
import type { Visit } from '#platform/http/visit.ts'

/** A provider’s documents: those that are missing in one line, those that run out each with its last day. */
export async function evidenceToBring(
  asker: Pick<Visit, 'tx' | 'me' | 'today'>,
): Promise<WorkItem[]> {
  const { me, today } = asker
  const here = `/providers/${me.organisationId}/evidence`
  const { missing, runningOut } = await documentsToBring(asker)
  return [
    ...(missing > 0
      ? [
          {
            what: missing === 1 ? 'Bring a document' : `Bring ${missing} documents`,
            about: 'Evidence',
            detail: 'Missing, or without a file',
            href: here,
            due: null,
            since: today,
            turn: 'ours' as const,
          },
        ]
      : []),
    ...runningOut.map(({ document, title, expiresOn }) => ({
      what: 'Bring the next version',
      about: title,
      detail: me.organisationName,
      href: `${here}/${document}`,
      due: expiresOn,
      since: today,
      turn: 'ours' as const,
    })),
  ]
}
