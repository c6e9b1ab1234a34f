import { londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'

/**
 * What the rules find to be grave about children whom this team looks to: a line for each record, not for each finding.
 * What a commissioner has to mend waits on the commissioner; the team sees that it does.
 */
export async function graveFindings({ tx }: Pick<Visit, 'tx'>): Promise<WorkItem[]> {
  const found = await tx
    .selectFrom('finding')
    .leftJoin('placement', 'placement.id', 'finding.placement_id')
    .leftJoin('organisation as commissioner', 'commissioner.id', 'placement.commissioner_id')
    .leftJoin('organisation as provider', join =>
      join.on('provider.id', '=', ({ fn }) =>
        fn.coalesce('finding.provider_id', 'placement.provider_id'),
      ),
    )
    .leftJoin('referral', 'referral.id', 'finding.referral_id')
    .leftJoin('child', 'child.id', 'finding.child_id')
    .select([
      'finding.rule',
      'finding.message',
      'finding.subject_type',
      'finding.subject_id',
      'finding.child_id',
      'finding.referral_id',
      'finding.placement_id',
      'finding.provider_id',
      'finding.due',
      'finding.since',
      'placement.reference as placement',
      'referral.reference as referral',
      'child.reference as child',
      'commissioner.name as commissioner',
      'provider.name as provider',
    ])
    .where('finding.superseded_at', 'is', null)
    .where('finding.accepted_at', 'is', null)
    .where('finding.level', 'in', ['breach', 'critical'])
    .orderBy('finding.due', order => order.asc().nullsLast())
    .orderBy('finding.since')
    .orderBy('finding.id')
    .execute()
  return [...Map.groupBy(found, pageOf)].flatMap(([href, findings]) => {
    const [first] = findings
    if (!first) return []
    const whose = first.commissioner ?? first.provider ?? theSchool(first)
    return {
      what:
        findings.length === 1
          ? first.message
          : `${first.message} And ${findings.length - 1} more that the rules find`,
      about: aboutOf(first),
      detail: [first.provider, `rule ${first.rule}`].filter(Boolean).join(', '),
      href,
      due: first.due,
      since: londonDay(first.since),
      ...(whose ? { turn: 'others' as const, whoseTurn: whose } : { turn: 'ours' as const }),
    }
  })
}

interface Subject {
  readonly subject_type: string
  readonly subject_id: string
  readonly child_id: string | null
  readonly referral_id: string | null
  readonly placement_id: string | null
  readonly provider_id: string | null
}

/** A direction, a move and a removal are a school’s. */
const theSchool = ({ subject_type }: Pick<Subject, 'subject_type'>) =>
  ['off-site-direction', 'managed-move', 'removal'].includes(subject_type)
    ? 'The school'
    : undefined

/** Where a finding is read: on the record that it is about. */
function pageOf(row: Subject): string {
  if (row.subject_type === 'off-site-direction') return `/directions/${row.subject_id}`
  if (row.referral_id) return `/cases/${row.referral_id}/findings`
  if (row.placement_id) return `/placements/${row.placement_id}`
  if (row.provider_id) return `/providers/${row.provider_id}/findings`
  return `/children/${row.child_id}`
}

function aboutOf(row: {
  readonly placement: number | null
  readonly referral: number | null
  readonly child: number | null
  readonly provider: string | null
}): string {
  if (row.referral !== null) return writeReference('referral', row.referral)
  if (row.placement !== null) return writeReference('placement', row.placement)
  if (row.child !== null) return writeReference('child', row.child)
  return row.provider ?? 'A provider'
}
