import { yearGroupName } from '#domain/year-group.ts'
import { DateInput, type FormState, Radios, Select } from '#govuk/index.ts'
import { enrolmentWords } from '../words.ts'

const years = Object.fromEntries(
  Array.from({ length: 15 }, (_, year) => [String(year), yearGroupName(year)]),
)

/** Which school’s roll the child is on. A school answers for itself only. */
export const FirstRollFields = ({
  form,
  schools,
}: {
  form: FormState
  schools: readonly { id: string; name: string }[]
}) => {
  const [only, more] = schools
  const ownSchool = more === undefined ? only : undefined
  return (
    <Radios
      name="onRoll"
      label={
        ownSchool
          ? `Is the child on roll at ${ownSchool.name}?`
          : 'Is the child on roll at a school?'
      }
      labelSize="m"
      form={form}
      items={[
        { value: 'yes', label: 'Yes', conditional: <RollFields form={form} schools={schools} /> },
        {
          value: 'no',
          label: 'No, or not known yet',
          hint: 'The record can be completed when the child is on roll',
        },
      ]}
    />
  )
}

const RollFields = ({
  form,
  schools,
}: {
  form: FormState
  schools: readonly { id: string; name: string }[]
}) => (
  <>
    {schools.length === 1 ? (
      <input type="hidden" name="school" value={schools[0]?.id} />
    ) : (
      <Select
        name="school"
        label="School"
        blank="Choose a school"
        form={form}
        items={schools.map(({ id, name }) => ({ value: id, text: name }))}
      />
    )}
    <DateInput name="rollFrom" label="First day on roll" hint="For example, 1 9 2024" form={form} />
    <KindField form={form} />
    <Select
      name="yearGroup"
      label="Year group, if it is not the usual one for the child’s age"
      blank="The usual year group"
      form={form}
      items={years}
    />
  </>
)

export const KindField = ({ form }: { form: FormState }) => (
  <Radios name="kind" label="Registration" form={form} small items={enrolmentWords} />
)
