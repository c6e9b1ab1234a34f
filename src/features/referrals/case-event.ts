import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'

/** What can happen to a case, as its timeline tells it. Other features add theirs under the same words. */
export const caseEventTitles = {
  started: 'Referral started',
  submitted: 'Referral sent',
  routed: 'Route worked out',
  'looked at': 'Looked at for the first time',
  amended: 'Referral changed by the school',
  withdrawn: 'Referral withdrawn',
  discarded: 'Draft discarded',
  assigned: 'Assigned',
  'support assigned': 'Support worker assigned',
  'support ended': 'Support worker’s assignment ended',
  'information asked': 'Information asked for',
  'information answered': 'Information given',
  'information no longer needed': 'Information no longer needed',
  accepted: 'Referral accepted',
  returned: 'Referral returned',
  'referred on': 'Referred on',
  noted: 'Note added',
  messaged: 'Message sent',
  'dispute opened': 'Responsibility disputed',
  'dispute proposal': 'New proposal about responsibility',
  'dispute agreed': 'Responsibility agreed',
  'dispute not agreed': 'Responsibility not agreed',
  'dispute withdrawn': 'Dispute withdrawn',
  'responsibility moved': 'Case moved to the other partnership',
  'finding accepted': 'Finding accepted with a reason',
  'file added': 'Document added',
  'file removed': 'Document removed',
  'file blocked': 'Document blocked by the virus scanner',
  'education began': 'Education after the exclusion recorded',
  listed: 'Listed for the panel',
  'taken off the agenda': 'Taken off the agenda',
  deferred: 'Deferred by the panel',
  decided: 'Decided',
  ratified: 'Decision ratified',
  issued: 'Decision issued',
  superseded: 'Decision replaced',
  'brought back': 'Brought back for another decision',
  'notice sent': 'Notice sent',
  'criteria checked': 'Fair Access criteria checked',
  'advice asked': 'Fair Access adviser asked',
  'advice given': 'Fair Access adviser answered',
  'on roll confirmed': 'On roll confirmed',
  'on roll problem': 'The school says that the child is not on roll yet',
  'on roll escalated': 'Escalated to Admissions',
  'on roll answered': 'Admissions acted',
  closed: 'Case closed',
  reopened: 'Case reopened',
} as const
export type CaseEventKind = keyof typeof caseEventTitles

/** One line of the case's timeline. `detail` holds words for people who may read the case: reasons, names of schools. */
export async function recordCaseEvent(
  { tx, me, now }: Pick<Doer, 'tx' | 'me' | 'now'>,
  referralId: string,
  kind: CaseEventKind,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx
    .insertInto('case_event')
    .values({
      id: newId(),
      referral_id: referralId,
      kind,
      at: now,
      by_user: me.userId,
      by_organisation: me.organisationId,
      detail: JSON.stringify(detail),
    })
    .execute()
}
