import {
  AddToList,
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Fieldset,
  FileUpload,
  Form,
  type FormState,
  PasswordInput,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../index.ts'

/** A form sent with mistakes in it, so that every field is seen with its error. */
export const sent: FormState = {
  values: {
    name: 'Robin Sample',
    reason: 'Two fixed-period suspensions this term.',
    'start-day': '31',
    'start-month': '2',
    'start-year': '2026',
    route: 'fair-access',
    support: ['mentor'],
  },
  errors: {
    name: 'Enter the name as the school has it',
    start: 'Start date must be a real date',
    route: 'Select a route that is open to this child',
    category: 'Enter the category',
    letter: 'Select a file of 10MB or less',
  },
}

/** Every field, as asked and as sent back. */
export const FormsGallery = ({ form }: { form: FormState }) => (
  <>
    <ErrorSummary form={form} />
    <h2 class="govuk-heading-l">Fields</h2>
    <Form version={7} multipart warnUnsaved>
      <TextInput name="name" label="Child’s name" hint="As on the school’s roll" form={form} />
      <TextInput name="days" label="Days out of school" width="3" suffix="days" form={form} />
      <TextInput name="cost" label="Weekly cost" width="5" prefix="£" form={form} />
      <TextArea name="reason" label="Why is this asked for?" maxlength={400} form={form} />
      <TextArea name="views" label="The child’s views" rows={3} form={form} />
      <DateInput
        name="start"
        label="When does it start?"
        hint="For example, 27 3 2026"
        form={form}
        labelSize="m"
      />
      <Radios
        name="route"
        label="Which route?"
        labelSize="m"
        form={form}
        items={[
          { value: 'ordinary', label: 'Ordinary', hint: 'By the partnership’s panel' },
          {
            value: 'fair-access',
            label: 'Fair Access',
            conditional: <TextInput name="category" label="Category" width="5" form={form} />,
          },
          { divider: 'or' },
          { value: 'unknown', label: 'I do not know' },
        ]}
      />
      <Radios
        name="urgent"
        label="Is it urgent?"
        inline
        form={form}
        items={{ yes: 'Yes', no: 'No' }}
      />
      <Checkboxes
        name="support"
        label="What has been tried?"
        labelSize="m"
        form={form}
        items={[
          { value: 'mentor', label: 'Mentoring' },
          {
            value: 'other',
            label: 'Something else',
            conditional: <TextInput name="other-support" label="What was it?" form={form} />,
          },
          { divider: 'or' },
          { value: 'none', label: 'Nothing yet', exclusive: true },
        ]}
      />
      <Select
        name="school"
        label="School of roll"
        blank="Choose a school"
        form={form}
        items={{ '1': 'Larkfield Academy', '2': 'Saint Wilfrid’s High School' }}
      />
      <FileUpload name="letter" label="Letter" accept=".pdf,.docx" form={form} />
      <PasswordInput name="password" label="Password" form={form} />
      <Fieldset legend="Home address" name="address" hint="Where the child lives now">
        <TextInput name="address-line" label="Address line 1" form={form} />
        <TextInput name="postcode" label="Postcode" width="10" form={form} />
      </Fieldset>
      <AddToList
        heading="Contacts"
        items={[
          {
            text: 'Alex Sample',
            detail: 'Parent, has parental responsibility',
            changeHref: '#contacts',
            remove: { name: 'remove', value: '1' },
          },
        ]}
        addText="Add another contact"
      />
      <ButtonGroup>
        <Button preventDoubleClick>Save and continue</Button>
        <Button variant="secondary" name="then" value="stop">
          Save and come back later
        </Button>
        <Button variant="warning" name="then" value="withdraw">
          Withdraw
        </Button>
        <a class="govuk-link" href="#cancel">
          Cancel
        </a>
      </ButtonGroup>
    </Form>
  </>
)
