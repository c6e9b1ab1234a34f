import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { roleNames } from '#domain/permissions.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryCard,
  SummaryList,
  TwoThirds,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { type HeldRole, type PersonAdministered, personAdministered } from './person.query.ts'

/** One person: what they may do, whether they have accepted, and what an administrator can do about it. */
export const personPage = page({
  path: '/administration/people/:person',
  permission: 'person.administer',
  discloses: 'nothing personal',
  load: ({ tx, me, params }) => personAdministered(tx, me, params.person),
  view: (person, { me }) => (
    <Layout title={person.name} before={<BackLink href="/administration/people" />}>
      <TwoThirds>
        <PageHeading>{person.name}</PageHeading>
        <SummaryList
          rows={[
            {
              key: 'Name',
              value: person.name,
              actions: [
                {
                  href: `/administration/people/${person.id}/name`,
                  children: 'Change',
                  visuallyHiddenText: 'name',
                },
              ],
            },
            { key: 'Email address', value: person.email },
            person.ended_at !== null && {
              key: 'Account closed',
              value: `${momentInWords(person.ended_at)}${person.ended_because === 'not used' ? ', because nobody had signed in for 90 days' : ''}`,
            },
            {
              key: 'Last signed in',
              value: person.last_signed_in_at ? momentInWords(person.last_signed_in_at) : 'Never',
            },
            { key: 'Account made', value: momentInWords(person.created_at) },
          ]}
        />
        <Waiting person={person} />
        <h2 class="govuk-heading-m">Roles</h2>
        {person.roles.map(held => (
          <RoleCard held={held} mine={me} />
        ))}
        <h2 class="govuk-heading-m">Access</h2>
        <Access person={person} me={me} />
      </TwoThirds>
    </Layout>
  ),
})

const RoleCard = ({ held, mine }: { held: HeldRole; mine: Me }) => {
  const changeable =
    held.state !== 'ended' && (held.role !== 'data-steward' || mine.role === 'data-steward')
  const at = `/administration/roles/${held.id}`
  const what = `${roleNames[held.role]} at ${held.organisation}`
  return (
    <SummaryCard
      title={roleNames[held.role]}
      actions={
        changeable
          ? [
              { href: `${at}/change`, children: 'Change', visuallyHiddenText: what },
              { href: `${at}/end`, children: 'End', visuallyHiddenText: what },
            ]
          : []
      }
    >
      <SummaryList
        rows={[
          { key: 'Organisation', value: held.organisation },
          { key: 'Administrator', value: held.administrator ? 'Yes' : 'No' },
          { key: 'First day', value: dayInWords(held.validFrom) },
          {
            key: 'Last day',
            value: held.validTo
              ? `${dayInWords(held.validTo)}${held.state === 'ended' ? ' (ended)' : ''}`
              : 'None set',
          },
          held.givenBy !== null && { key: 'Given by', value: held.givenBy },
        ]}
      />
    </SummaryCard>
  )
}

const Waiting = ({ person }: { person: PersonAdministered }) =>
  person.invitation ? (
    <>
      <InsetText>
        Invited on {momentInWords(person.invitation.created_at)}. The link works until{' '}
        {momentInWords(person.invitation.expires_at)}, and has not been used.
      </InsetText>
      <ButtonGroup>
        <InviteAgain person={person} />
        <Form action={`/administration/people/${person.id}/withdraw-invitation`}>
          <Button variant="warning">Withdraw the invitation</Button>
        </Form>
      </ButtonGroup>
    </>
  ) : person.last_signed_in_at ? null : (
    <>
      <InsetText>This person has never signed in, and has no invitation that works.</InsetText>
      <InviteAgain person={person} />
    </>
  )

const InviteAgain = ({ person }: { person: PersonAdministered }) => (
  <Form action={`/administration/people/${person.id}/invite-again`}>
    <Button variant="secondary">Send a new invitation</Button>
  </Form>
)

const Access = ({ person, me }: { person: PersonAdministered; me: Me }) => (
  <>
    {person.reset && <OpenReset person={person} reset={person.reset} me={me} />}
    <ButtonGroup>
      <Form action={`/administration/people/${person.id}/end-sessions`}>
        <Button variant="secondary">Sign this person out everywhere</Button>
      </Form>
      {!person.reset && (
        <Button
          variant="secondary"
          href={`/administration/people/${person.id}/remove-second-factor`}
        >
          Remove the second factor
        </Button>
      )}
      {me.role === 'data-steward' && (
        <Button variant="secondary" href={`/administration/people/${person.id}/account`}>
          {person.ended_at ? 'Open the account again' : 'Close the account'}
        </Button>
      )}
    </ButtonGroup>
  </>
)

const OpenReset = ({
  person,
  reset,
  me,
}: {
  person: PersonAdministered
  reset: NonNullable<PersonAdministered['reset']>
  me: Me
}) => (
  <>
    <InsetText>
      {reset.askedByName} asked on {momentInWords(reset.asked_at)} to remove the second factor: “
      {reset.reason}”.{' '}
      {reset.due_at
        ? `It is confirmed, and done on ${momentInWords(reset.due_at)} unless the person objects.`
        : reset.asked_by === me.userId
          ? 'Another administrator, or the data steward, has to confirm it.'
          : 'Confirm only if you know yourself that it is this person who asks: speak to them.'}{' '}
      {!reset.due_at &&
        (reset.waits
          ? 'It is then removed after 24 hours, unless the person objects.'
          : 'It is then removed at once.')}
    </InsetText>
    <ButtonGroup>
      {reset.asked_by !== me.userId && !reset.due_at && (
        <Form action={`/administration/people/${person.id}/confirm-second-factor-removal`}>
          <Button variant="warning">Confirm the removal</Button>
        </Form>
      )}
      <Form action={`/administration/people/${person.id}/cancel-second-factor-removal`}>
        <Button variant="secondary">Do not remove it</Button>
      </Form>
    </ButtonGroup>
  </>
)
