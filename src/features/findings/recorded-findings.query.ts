import { sql } from 'kysely'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'

/** What a finding can be about, as a list is narrowed by it. */
export const recordKinds = {
  case: 'Cases',
  placement: 'Placements',
  provider: 'Providers',
  direction: 'Off-site directions',
  move: 'Managed moves',
  removal: 'Removals from the roll',
  child: 'Entries on the roll',
} as const
export type RecordKind = keyof typeof recordKinds

/** A direction first: its findings name the placement that it led to as well. */
export const kindOfRecord = sql<RecordKind>`case
  when finding.subject_type = 'off-site-direction' then 'direction'
  when finding.referral_id is not null then 'case'
  when finding.placement_id is not null then 'placement'
  when finding.provider_id is not null then 'provider'
  when finding.subject_type = 'managed-move' then 'move'
  when finding.subject_type = 'removal' then 'removal'
  else 'child' end`

/** Who has to mend it: whoever runs the placement; what is found of a provider for one commissioner names that one. */
const answerable = sql<string>`coalesce(placement.run_by_id,
  case when finding."values" ->> 'commissioner' ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then (finding."values" ->> 'commissioner')::uuid end)`

/**
 * What is found about a provider is read on its page of findings. Whoever may not open that page is led nowhere; of a support
 * worker’s placements the same stands on the placement.
 */
export const canBeOpenedBy = (me: Me) =>
  may(me, 'evidence.read') ? sql<boolean>`true` : sql<boolean>`${kindOfRecord} <> 'provider'`

/** Findings with the record that each is about, as far as the person asking may see both. */
export const recordedFindings = (tx: Tx, me: Me) =>
  tx
    .selectFrom('finding')
    .leftJoin('referral', 'referral.id', 'finding.referral_id')
    .leftJoin('placement', 'placement.id', 'finding.placement_id')
    .leftJoin('organisation as commissioner', join => join.on('commissioner.id', '=', answerable))
    .leftJoin('organisation as provider', join =>
      join.on('provider.id', '=', ({ fn }) =>
        fn.coalesce('finding.provider_id', 'placement.provider_id'),
      ),
    )
    .leftJoin('child', 'child.id', 'finding.child_id')
    .select([
      kindOfRecord.as('kind'),
      'finding.id',
      'finding.rule',
      'finding.level',
      'finding.blocks',
      'finding.message',
      'finding.due',
      'finding.since',
      'finding.subject_id as subjectId',
      'finding.child_id as childId',
      'finding.referral_id as referralId',
      'finding.placement_id as placementId',
      'finding.provider_id as providerId',
      'referral.reference as referral',
      'placement.reference as placement',
      'child.reference as child',
      'commissioner.id as commissionerId',
      'commissioner.name as commissioner',
      'provider.name as provider',
    ])
    .where(canBeOpenedBy(me))
    // Who sees a child sees what is found about it; of a direction, a move or a removal only who may open it, not while it is
    // its school's draft.
    .where(
      sql<boolean>`(finding.subject_type not in ('off-site-direction', 'managed-move', 'removal') or finding.subject_id in (
        select id from onroll.off_site_direction union all select id from onroll.managed_move union all select id from onroll.roll_removal))`,
    )

export interface Recorded {
  readonly kind: RecordKind
  readonly id: string
  readonly subjectId: string
  readonly childId: string | null
  readonly referralId: string | null
  readonly placementId: string | null
  readonly providerId: string | null
  readonly referral: number | null
  readonly placement: number | null
  readonly child: number | null
  readonly commissioner: string | null
  readonly provider: string | null
}

/** The page of the record that a finding is about. */
export const recordHref = (row: Recorded): string =>
  ({
    case: `/cases/${row.referralId}/findings`,
    placement: `/placements/${row.placementId}`,
    provider: `/providers/${row.providerId}/findings`,
    direction: `/directions/${row.subjectId}`,
    move: `/moves/${row.subjectId}`,
    removal: `/removals/${row.subjectId}`,
    child: `/children/${row.childId}/moves`,
  })[row.kind]

/** Where the finding itself is read: a case has a page for each, elsewhere it stands on the page of its record. */
export const findingHref = (row: Recorded): string =>
  row.kind === 'case' ? `${recordHref(row)}/${row.id}` : `${recordHref(row)}#finding-${row.id}`

/** The reference that people speak. */
export function recordName({ referral, placement, child, provider }: Recorded): string {
  if (referral !== null) return writeReference('referral', referral)
  if (placement !== null) return writeReference('placement', placement)
  if (child !== null) return writeReference('child', child)
  return provider ?? 'A provider'
}

/** Who has to see to it, where that is not the owner of a case. */
export function whoseRecord({ kind, commissioner, provider }: Recorded): string | undefined {
  if (kind === 'direction' || kind === 'move' || kind === 'removal') return 'The school'
  return commissioner ?? provider ?? undefined
}
