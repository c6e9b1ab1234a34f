import { londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { moves } from './move.query.ts'

/** Moves that wait for our school’s agreement, for the family’s, or for the day to be recorded. */
export async function movesToAnswer({
  tx,
  me,
  today,
}: Pick<Visit, 'tx' | 'me' | 'today'>): Promise<WorkItem[]> {
  const open = await moves(tx)
    .where('move.status', 'in', ['proposed', 'agreed'])
    .where(at =>
      at.or([
        at('move.from_school_id', '=', me.organisationId),
        at('move.to_school_id', '=', me.organisationId),
      ]),
    )
    .orderBy('move.start_on')
    .execute()
  const answered = new Set(
    (
      await tx
        .selectFrom('managed_move_consent as consent')
        .innerJoin('managed_move as move', 'move.id', 'consent.move_id')
        .select('consent.move_id')
        .whereRef('consent.agreement_sha256', '=', 'move.agreement_sha256')
        .where('consent.by_organisation', '=', me.organisationId)
        .where('consent.party', 'in', ['from school', 'to school'])
        .where('consent.agreed', '=', true)
        .execute()
    ).map(({ move_id }) => move_id),
  )
  return open.flatMap(row => {
    const ours = row.from_school_id === me.organisationId
    const other = ours ? row.toSchool : row.fromSchool
    const item = {
      about: 'Managed move',
      detail: `${row.forename ?? ''} ${row.surname ?? ''}`.trim() || other,
      href: `/moves/${row.id}`,
      due: row.start_on,
      since: londonDay(row.made_at),
    }
    if (row.trial)
      return [
        { ...item, what: 'Mend a managed move that is written as a trial', turn: 'ours' as const },
      ]
    if (row.status === 'proposed')
      return answered.has(row.id)
        ? [
            {
              ...item,
              what: 'A managed move waits for agreement',
              turn: ours ? ('ours' as const) : ('others' as const),
              whoseTurn: other,
            },
          ]
        : [{ ...item, what: 'Say whether we agree to a managed move', turn: 'ours' as const }]
    if (row.start_on === null || row.start_on > today) return []
    return [
      ours
        ? {
            ...item,
            what: 'The day of a managed move has come',
            turn: 'others' as const,
            whoseTurn: other,
          }
        : { ...item, what: 'Record that the child is on our roll', turn: 'ours' as const },
    ]
  })
}
