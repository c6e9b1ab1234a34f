import { addDays, londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { removals } from './removal.query.ts'

/** Returns that our school owes the authority, and removals that it has begun. */
export async function returnsToMake({ tx, me }: Pick<Visit, 'tx' | 'me'>): Promise<WorkItem[]> {
  const ours = await removals(tx)
    .where('removal.school_id', '=', me.organisationId)
    .where(at =>
      at.or([
        at('removal.status', '=', 'proposed'),
        at.and([at('removal.status', '=', 'made'), at('removal.return_made_on', 'is', null)]),
      ]),
    )
    .orderBy('removal.proposed_on')
    .execute()
  const entered = await tx
    .selectFrom('new_pupil_return as owed')
    .leftJoin('child', 'child.id', 'owed.child_id')
    .select([
      'owed.enrolment_id',
      'owed.child_id',
      'owed.entered_on',
      'child.forename',
      'child.surname',
    ])
    .where('owed.school_id', '=', me.organisationId)
    .where('owed.made_on', 'is', null)
    .orderBy('owed.entered_on')
    .execute()
  return [
    ...ours.map(row => ({
      what:
        row.status === 'made'
          ? 'Make the deletion return to the authority'
          : 'Go on with taking a name off the roll, or withdraw it',
      about: 'Roll',
      detail: nameOf(row),
      href: `/removals/${row.id}`,
      due: row.status === 'made' ? row.deleted_on : null,
      since: londonDay(row.made_at),
      turn: 'ours' as const,
    })),
    ...entered.map(row => ({
      what: 'Make the new-pupil return to the authority',
      about: 'Roll',
      detail: nameOf(row),
      href: `/children/${row.child_id}/roll/${row.enrolment_id}/return`,
      due: addDays(row.entered_on, 5),
      since: row.entered_on,
      turn: 'ours' as const,
    })),
  ]
}

/** For Admissions: children whose name was deleted and who are on no roll that Onroll knows. */
export async function childrenOffRoll({
  tx,
  today,
}: Pick<Visit, 'tx' | 'today'>): Promise<WorkItem[]> {
  const rows = await removals(tx)
    .where('removal.status', '=', 'made')
    .where('removal.ground', 'not in', ['registered-at-another-school', 'died'])
    .where('removal.deleted_on', '>', addDays(today, -30))
    .orderBy('removal.deleted_on')
    .execute()
  return rows.map(row => ({
    what: 'A name was deleted: see that the child is on a roll or is looked for',
    about: 'Roll',
    detail: nameOf(row),
    href: `/removals/${row.id}`,
    due: null,
    since: row.deleted_on ?? row.proposed_on,
    turn: 'ours' as const,
  }))
}

const nameOf = ({ forename, surname }: { forename: string | null; surname: string | null }) =>
  `${forename ?? ''} ${surname ?? ''}`.trim()
