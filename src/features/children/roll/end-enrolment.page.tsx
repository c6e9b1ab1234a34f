import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalText } from '#platform/forms.ts'
import type { Visit } from '#platform/http/visit.ts'
import { childForm } from '../record/child-page.tsx'
import { endEnrolment } from './enrol.ts'
import { enrolmentsOf } from './roll.query.ts'

/** One entry of the roll that the reader may change: one’s own school’s, or any for those who keep them all. */
export async function enrolmentToChange(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  childId: string,
  id: string,
) {
  const found = (await enrolmentsOf(tx, childId)).find(each => each.id === id)
  if (!found || (me.organisationKind === 'school' && found.schoolId !== me.organisationId))
    throw new NotFound()
  return found
}

export const endEnrolmentPage = childForm({
  path: '/children/:child/roll/:enrolment/end',
  section: 'roll',
  permission: 'child.change',
  load: (visit, { child }) => enrolmentToChange(visit, child.id, visit.params.enrolment),
  title: enrolment => `End the entry on the roll of ${enrolment.school}`,
  schema: enrolment =>
    z.object({
      toOn: day('the last day on roll').refine(
        to => to >= enrolment.fromOn,
        'The last day on roll must be on or after the first',
      ),
      because: optionalText({ most: 200 }),
    }),
  initial: enrolment => dayAnswers('toOn', enrolment.toOn),
  version: enrolment => enrolment.version,
  fields: form => (
    <>
      <p class="govuk-body">
        A child may leave a roll only on a ground in law, and both the school and the authority must
        know where the child goes. The entry stays on record with its dates.
      </p>
      <DateInput name="toOn" label="Last day on roll" labelSize="s" form={form} />
      <TextInput name="because" label="Why it ends, and where the child goes" form={form} />
    </>
  ),
  button: 'End this entry',
  submit: async (visit, enrolment, input, { child }) => {
    await endEnrolment(
      visit,
      { id: enrolment.id, childId: child.id, version: enrolment.version },
      input,
    )
    const over = input.toOn < visit.today
    visit.flash(`The entry on the roll of ${enrolment.school} ${over ? 'has ended' : 'will end'}`)
    // The school may no longer see the child once the child has left.
    return over && visit.me.organisationKind === 'school' ? '/children' : undefined
  },
})
