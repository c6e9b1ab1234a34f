import { Checkboxes, DateInput, type FormState, Radios, TextArea, TextInput } from '#govuk/index.ts'
import { safeguardingProcedures } from '#rules/data/documents.ts'
import { insuranceWords } from './cover.ts'
import { centralRecord, type EvidenceKind, safeguardingProceduresDocument } from './documents.ts'

/** The questions that a document answers. */
export function EvidenceFields({ kind, form }: { kind: EvidenceKind; form: FormState }) {
  if (kind.insurance)
    return (
      <>
        <TextInput form={form} name="insurer" label="Insurer" width="20" />
        <TextInput
          form={form}
          name="policyNumber"
          label="Policy number"
          width="20"
          spellcheck={false}
        />
        <TextInput
          form={form}
          name="amount"
          label={`How much ${insuranceWords[kind.insurance].toLowerCase()} is covered?`}
          hint="In pounds, for example 10000000"
          width="10"
          prefix="£"
          inputmode="numeric"
        />
        <DateInput form={form} name="startsOn" label="First day of cover" />
        <DateInput form={form} name="endsOn" label="Last day of cover" />
        <Note form={form} />
      </>
    )
  return (
    <>
      {kind.mayBeStatement && (
        <Radios
          form={form}
          name="applies"
          label="Do you have this document?"
          items={[
            { value: 'yes', label: 'Yes' },
            {
              value: 'no',
              label: 'No, it does not apply to us',
              conditional: (
                <TextArea
                  form={form}
                  name="notApplicableBecause"
                  label="Why does it not apply?"
                  hint={`It is for: ${kind.appliesTo.toLowerCase()}. Commissioners look at what you write here as they would at the document.`}
                  rows={3}
                />
              ),
            },
          ]}
        />
      )}
      {kind.id === centralRecord && (
        <>
          <TextInput
            form={form}
            name="staffCount"
            label="How many staff does the record say there are?"
            hint="Leave it empty if it does not say"
            width="4"
            inputmode="numeric"
          />
          <TextInput
            form={form}
            name="firstAiderCount"
            label="How many of them are first-aiders?"
            hint="Leave it empty if it does not say. Nought is a number."
            width="4"
            inputmode="numeric"
          />
        </>
      )}
      {kind.id === safeguardingProceduresDocument && (
        <Checkboxes
          form={form}
          name="procedures"
          label="Which of the eight procedures does it hold?"
          items={Object.fromEntries(
            safeguardingProcedures.map(({ id, title }) => [
              id,
              `${title[0]?.toUpperCase()}${title.slice(1)}`,
            ]),
          )}
        />
      )}
      <DateInput form={form} name="issuedOn" label="From which day does it hold? (optional)" />
      <DateInput
        form={form}
        name="expiresOn"
        label="Until which day does it hold, or when is it to be reviewed? (optional)"
        hint={`It holds: ${kind.current.toLowerCase()}. Leave it empty if it has no last day.`}
      />
      <Note form={form} />
    </>
  )
}

const Note = ({ form }: { form: FormState }) => (
  <TextArea
    form={form}
    name="note"
    label="Anything a commissioner should know (optional)"
    rows={3}
  />
)
