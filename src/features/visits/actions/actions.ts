import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { tellOf } from '../tell/tell.job.ts'
import type { VisitAction, VisitRow } from '../visit.query.ts'

/** Asks the provider for something by a day. */
export async function setAction(
  doer: Doer,
  visit: VisitRow,
  action: string,
  dueOn: IsoDate,
): Promise<void> {
  const { tx, me, now, audit } = doer
  await tx
    .insertInto('visit_action')
    .values({
      id: newId(),
      visit_id: visit.id,
      provider_id: visit.provider_id,
      action,
      due_on: dueOn,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  audit({ event: 'visit.action-set', subjectKind: 'visit', subjectId: visit.id })
  // Before that the provider reads neither the report nor what it is asked for.
  if (visit.status === 'moderated' || visit.status === 'published')
    await tellOf(doer, visit, 'action set')
}

/** The provider says that it is done, and how. */
export const sayDone = (doer: Doer, action: VisitAction, note: string): Promise<void> =>
  change(doer, action, 'visit.action-done', {
    done_on: doer.today,
    done_note: note,
    done_by: doer.me.userId,
  })

/** Whoever asked looked, and it is done. */
export const acceptDone = (doer: Doer, action: VisitAction): Promise<void> =>
  change(doer, action, 'visit.action-judged', {
    accepted_on: doer.today,
    accepted_by: doer.me.userId,
  })

/** It is not done yet: it is open again, with a day of its own. */
export const openAgain = (doer: Doer, action: VisitAction, dueOn: IsoDate): Promise<void> =>
  change(doer, action, 'visit.action-judged', { done_on: null, done_by: null, due_on: dueOn })

async function change(
  doer: Doer,
  action: VisitAction,
  event: 'visit.action-done' | 'visit.action-judged',
  to: Partial<VisitAction>,
) {
  const { tx, audit } = doer
  await changeOne(
    tx
      .updateTable('visit_action')
      .set(to)
      .where('id', '=', action.id)
      .where('version', '=', action.version),
    'This action',
  )
  audit({ event, subjectKind: 'visit', subjectId: action.visit_id, detail: { action: action.id } })
  await tellOf(
    doer,
    { id: action.visit_id },
    event === 'visit.action-done' ? 'action done' : 'action judged',
  )
}

export type ActionState = 'accepted' | 'done' | 'overdue' | 'open'

/** Where an action stands; overdue from the day after it was due. */
export function stateOf(
  { accepted_on, done_on, due_on }: Pick<VisitAction, 'accepted_on' | 'done_on' | 'due_on'>,
  today: IsoDate,
): ActionState {
  if (accepted_on) return 'accepted'
  if (done_on) return 'done'
  return due_on < today ? 'overdue' : 'open'
}
