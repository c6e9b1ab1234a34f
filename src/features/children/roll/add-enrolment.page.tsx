import { z } from 'zod'
import { yearGroupName } from '#domain/year-group.ts'
import { reevaluateMoves } from '#features/findings/index.ts'
import { DateInput, Select } from '#govuk/index.ts'
import { day } from '#platform/forms.ts'
import { optionalChoice } from '../answers.ts'
import { childForm } from '../record/child-page.tsx'
import { KindField } from '../search/first-roll-fields.tsx'
import { enrolChild } from './enrol.ts'
import { openSchools } from './schools.query.ts'

const years = Object.fromEntries(
  Array.from({ length: 15 }, (_, year) => [String(year), yearGroupName(year)]),
)

export const addEnrolmentPage = childForm({
  path: '/children/:child/roll/add',
  section: 'roll',
  permission: 'child.change',
  title: 'Add to a roll',
  load: async ({ tx, me }) =>
    me.organisationKind === 'school'
      ? [{ id: me.organisationId as string, name: me.organisationName }]
      : openSchools(tx),
  schema: (schools, { child }) =>
    z.object({
      school: z
        .string('Choose a school')
        .refine(id => schools.some(school => school.id === id), 'Choose a school'),
      rollFrom: day('the first day on roll').refine(
        from => from > child.birthDate,
        'The first day on roll must be after the date of birth',
      ),
      kind: z.enum(['current', 'main', 'subsidiary'], 'Choose the kind of registration'),
      yearGroup: optionalChoice(Object.keys(years)),
    }),
  initial: schools => ({
    kind: 'current',
    school: schools.length === 1 ? schools[0]?.id : undefined,
  }),
  fields: (form, schools) => (
    <>
      <Select
        name="school"
        label="School"
        blank="Choose a school"
        form={form}
        items={schools.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <DateInput
        name="rollFrom"
        label="First day on roll"
        labelSize="s"
        hint="For example, 1 9 2024"
        form={form}
      />
      <KindField form={form} />
      <Select
        name="yearGroup"
        label="Year group, if it is not the usual one for the child’s age"
        blank="The usual year group"
        form={form}
        items={years}
      />
    </>
  ),
  button: 'Add to the roll',
  saved: 'Added to the roll',
  submit: async (visit, _schools, { school, rollFrom, kind, yearGroup }, { child }) => {
    const id = await enrolChild(visit, {
      childId: child.id,
      schoolId: school,
      kind,
      fromOn: rollFrom,
      yearGroup: yearGroup === null ? null : Number(yearGroup),
    })
    // What a school enters itself it owes the authority a return for (ROL-06); what others record for it, it does not.
    if (school === visit.me.organisationId)
      await visit.tx
        .insertInto('new_pupil_return')
        .values({
          enrolment_id: id,
          child_id: child.id,
          school_id: school,
          entered_on: rollFrom,
        })
        .execute()
    await reevaluateMoves(visit, child.id)
    return undefined
  },
})
