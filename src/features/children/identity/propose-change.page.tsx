import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { ageOn } from '#domain/year-group.ts'
import { DateInput, Radios, TextInput } from '#govuk/index.ts'
import { optionalDay } from '#platform/forms.ts'
import { optionalUpn, reasonForCorrection } from '../answers.ts'
import { childForm } from '../record/child-page.tsx'
import { proposeChange } from './propose-change.ts'

/** One person alone never changes by what a child is known: a colleague, or the co-ordinator, confirms it. */
export const proposeChangePage = childForm({
  path: '/children/:child/identity/propose',
  section: 'overview',
  permission: 'child.change',
  title: 'Propose a change of UPN or date of birth',
  load: async () => ({}),
  schema: (_model, { child }, today) =>
    z
      .object({
        kind: z.enum(['upn', 'birth-date'], 'Choose what is to change'),
        upn: optionalUpn(),
        birthDate: optionalDay('the date of birth'),
        reason: reasonForCorrection(),
      })
      .refine(({ kind, upn }) => kind !== 'upn' || (upn !== null && upn !== child.upn), {
        path: ['upn'],
        error: 'Enter a UPN that is not the one on record',
      })
      .refine(
        ({ kind, birthDate }) =>
          kind !== 'birth-date' || (birthDate !== null && birthDate !== child.birthDate),
        {
          path: ['birthDate'],
          error: 'Enter a date of birth that is not the one on record',
        },
      )
      .refine(
        ({ birthDate }) => !birthDate || (birthDate <= today && ageOn(birthDate, today) <= 25),
        {
          path: ['birthDate'],
          error: 'The date of birth must be in the past, and less than 26 years ago',
        },
      ),
  fields: (form, _model, { child }) => (
    <>
      <p class="govuk-body">
        By these a child is told from every other. What you propose is done when somebody else of
        your organisation, or the co-ordinator, has confirmed it.
      </p>
      <Radios
        name="kind"
        label="What is to change?"
        labelSize="s"
        form={form}
        items={[
          {
            value: 'upn',
            label: 'The UPN',
            hint: child.upn ? `${child.upn} is on record` : 'None is on record',
            conditional: (
              <TextInput name="upn" label="New UPN" form={form} width="20" spellcheck={false} />
            ),
          },
          {
            value: 'birth-date',
            label: 'The date of birth',
            hint: `${dayInWords(child.birthDate)} is on record`,
            conditional: <DateInput name="birthDate" label="New date of birth" form={form} />,
          },
        ]}
      />
      <TextInput
        name="reason"
        label="Why?"
        hint="For example, seen on the birth certificate"
        form={form}
      />
    </>
  ),
  button: 'Propose this change',
  saved: 'Your proposal waits for a second person',
  submit: async (visit, _model, { kind, upn, birthDate, reason }, { child }) => {
    if (kind === 'upn') await proposeChange(visit, child.id, { kind, upn }, reason)
    else if (birthDate) await proposeChange(visit, child.id, { kind, birthDate }, reason)
    return undefined
  },
})
