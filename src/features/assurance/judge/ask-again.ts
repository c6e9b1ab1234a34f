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
  const may = form.status === 'accepted' || (form.status === 'not needed' && form.set_aside_by)
  if (!may) throw new Refusal('Ask again when this one is accepted.')
  if (!(await goesOn(doer, form)))
    throw new Refusal('The placement is over, so there is nothing more to ask.')
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

const goesOn = ({ tx }: Pick<Doer, 'tx'>, form: Questionnaire) =>
  tx
    .selectFrom('placement')
    .select('id')
    .where('child_id', '=', form.child_id)
    .where('provider_id', '=', form.provider_id)
    .where('commissioner_id', '=', form.commissioner_id)
    .where('status', 'in', ['accepted', 'live'])
    .executeTakeFirst()
