import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { writeReference } from '#domain/reference.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.query.ts'
import { tellSchool } from '../questionnaire/tell.ts'
import { remembered } from './judge.ts'

/** The next form about the same child and provider, before its day has come. */
export async function askAgain(doer: Doer, form: Questionnaire, dueOn: IsoDate): Promise<string> {
  const { tx, me, today } = doer
  if (form.status !== 'accepted') throw new Refusal('Ask again when this one is accepted.')
  const opened = await tx
    .insertInto('questionnaire')
    .values({
      id: newId(),
      child_id: form.child_id,
      provider_id: form.provider_id,
      commissioner_id: form.commissioner_id,
      placement_id: form.placement_id,
      status: 'draft',
      opened_on: today,
      due_on: dueOn,
      follows_id: form.id,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'reference'])
    .executeTakeFirst()
  if (!opened) throw new Refusal('A form about this child and provider is open already.')
  remembered(doer, { ...form, id: opened.id }, 'questionnaire.opened', { follows: form.id })
  await tellSchool(tx, today, {
    commissionerId: form.commissioner_id,
    name: writeReference('questionnaire', opened.reference),
    dueOn,
    what: 'opened',
    fromOrganisationId: me.organisationId,
  })
  return opened.id
}
