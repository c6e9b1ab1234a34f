import type { NotNull } from 'kysely'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

/** One version of a report; what is not the reader’s is not there. */
export async function reportCalled(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('provider_report as report')
    .leftJoin('placement', 'placement.id', 'report.placement_id')
    .leftJoin('child', 'child.id', 'placement.child_id')
    .leftJoin('organisation as provider', 'provider.id', 'report.by_organisation')
    .leftJoin('user_account as author', 'author.id', 'report.by_user')
    .leftJoin('user_account as sender', 'sender.id', 'report.sent_by')
    .selectAll('report')
    .select([
      'placement.reference as placement_reference',
      'placement.child_id',
      'placement.commissioner_id',
      'child.forename',
      'child.surname',
      'child.preferred_forename',
      'child.preferred_surname',
      'provider.name as provider_name',
      'author.name as author',
      'sender.name as sender',
    ])
    .where('report.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    ...row,
    name: nameOf(row),
    ...aboutWhom(row),
    providerName: row.provider_name ?? 'A provider',
  }
}
export type Report = Awaited<ReturnType<typeof reportCalled>>

/** “N-1004”, and with the number of the version where there was an earlier one. */
export const nameOf = ({ reference, number }: { reference: number; number: number }) =>
  `${writeReference('report', reference)}${number > 1 ? `, version ${number}` : ''}`

/** Once a placement has ended its provider keeps what it wrote, and reads no more of the child than that. */
export const aboutWhom = (row: {
  placement_reference: number | null
  forename: string | null
  surname: string | null
  preferred_forename: string | null
  preferred_surname: string | null
}) => ({
  placementName: row.placement_reference
    ? writeReference('placement', row.placement_reference)
    : 'A placement that has ended',
  childName: row.forename
    ? `${row.preferred_forename ?? row.forename} ${row.preferred_surname ?? row.surname ?? ''}`.trim()
    : 'A child you no longer see',
})

/** Every version of the same report that the reader may read, the newest first. */
export const versionsOf = async (tx: Tx, { reference }: { reference: number }) =>
  (
    await tx
      .selectFrom('provider_report as report')
      .leftJoin('user_account as sender', 'sender.id', 'report.sent_by')
      .select([
        'report.id',
        'report.reference',
        'report.number',
        'report.because',
        'report.status',
        'report.sent_at',
        'sender.name as sender',
      ])
      .where('report.reference', '=', reference)
      .where('report.status', '<>', 'discarded')
      .orderBy('report.number', 'desc')
      .execute()
  ).map(row => ({ ...row, name: nameOf(row) }))
export type Version = Awaited<ReturnType<typeof versionsOf>>[number]

/** How the objectives of the plan stand in the provider’s eyes. */
export const objectivesIn = (tx: Tx, reportId: string) =>
  tx
    .selectFrom('provider_report_objective')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('standing', 'is not', null)
    .$narrowType<{ standing: NotNull }>()
    .orderBy('objective')
    .orderBy('objective_id')
    .execute()
export type ObjectiveIn = Awaited<ReturnType<typeof objectivesIn>>[number]

/** What an opening of a report is remembered as; the child is known while the placement is. */
export const reportViewed = ({ report }: { readonly report: Report }) => ({
  event: 'provider-report.viewed' as const,
  subjectKind: 'provider-report',
  subjectId: report.id,
  ...(report.child_id ? { childId: report.child_id } : {}),
})
