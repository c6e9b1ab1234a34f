import { z } from 'zod'
import { roleNames } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, dayAnswers, optionalDay } from '#platform/forms.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { changeRole, endRole } from './change-role.ts'
import { roleSchema } from './invite.page.tsx'
import { rolesHeld } from './person.query.ts'
import { RoleFields } from './role-fields.tsx'
import { rolesToGive } from './roles-for.ts'

/** A role that may be changed: not ended, not one's own, and no data steward's by anybody else. */
async function heldRole({
  tx,
  me,
  params,
}: Pick<Visit, 'tx' | 'me'> & { params: { role: string } }) {
  const [held] = await rolesHeld(tx, me, { id: params.role })
  if (!held || held.state === 'ended') throw new NotFound()
  if (held.role === 'data-steward' && me.role !== 'data-steward') throw new NotFound()
  return { held, given: rolesToGive(held, me) }
}
type Model = Awaited<ReturnType<typeof heldRole>>

export const changeRolePage = formPage({
  path: '/administration/roles/:role/change',
  permission: 'person.administer',
  discloses: 'nothing personal',
  load: heldRole,
  schema: ({ given }: Model) =>
    z.object(roleSchema(given)).refine(({ from, to }) => !to || to >= from, {
      path: ['to'],
      error: 'The last day must not be before the first',
    }),
  initial: ({ held }) => ({
    role: held.role,
    administrator: held.administrator ? 'yes' : undefined,
    ...dayAnswers('from', held.validFrom),
    ...dayAnswers('to', held.validTo),
  }),
  version: ({ held }) => held.version,
  view: ({ held, given }, form) => (
    <Layout
      title="Change a role"
      form={form}
      before={<BackLink href={`/administration/people/${held.userId}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={`${held.name}, ${held.organisation}`}>Change a role</PageHeading>
        <p class="govuk-body">
          They are signed out everywhere, so that the change holds at once, and are told by email.
        </p>
        <Form version={held.version}>
          <RoleFields form={form} given={given} />
          <Button>Change the role</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { held }, answers) {
    requireRecentFactor(visit)
    await changeRole(visit, held, answers)
    visit.flash('The role is changed')
    return `/administration/people/${held.userId}`
  },
})

export const endRolePage = formPage({
  path: '/administration/roles/:role/end',
  permission: 'person.administer',
  discloses: 'nothing personal',
  load: heldRole,
  schema: z
    .object({
      when: choice(['now', 'later'], 'Choose when the role ends'),
      last: optionalDay('the last day'),
    })
    .refine(({ when, last }) => when === 'now' || last !== null, {
      path: ['last'],
      error: 'Enter the last day',
    }),
  initial: ({ held }) => dayAnswers('last', held.validTo),
  version: ({ held }) => held.version,
  view: ({ held }, form) => (
    <Layout
      title="End a role"
      form={form}
      before={<BackLink href={`/administration/people/${held.userId}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={`${held.name}, ${held.organisation}`}>
          End the role of {roleNames[held.role].toLowerCase()}
        </PageHeading>
        <Form version={held.version}>
          <Radios
            form={form}
            name="when"
            label="When does it end?"
            items={[
              { value: 'now', label: 'Now', hint: 'They are signed out at once' },
              {
                value: 'later',
                label: 'After a last day',
                conditional: <DateInput form={form} name="last" label="Last day" />,
              },
            ]}
          />
          <p class="govuk-body">They are told by email. What they wrote stays, with their name.</p>
          <Button variant="warning">End the role</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { held }, { when, last }) {
    requireRecentFactor(visit)
    await endRole(visit, held, when === 'now' || !last ? 'now' : last)
    visit.flash(when === 'now' ? 'The role has ended' : 'The role has a last day')
    return `/administration/people/${held.userId}`
  },
})
