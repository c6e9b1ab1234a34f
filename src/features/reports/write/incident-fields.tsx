import { DateInput, type FormState, InsetText, Radios, TextArea, TextInput } from '#govuk/index.ts'
import type { Report } from '../report.query.ts'
import {
  type IncidentField,
  incidentFields,
  incidentNotes,
  incidentQuestions,
  labelAsked,
} from '../report.ts'

const rowsOf: Readonly<Partial<Record<IncidentField, number>>> = { account: 8, involved: 2 }

/** The questions about an incident, in the order in which somebody tells it. */
export const IncidentFields = ({ report, form }: { report: Report; form: FormState }) => {
  const words = (name: IncidentField) => {
    const [label, hint] = incidentFields[name]
    return (
      <TextArea
        name={name}
        label={labelAsked(name, label)}
        hint={hint || undefined}
        rows={rowsOf[name] ?? 3}
        form={form}
      />
    )
  }
  const note = (name: keyof typeof incidentNotes) => (
    <TextArea name={name} label={incidentNotes[name][0]} rows={3} form={form} />
  )
  return (
    <>
      <DateInput name="happened_on" label="On which day did it happen?" form={form} />
      <TextInput
        name="happened_at"
        label="At what time?"
        hint="As near as you know, like 10:40"
        width="5"
        form={form}
      />
      <TextInput
        name="place"
        label={incidentFields.place[0]}
        hint={incidentFields.place[1]}
        form={form}
      />
      {words('account')}
      {words('involved')}
      {words('done_at_once')}
      {words('injuries')}
      <Radios
        name="held"
        label={incidentQuestions.held}
        hint="Any physical intervention, however short"
        form={form}
        items={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes', conditional: note('held_how') },
        ]}
      />
      <Radios
        name="police"
        label={incidentQuestions.police}
        form={form}
        items={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes', conditional: note('police_note') },
        ]}
      />
      <Radios
        name="carers_told"
        label={incidentQuestions.carers_told}
        form={form}
        items={{ yes: 'Yes', no: 'Not yet' }}
      />
      {note('carers_note')}
      {words('follow_up')}
      {report.safeguarding ? (
        <InsetText>
          This report has a part for safeguarding leads alone. You can change yours when you check
          the report.
        </InsetText>
      ) : (
        <Radios
          name="safeguarding"
          label="Is there something that only safeguarding leads should read?"
          hint="What the child told you, a sign of abuse or neglect, a worry about home or about an adult. It is written on the next page"
          form={form}
          items={{ yes: 'Yes, I write it next', no: 'No' }}
        />
      )}
    </>
  )
}
