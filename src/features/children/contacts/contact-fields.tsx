import { type FormState, Radios, TextInput } from '#govuk/index.ts'
import { optionalText, text, ticked, wholeNumber } from '#platform/forms.ts'
import { optionalEmail, optionalTelephone, personName } from '../answers.ts'
import { yesNoNotKnown } from '../identity/identity-answers.ts'

export const contactAsked = {
  name: personName('the name'),
  relationship: text('Enter the relationship to the child', { most: 100 }),
  parentalResponsibility: yesNoNotKnown(),
  livesWithChild: yesNoNotKnown(),
  telephone: optionalTelephone(),
  email: optionalEmail(),
  language: optionalText({ most: 100 }),
  priority: wholeNumber('the order in which to try', { least: 1, most: 20 }),
  noContact: ticked(),
  noContactReason: optionalText({ most: 500 }),
}

/** A flag that stops everybody needs its reason: an order, an injunction, a decision of social care. */
export const saysWhyNoContact = ({
  noContact,
  noContactReason,
}: {
  noContact: boolean
  noContactReason: string | null
}) => !noContact || noContactReason !== null
export const noContactUnexplained = {
  path: ['noContactReason'],
  error: 'Enter why this person must not be contacted',
}

const yesNo = { yes: 'Yes', no: 'No', 'not-known': 'Not known' }

export const ContactFields = ({ form }: { form: FormState }) => (
  <>
    <TextInput
      name="name"
      label="Name"
      form={form}
      width="two-thirds"
      spellcheck={false}
      autocomplete="off"
    />
    <TextInput
      name="relationship"
      label="Relationship to the child"
      hint="For example, mother or foster carer"
      form={form}
      width="20"
    />
    <Radios
      name="parentalResponsibility"
      label="Parental responsibility?"
      labelSize="s"
      form={form}
      inline
      small
      items={yesNo}
    />
    <Radios
      name="livesWithChild"
      label="Lives with the child?"
      labelSize="s"
      form={form}
      inline
      small
      items={yesNo}
    />
    <TextInput
      name="telephone"
      label="Telephone"
      type="tel"
      inputmode="tel"
      form={form}
      width="20"
      autocomplete="off"
    />
    <TextInput
      name="email"
      label="Email"
      type="email"
      inputmode="email"
      form={form}
      width="two-thirds"
      autocomplete="off"
      spellcheck={false}
    />
    <TextInput name="language" label="Language, if not English" form={form} width="20" />
    <TextInput
      name="priority"
      label="Order in which to try"
      hint="1 is tried first"
      form={form}
      width="2"
      inputmode="numeric"
    />
    <NoContactFields form={form} />
  </>
)

const NoContactFields = ({ form }: { form: FormState }) => (
  <Radios
    name="noContact"
    label="May this person be contacted about the child?"
    labelSize="s"
    form={form}
    items={[
      { value: '', label: 'Yes' },
      {
        value: 'yes',
        label: 'No: there is an order, or another reason',
        conditional: <TextInput name="noContactReason" label="Reason" form={form} />,
      },
    ]}
  />
)
