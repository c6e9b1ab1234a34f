import { z } from 'zod'
import { shortDayInWords } from '#domain/london-time.ts'
import { Button, InsetText, Table, Tag } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { ProviderLayout } from '../provider-layout.tsx'
import { openPeople, type Person, peopleViewed } from './people.query.ts'
import { checkKinds, maskedNumber, personRoles, trainerWords } from './person.ts'

/** Who works at a provider, with their training and checks. */
export const peoplePage = page({
  path: '/providers/:provider/people',
  permission: 'provider.people',
  query: z.object({ left: z.enum(['yes']).optional().catch(undefined) }),
  load: async visit => ({
    ...(await openPeople(visit)),
    today: visit.today,
    withLeft: visit.query.left === 'yes',
  }),
  discloses: peopleViewed,
  view: ({ provider, me, own, people, today, withLeft }) => {
    const shown = people.filter(({ to_on }) => withLeft || to_on === null || to_on >= today)
    return (
      <ProviderLayout
        provider={provider}
        me={me}
        title="Staff"
        part="/people"
        actions={own && <Button href={`/providers/${provider.id}/people/add`}>Add a person</Button>}
      >
        <InsetText>
          {own
            ? 'Your record is read by you, and by quality assurance when it has confirmed who it is. Commissioners read the names and contacts of your safeguarding leads, and how many people are trained.'
            : 'That you read this is remembered.'}{' '}
          Of a check’s number only the last three characters are kept.
        </InsetText>
        <Table
          caption={withLeft ? 'Everybody, with those who left' : 'Everybody who works here now'}
          firstCellIsHeader
          head={['Name', 'Role', 'Check', 'Safeguarding training', ...(own ? ['Change'] : [])]}
          empty="Nobody is recorded."
          rows={shown.map(person => [
            <>
              {person.name}
              {person.to_on && person.to_on < today && (
                <>
                  {' '}
                  <Tag tone="grey">Left {shortDayInWords(person.to_on)}</Tag>
                </>
              )}
            </>,
            <Role person={person} />,
            <Check person={person} />,
            <Trainings person={person} />,
            ...(own
              ? [
                  <>
                    <a class="govuk-link" href={`/providers/${provider.id}/people/${person.id}`}>
                      Change<span class="govuk-visually-hidden"> {person.name}</span>
                    </a>
                    <br />
                    <a
                      class="govuk-link"
                      href={`/providers/${provider.id}/people/${person.id}/training`}
                    >
                      Add training<span class="govuk-visually-hidden"> of {person.name}</span>
                    </a>
                  </>,
                ]
              : []),
          ])}
        />
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/providers/${provider.id}/people${withLeft ? '' : '?left=yes'}`}
          >
            {withLeft ? 'Leave out who left' : 'Show also who left'}
          </a>
        </p>
      </ProviderLayout>
    )
  },
})

const Role = ({ person }: { person: Person }) => (
  <>
    {personRoles[person.role]}
    {person.in_senior_leadership && ', in the senior team'}
    {person.works_as && <div>{person.works_as}</div>}
    {person.first_aider && <div>First-aider</div>}
  </>
)

const Check = ({ person }: { person: Person }) => (
  <>
    {person.check_kind && person.checked_on
      ? `${checkKinds[person.check_kind]}, ${shortDayInWords(person.checked_on)}`
      : 'None recorded'}
    {person.check_kind && <div>{maskedNumber(person.check_number_end)}</div>}
    {person.update_service && <div>On the update service</div>}
    {person.references_seen_on && (
      <div>References seen {shortDayInWords(person.references_seen_on)}</div>
    )}
    {person.right_to_work_seen_on && (
      <div>Right to work seen {shortDayInWords(person.right_to_work_seen_on)}</div>
    )}
    {person.qualifications_seen_on && (
      <div>Qualifications seen {shortDayInWords(person.qualifications_seen_on)}</div>
    )}
  </>
)

const Trainings = ({ person: { trainings } }: { person: Person }) => {
  const [last] = trainings
  if (!last) return <Tag tone="red">Never trained</Tag>
  return (
    <>
      {shortDayInWords(last.trained_on)}, {trainerWords[last.trainer].toLowerCase()}
      {last.course && <div>{last.course}</div>}
      {trainings.length > 1 && <div>{trainings.length} in all</div>}
    </>
  )
}
