import { type Role, roleNames } from '#domain/permissions.ts'
import { Checkboxes, DateInput, type FormState, Radios } from '#govuk/index.ts'
import { roleHints } from './roles-for.ts'

/** What somebody may do, and from when until when. */
export const RoleFields = ({ form, given }: { form: FormState; given: readonly Role[] }) => (
  <>
    <Radios
      form={form}
      name="role"
      label="Role"
      items={given.map(role => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
    />
    <Checkboxes
      form={form}
      name="administrator"
      label="Administration"
      items={[
        {
          value: 'yes',
          label: 'Also an administrator',
          hint: 'Invites people of this organisation, and changes and ends their roles. It is good to have two.',
        },
      ]}
    />
    <DateInput form={form} name="from" label="First day" />
    <DateInput
      form={form}
      name="to"
      label="Last day (optional)"
      hint="For a fixed term, or when somebody is known to leave."
    />
  </>
)
