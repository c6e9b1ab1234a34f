import { ethnicities } from '#domain/codes/ethnicity.ts'
import { sexes } from '#domain/codes/sex.ts'
import { DateInput, Fieldset, type FormState, Radios, Select, TextInput } from '#govuk/index.ts'

export const NameFields = ({ form }: { form: FormState }) => (
  <>
    <TextInput
      name="forename"
      label="Forename"
      form={form}
      width="20"
      spellcheck={false}
      autocomplete="off"
    />
    <TextInput
      name="surname"
      label="Surname"
      form={form}
      width="20"
      spellcheck={false}
      autocomplete="off"
    />
    <Fieldset
      legend="If the child goes by another name"
      legendSize="s"
      name="preferred"
      hint="Leave empty what is the same"
    >
      <TextInput
        name="preferredForename"
        label="Preferred forename"
        form={form}
        width="20"
        spellcheck={false}
        autocomplete="off"
      />
      <TextInput
        name="preferredSurname"
        label="Preferred surname"
        form={form}
        width="20"
        spellcheck={false}
        autocomplete="off"
      />
    </Fieldset>
  </>
)

export const BirthDateField = ({ form }: { form: FormState }) => (
  <DateInput
    name="birthDate"
    label="Date of birth"
    labelSize="s"
    hint="For example, 27 3 2012"
    form={form}
  />
)

export const UpnField = ({ form }: { form: FormState }) => (
  <TextInput
    name="upn"
    label="UPN, if it is known"
    hint="13 characters, like K855400126001. A temporary UPN ends in a letter"
    form={form}
    width="20"
    spellcheck={false}
    autocomplete="off"
  />
)

const yesNo = { yes: 'Yes', no: 'No', 'not-known': 'Not known' }

export const DetailFields = ({ form }: { form: FormState }) => (
  <>
    <Radios
      name="sex"
      label="Sex, as on the school’s record"
      labelSize="s"
      form={form}
      inline
      small
      items={Object.fromEntries(sexes.all.map(({ key, name }) => [key, name]))}
    />
    <TextInput
      name="uln"
      label="ULN, if there is one"
      hint="10 numbers"
      form={form}
      width="10"
      inputmode="numeric"
    />
    <Select
      name="ethnicity"
      label="Ethnicity"
      blank="Not recorded"
      form={form}
      items={ethnicities.all.map(({ key, name }) => ({ value: key, text: name }))}
    />
    <TextInput name="firstLanguage" label="First language" form={form} width="20" />
    <Radios
      name="interpreterNeeded"
      label="Does the family need an interpreter?"
      labelSize="s"
      form={form}
      inline
      small
      items={yesNo}
    />
    <Radios
      name="freeSchoolMeals"
      label="Eligible for free school meals?"
      labelSize="s"
      form={form}
      inline
      small
      items={yesNo}
    />
    <Radios
      name="youngCarer"
      label="Is the child a young carer?"
      labelSize="s"
      form={form}
      inline
      small
      items={yesNo}
    />
  </>
)
