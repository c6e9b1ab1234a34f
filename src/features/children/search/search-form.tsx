import { Button, DateInput, Form, type FormState, TextInput } from '#govuk/index.ts'

/** Asked in one place, and again above what was found. */
export const SearchForm = ({ form }: { form: FormState }) => (
  <Form action="/children">
    <TextInput
      name="who"
      label="Name, UPN or reference"
      labelSize="m"
      hint="Part of a name is enough, and it is found by how it sounds too"
      form={form}
      width="two-thirds"
      autocomplete="off"
      spellcheck={false}
    />
    <DateInput
      name="birthDate"
      label="Date of birth, if you know it"
      hint="For example, 27 3 2012"
      form={form}
    />
    <Button preventDoubleClick>Search</Button>
  </Form>
)
