import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { yearGroupName } from '#domain/year-group.ts'
import { DateInput, Select, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalDay } from '#platform/forms.ts'
import { optionalChoice, reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { KindField } from '../search/first-roll-fields.tsx'
import { enrolmentsOf } from './roll.query.ts'

const years = Object.fromEntries(
  Array.from({ length: 16 }, (_, at) => [String(at - 1), yearGroupName(at - 1)]),
)

export const correctEnrolmentPage = childForm({
  path: '/children/:child/roll/:enrolment/correct',
  section: 'roll',
  permission: 'child.change',
  async load({ tx, me, params }, { child }) {
    const found = (await enrolmentsOf(tx, child.id)).find(({ id }) => id === params.enrolment)
    const ours = me.organisationKind === 'school'
    if (!found || (ours && found.schoolId !== me.organisationId)) throw new NotFound()
    return { ...found, endsByRemoval: ours && found.toOn === null }
  },
  title: enrolment => `Correct the entry on the roll of ${enrolment.school}`,
  schema: ({ endsByRemoval }) =>
    z
      .object({
        kind: z.enum(['current', 'main', 'subsidiary'], 'Choose the kind of registration'),
        fromOn: day('the first day on roll'),
        toOn: optionalDay('the last day on roll'),
        yearGroup: optionalChoice(Object.keys(years)),
        reason: reasonForCorrection(),
      })
      .refine(({ fromOn, toOn }) => !toOn || toOn >= fromOn, {
        path: ['toOn'],
        error: 'The last day on roll must be on or after the first',
      })
      .refine(({ toOn }) => !toOn || !endsByRemoval, {
        path: ['toOn'],
        error:
          'A correction takes no name off the roll. Use “Take off the roll”, which asks on what ground; if the child was never on your roll, ask Admissions to correct it',
      }),
  initial: enrolment => ({
    kind: enrolment.kind,
    ...dayAnswers('fromOn', enrolment.fromOn),
    ...dayAnswers('toOn', enrolment.toOn),
    yearGroup: enrolment.yearGroup?.toString(),
  }),
  version: enrolment => enrolment.version,
  fields: form => (
    <>
      <KindField form={form} />
      <DateInput name="fromOn" label="First day on roll" labelSize="s" form={form} />
      <DateInput name="toOn" label="Last day on roll, if it has ended" labelSize="s" form={form} />
      <Select
        name="yearGroup"
        label="Year group, if it is not the usual one for the child’s age"
        blank="The usual year group"
        form={form}
        items={years}
      />
      <TextInput name="reason" label="Why are you correcting this?" form={form} />
    </>
  ),
  saved: 'The roll has been corrected',
  submit: async (visit, { id, version }, { kind, fromOn, toOn, yearGroup, reason }, { child }) => {
    await correctRow(
      visit,
      'enrolment',
      { id, childId: child.id, version },
      {
        kind,
        from_on: fromOn,
        to_on: toOn,
        year_group: yearGroup === null ? null : Number(yearGroup),
      },
      reason,
    )
    return undefined
  },
})
