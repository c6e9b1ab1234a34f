import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.query.ts'
import { tellSchool, tellVirtualSchool } from '../questionnaire/tell.ts'

/** Asks the school for evidence on one question of a form that it returned (QST-04). */
export async function askForEvidence(
  doer: Doer,
  form: Questionnaire,
  wanted: { readonly question: number; readonly request: string; readonly dueOn: IsoDate },
) {
  const { tx, me, now, today, audit } = doer
  await tx
    .insertInto('questionnaire_request')
    .values({
      id: newId(),
      questionnaire_id: form.id,
      question: wanted.question,
      request: wanted.request,
      asked_by: me.userId,
      asked_at: now,
      due_on: wanted.dueOn,
    })
    .execute()
  audit({
    event: 'questionnaire.evidence-asked',
    subjectKind: 'questionnaire',
    subjectId: form.id,
    childId: form.child_id,
    detail: { question: wanted.question },
  })
  await tellSchool(tx, today, {
    commissionerId: form.commissioner_id,
    name: form.name,
    dueOn: wanted.dueOn,
    what: 'evidence asked',
    fromOrganisationId: me.organisationId,
  })
}

/** The school answers what was asked, once. */
export async function supplyEvidence(
  doer: Doer,
  form: Questionnaire,
  request: { readonly id: string; readonly question: number },
  supplied: string,
) {
  const { tx, me, now, today, audit } = doer
  const { numUpdatedRows } = await tx
    .updateTable('questionnaire_request')
    .set({ supplied, supplied_by: me.userId, supplied_at: now })
    .where('id', '=', request.id)
    .where('supplied_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('This evidence has been supplied already. Open the form to see it.')
  audit({
    event: 'questionnaire.evidence-supplied',
    subjectKind: 'questionnaire',
    subjectId: form.id,
    childId: form.child_id,
    detail: { question: request.question },
  })
  await tellVirtualSchool(tx, today, {
    name: form.name,
    what: 'evidence supplied',
    fromOrganisationId: me.organisationId,
  })
}
