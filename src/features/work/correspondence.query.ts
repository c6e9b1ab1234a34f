import { londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import { actionsOf, openOnRollChecks } from '#features/panels/index.ts'
import type { Visit } from '#platform/http/visit.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today' | 'now'>

/** Questions about a case: asked of us, or asked by us and not answered yet. */
export async function questions({ tx, me }: Asker): Promise<WorkItem[]> {
  const open = await tx
    .selectFrom('information_request as request')
    .leftJoin('referral', 'referral.id', 'request.referral_id')
    .leftJoin('organisation as asked', 'asked.id', 'request.asked_of_organisation_id')
    .select([
      'request.id',
      'request.referral_id',
      'request.asked_of_organisation_id',
      'request.asked_at',
      'request.due_on',
      'referral.reference',
      'asked.name as asked',
    ])
    .where('request.answered_at', 'is', null)
    .where('request.cancelled_at', 'is', null)
    .execute()
  return open.map(row => {
    const ours = row.asked_of_organisation_id === me.organisationId
    return {
      what: ours ? 'Answer a question' : 'Answer awaited',
      about: `R-${row.reference}`,
      detail: ours ? 'From the co-ordinator' : `Asked of ${row.asked ?? ''}`,
      href: `/cases/${row.referral_id}/questions`,
      due: row.due_on,
      since: londonDay(row.asked_at),
      turn: ours ? ('ours' as const) : ('others' as const),
      ...(ours ? {} : { whoseTurn: row.asked ?? 'The school' }),
    }
  })
}

export async function unreadMessages({ tx, me }: Asker): Promise<WorkItem[]> {
  const unread = await tx
    .selectFrom('case_message as message')
    .leftJoin('referral', 'referral.id', 'message.referral_id')
    .leftJoin('organisation as sender', 'sender.id', 'message.from_organisation_id')
    .select([
      'message.referral_id',
      'message.sent_at',
      'referral.reference',
      'sender.name as sender',
    ])
    .where('message.to_organisation_id', '=', me.organisationId)
    .where('message.read_at', 'is', null)
    .execute()
  return unread.map(row => ({
    what: 'Read a message',
    about: `R-${row.reference}`,
    detail: `From ${row.sender ?? ''}`,
    href: `/cases/${row.referral_id}/messages`,
    due: null,
    since: londonDay(row.sent_at),
    turn: 'ours',
  }))
}

/** Each notice for itself; many as one row, so that they do not bury the rest of the work. */
export async function unreadNotices({ tx, me }: Asker): Promise<WorkItem[]> {
  const unread = await tx
    .selectFrom('notice')
    .leftJoin('referral', 'referral.id', 'notice.referral_id')
    .select(['notice.id', 'notice.sent_at', 'referral.reference'])
    .where('notice.to_organisation_id', '=', me.organisationId)
    .where('notice.read_at', 'is', null)
    .orderBy('notice.sent_at')
    .execute()
  const [oldest] = unread
  if (oldest && unread.length > 5)
    return [
      {
        what: 'Read your notices',
        about: `${unread.length} notices`,
        detail: 'Decisions that have been issued',
        href: '/notices?show=unread',
        due: null,
        since: londonDay(oldest.sent_at),
        turn: 'ours',
      },
    ]
  return unread.map(row => ({
    what: 'Read a notice',
    about: row.reference ? `R-${row.reference}` : 'Notice',
    detail: 'A decision has been issued',
    href: `/notices/${row.id}`,
    due: null,
    since: londonDay(row.sent_at),
    turn: 'ours',
  }))
}

/** Children who were allocated and are not yet confirmed on roll by both. */
export async function gettingOnRoll({ tx, me }: Asker): Promise<WorkItem[]> {
  return (await openOnRollChecks(tx)).map(check => {
    const said = me.role === 'admissions' ? check.admissions_roll_date : check.school_roll_date
    const ours = me.role === 'coordinator' || said === null
    return {
      what: me.role === 'coordinator' ? 'See that the child is on roll' : 'Confirm the day on roll',
      about: `R-${check.reference}`,
      detail: `${check.forename ?? ''} ${check.surname ?? ''}, ${check.school ?? ''}`.trim(),
      href: `/on-roll/${check.id}`,
      due: check.due_on,
      since: check.decided_on,
      turn: ours ? ('ours' as const) : ('others' as const),
      ...(ours
        ? {}
        : {
            whoseTurn:
              me.role === 'admissions' ? (check.school ?? 'The school') : 'School Admissions',
          }),
    }
  })
}

export async function actionsToDo({ tx, me }: Asker): Promise<WorkItem[]> {
  return (await actionsOf(tx, { openFor: me.organisationId })).map(action => ({
    what: action.what,
    about: action.reference ? `R-${action.reference}` : `PNL-${action.meeting_reference ?? ''}`,
    detail: 'Agreed by the panel',
    href: `/actions/${action.id}`,
    due: action.due_on,
    since: action.due_on,
    turn: 'ours',
  }))
}

/** Questions of co-ordinators to the Fair Access adviser. */
export async function adviceAsked({ tx }: Asker): Promise<WorkItem[]> {
  const asked = await tx
    .selectFrom('fair_access_case as fair')
    .innerJoin('referral', 'referral.id', 'fair.referral_id')
    .select(['fair.referral_id', 'fair.doubt_sent_at', 'referral.reference'])
    .where('fair.doubt_sent_at', 'is not', null)
    .where('fair.doubt_answered_at', 'is', null)
    .where('referral.status', '=', 'submitted')
    .execute()
  return asked.map(row => ({
    what: 'Advise on the Fair Access criteria',
    about: `R-${row.reference}`,
    detail: 'A co-ordinator is in doubt',
    href: `/cases/${row.referral_id}/advice`,
    due: null,
    since: londonDay(row.doubt_sent_at ?? new Date(0)),
    turn: 'ours',
  }))
}

/** Disputes about responsibility that the other partnership has raised with us. */
export async function disputes({ tx, me }: Asker): Promise<WorkItem[]> {
  const open = await tx
    .selectFrom('responsibility_dispute as dispute')
    .leftJoin('organisation as other', 'other.id', 'dispute.raised_by_id')
    .select(['dispute.id', 'dispute.opened_on', 'other.name as other'])
    .where('dispute.with_id', '=', me.organisationId)
    .where('dispute.status', '=', 'open')
    .execute()
  return open.map(row => ({
    what: 'Answer a question of responsibility',
    about: 'Dispute',
    detail: `From ${row.other ?? 'another partnership'}`,
    href: '/disputes',
    due: null,
    since: row.opened_on,
    turn: 'ours',
  }))
}
