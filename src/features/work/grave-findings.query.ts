import { londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import { recordedFindings, recordHref, recordName, whoseRecord } from '#features/findings/index.ts'
import type { Visit } from '#platform/http/visit.ts'

/**
 * What the rules find to be grave about children whom this team looks to: a line for each record and whoever has to mend
 * it, not for each finding. What a commissioner has to mend waits on the commissioner; the team sees that it does.
 */
export const graveFindings = async ({ tx, me }: Pick<Visit, 'tx' | 'me'>): Promise<WorkItem[]> =>
  lines(await grave(tx, me).execute(), row => {
    const whose = row.kind === 'case' ? undefined : whoseRecord(row)
    return whose ? { turn: 'others' as const, whoseTurn: whose } : { turn: 'ours' as const }
  })

/** What the rules find to be grave about what we commission, to be mended by us. */
export const graveFindingsOfOurs = async ({
  tx,
  me,
}: Pick<Visit, 'tx' | 'me'>): Promise<WorkItem[]> =>
  lines(await grave(tx, me).where('commissioner.id', '=', me.organisationId).execute(), () => ({
    turn: 'ours' as const,
  }))

const grave = (tx: Visit['tx'], me: Visit['me']) =>
  recordedFindings(tx, me)
    .where('finding.superseded_at', 'is', null)
    .where('finding.accepted_at', 'is', null)
    .where('finding.level', 'in', ['breach', 'critical'])
    .orderBy('finding.due', order => order.asc().nullsLast())
    .orderBy('finding.since')
    .orderBy('finding.id')

type Grave = Awaited<ReturnType<ReturnType<typeof grave>['execute']>>[number]

function lines(
  found: readonly Grave[],
  whose: (first: Grave) => Pick<WorkItem, 'turn' | 'whoseTurn'>,
): WorkItem[] {
  const byRecord = Map.groupBy(found, row => `${recordHref(row)} ${whoseRecord(row)}`)
  return [...byRecord.values()].flatMap(([first, ...more]) =>
    first
      ? {
          what:
            more.length === 0
              ? first.message
              : `${first.message} And ${more.length} more that the rules find`,
          about: recordName(first),
          detail: [first.provider, `rule ${first.rule}`].filter(Boolean).join(', '),
          href: recordHref(first),
          due: first.due,
          since: londonDay(first.since),
          ...whose(first),
        }
      : [],
  )
}
