import { Button, Checkboxes, Details, type FormState, TextInput, TwoThirds } from '#govuk/index.ts'
import type { Chooser } from './choice.ts'
import { type SchoolKind, schoolKinds } from './school-kind.ts'

/** Which schools to take: asked as an address, so that a preview can be gone back to. */
export function Choose({ action, chooser }: { action: string; chooser: Chooser }) {
  const { choice, authorities } = chooser
  const form: FormState = {
    values: { authority: choice.authorities, kind: choice.kinds },
    errors: {},
  }
  const named = authorities.filter(({ number }) => choice.authorities.includes(number))
  return (
    <Details
      summary="Which schools to take"
      open={choice.authorities.length === 0 || choice.kinds.length === 0 || named.length === 0}
    >
      <p class="govuk-body">
        Schools that are here already are compared with the file whatever is chosen. The choice says
        which others are added.
      </p>
      <form method="get" action={action}>
        <TwoThirds>
          <Checkboxes
            form={form}
            name="kind"
            label="Kinds of school"
            items={Object.entries(schoolKinds).map(([value, label]) => ({
              value: value as SchoolKind,
              label,
            }))}
          />
          <AuthorityChoice form={form} chooser={chooser} />
          <Button variant="secondary">Compare again</Button>
        </TwoThirds>
      </form>
    </Details>
  )
}

/** Ticked boxes while there are few; the file of all England has 150. */
const AuthorityChoice = ({ form, chooser }: { form: FormState; chooser: Chooser }) => {
  const { authorities, choice } = chooser
  if (authorities.length > 12)
    return (
      <TextInput
        form={{ values: { authority: choice.authorities.join(', ') }, errors: {} }}
        name="authority"
        label="Numbers of authorities"
        hint={`For example 855, 856. The file has schools of ${authorities.length} authorities.`}
        width="20"
      />
    )
  return (
    <Checkboxes
      form={form}
      name="authority"
      label="Authorities"
      items={authorities.map(({ number, name, schools }) => ({
        value: number,
        label: `${name} (${number})`,
        hint: `${schools} in the file`,
      }))}
    />
  )
}
