import { londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { forms, named } from './questionnaire/questionnaire.query.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today'>

/** What a school owes the Virtual School: forms to answer, and evidence that is asked for. */
export async function questionnairesToAnswer(asker: Asker): Promise<WorkItem[]> {
  const { tx, me } = asker
  const rows = await forms(tx)
    .where('q.commissioner_id', '=', me.organisationId)
    .where('q.status', 'in', ['draft', 'sent back', 'returned'])
    .execute()
  return [
    ...rows.map(named).map(form => ({
      what:
        form.status === 'draft'
          ? 'Answer a questionnaire for commissioners'
          : form.status === 'sent back'
            ? 'Put the questionnaire right and return it'
            : 'The Virtual School reads the questionnaire',
      about: form.name,
      detail: `${form.childName}, ${form.providerName}`,
      href: `/questionnaires/${form.id}`,
      due: form.status === 'returned' ? null : form.due_on,
      since: londonDay(form.sent_back_at ?? form.returned_at ?? new Date(form.opened_on)),
      ...(form.status === 'returned'
        ? { turn: 'others' as const, whoseTurn: 'The Virtual School' }
        : { turn: 'ours' as const }),
    })),
    ...(await requests(asker, 'ours')),
  ]
}

/** What the Virtual School has to judge, and what it waits for. */
export async function questionnairesToJudge(asker: Asker): Promise<WorkItem[]> {
  const rows = await forms(asker.tx).where('q.status', '=', 'returned').execute()
  const overdue = await forms(asker.tx)
    .where('q.status', 'in', ['draft', 'sent back'])
    .where('q.due_on', '<', asker.today)
    .execute()
  const waiting = await requests(asker, 'others')
  return [
    ...rows.map(named).map(form => ({
      what: 'Judge a questionnaire for commissioners',
      about: form.name,
      detail: `${form.childName}, ${form.commissionerName}`,
      href: `/questionnaires/${form.id}`,
      due: null,
      since: londonDay(form.returned_at ?? new Date(form.opened_on)),
      turn: 'ours' as const,
    })),
    ...waiting,
    ...overdue.map(named).map(form => ({
      what: 'Questionnaire overdue',
      about: form.name,
      detail: `${form.childName}, ${form.providerName}`,
      href: `/questionnaires/${form.id}`,
      due: form.due_on,
      since: form.due_on,
      turn: 'others' as const,
      whoseTurn: form.commissionerName,
    })),
  ]
}

async function requests({ tx }: Asker, turn: 'ours' | 'others'): Promise<WorkItem[]> {
  const rows = await forms(tx)
    .innerJoin('questionnaire_request as r', 'r.questionnaire_id', 'q.id')
    .select(['r.id as requestId', 'r.question', 'r.due_on as wantedBy', 'r.asked_at'])
    .where('r.supplied_at', 'is', null)
    .execute()
  return rows.map(row => {
    const form = named(row)
    return {
      what:
        turn === 'ours'
          ? `Supply evidence on question ${row.question}`
          : `Evidence awaited on question ${row.question}`,
      about: form.name,
      detail: `${form.childName}, ${form.providerName}`,
      href:
        turn === 'ours'
          ? `/questionnaires/${form.id}/requests/${row.requestId}`
          : `/questionnaires/${form.id}`,
      due: row.wantedBy,
      since: londonDay(row.asked_at),
      turn,
      ...(turn === 'others' ? { whoseTurn: form.commissionerName } : {}),
    }
  })
}
