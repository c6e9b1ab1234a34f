import { z } from 'zod'
import { asEmailAddress, whyNotEmailAddress } from '#domain/email-address.ts'
import type { Role } from '#domain/permissions.ts'
import { asPersonName, whyNotPersonName } from '#domain/person-name.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { day, dayAnswers, judged, optionalDay, ticked } from '#platform/forms.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { invitePerson } from './invite-person.ts'
import { RoleFields } from './role-fields.tsx'
import { rolesToGive } from './roles-for.ts'

/** What is asked about a role, for the roles that may be given there. */
export const roleSchema = (given: readonly Role[]) => ({
  role: z.enum(given as [Role, ...Role[]], 'Choose a role'),
  administrator: ticked(),
  from: day('the first day'),
  to: optionalDay('the last day'),
})

export const invitePage = formPage({
  path: '/administration/people/invite/:organisation',
  permission: 'person.administer',
  discloses: 'nothing personal',
  load: organisationToInviteTo,
  schema: ({ given }: { given: readonly Role[] }) =>
    z
      .object({
        name: judged(whyNotPersonName, asPersonName),
        email: judged(whyNotEmailAddress, asEmailAddress),
        ...roleSchema(given),
      })
      .refine(({ from, to }) => !to || to >= from, {
        path: ['to'],
        error: 'The last day must not be before the first',
      }),
  initial: ({ today }) => dayAnswers('from', today),
  view: ({ organisation, given }, form, { me }) => (
    <Layout
      title="Invite a person"
      form={form}
      before={
        <BackLink
          href={
            me.role === 'data-steward' ? '/administration/people/invite' : '/administration/people'
          }
        />
      }
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={organisation.name}>Invite a person</PageHeading>
        <p class="govuk-body">
          They get an email with a link, with which they choose a password. It works for seven days.
        </p>
        <InviteForm form={form} given={given} />
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { organisation }, answers) {
    requireRecentFactor(visit)
    const { userId } = await invitePerson(visit, visit.site.secret, {
      organisationId: organisation.id,
      ...answers,
    })
    visit.flash(`${answers.name} is invited`)
    return `/administration/people/${userId}`
  },
})

const InviteForm = ({ form, given }: { form: FormState; given: readonly Role[] }) => (
  <Form>
    <TextInput form={form} name="name" label="Full name" autocomplete="off" spellcheck={false} />
    <TextInput
      form={form}
      name="email"
      label="Work email address"
      hint="Their own, not a shared mailbox: everybody signs in as themselves."
      type="email"
      autocomplete="off"
      spellcheck={false}
    />
    <RoleFields form={form} given={given} />
    <Button preventDoubleClick>Send the invitation</Button>
  </Form>
)

async function organisationToInviteTo({
  tx,
  me,
  params,
  today,
}: Visit<'/administration/people/invite/:organisation'>) {
  const organisation = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'team', 'closed_on'])
    .where('id', '=', params.organisation)
    .executeTakeFirst()
  const mine = me.role === 'data-steward' || organisation?.id === me.organisationId
  if (!organisation || !mine) throw new NotFound()
  const given = rolesToGive(organisation, me)
  if (given.length === 0) throw new NotFound()
  return { organisation, given, today }
}
