import { shortDayInWords as dayInWords, momentInWords } from '#domain/london-time.ts'
import { roleNames, roles } from '#domain/permissions.ts'
import {
  ActionBar,
  BackLink,
  Button,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  Select,
  SortableTable,
  Tag,
  TextInput,
  type Tone,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { PeopleQuery, type PersonRow, pageSize, peopleAdministered } from './people.query.ts'

export const stateNames: Record<PersonRow['state'], readonly [words: string, tone: Tone]> = {
  active: ['Active', 'green'],
  invited: ['Has not signed in yet', 'yellow'],
  'to come': ['Not begun', 'turquoise'],
  'not used': ['Closed, not used for 90 days', 'orange'],
  ended: ['Ended', 'grey'],
}

const address = (query: PeopleQuery, change: Partial<PeopleQuery> = {}) => {
  const all = Object.entries({ ...query, page: 1, ...change }).map(([name, value]) => [
    name,
    String(value),
  ])
  return `/administration/people?${new URLSearchParams(all.filter(([, value]) => value !== ''))}`
}

/** Who may sign in, as what, and since when: kept by each organisation's own administrators. */
export const peoplePage = page({
  path: '/administration/people',
  permission: 'person.administer',
  discloses: 'nothing personal',
  query: PeopleQuery,
  load: ({ tx, me, query }) => peopleAdministered(tx, me, query),
  view: (people, { me, query }) => (
    <Layout
      title="People and roles"
      wide
      before={<BackLink href="/administration">Administration</BackLink>}
    >
      <ActionBar actions={<Button href="/administration/people/invite">Invite a person</Button>}>
        <PageHeading {...(me.role === 'data-steward' ? {} : { caption: me.organisationName })}>
          People and roles
        </PageHeading>
      </ActionBar>
      <Filter
        clearHref="/administration/people"
        results={
          <Results
            people={people}
            query={query}
            steward={me.role === 'data-steward'}
            myself={me.userId}
          />
        }
      >
        <Fields query={query} steward={me.role === 'data-steward'} />
      </Filter>
    </Layout>
  ),
})

function Fields({ query, steward }: { query: PeopleQuery; steward: boolean }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      <TextInput form={form} name="find" label="Name or email" type="search" />
      <Select
        form={form}
        name="role"
        label="Role"
        blank="Any role"
        items={roles.map(role => ({ value: role, text: roleNames[role] }))}
      />
      {steward && <TextInput form={form} name="organisation" label="Organisation" />}
      <Select
        form={form}
        name="state"
        label="State"
        blank="Any state"
        items={Object.entries(stateNames).map(([value, [text]]) => ({ value, text }))}
      />
    </>
  )
}

function Results({
  people,
  query,
  steward,
  myself,
}: {
  people: readonly PersonRow[]
  /** Nobody administers their own account. */
  myself: string
  query: PeopleQuery
  steward: boolean
}) {
  return (
    <>
      <SortableTable
        caption="People"
        captionHidden
        columns={[
          { key: 'name', text: 'Name' },
          { key: 'role', text: 'Role' },
          ...(steward ? [{ key: 'organisation' as const, text: 'Organisation' }] : []),
          { text: 'From and until' },
          { key: 'signedIn', text: 'Last signed in', first: 'descending' },
          { text: 'State' },
        ]}
        sort={{ key: query.sort, direction: query.direction }}
        href={({ key, direction }) => address(query, { sort: key, direction })}
        empty="Nobody matches."
        rows={people.map(person => [
          <>
            {person.userId === myself ? (
              `${person.name} (you)`
            ) : (
              <a class="govuk-link" href={`/administration/people/${person.userId}`}>
                {person.name}
              </a>
            )}
            <br />
            <span class="onroll-anywhere">{person.email}</span>
          </>,
          `${roleNames[person.role]}${person.administrator ? ', administrator' : ''}`,
          ...(steward ? [person.organisation] : []),
          `${dayInWords(person.validFrom)}${person.validTo ? ` to ${dayInWords(person.validTo)}` : ''}`,
          person.lastSignedInAt ? momentInWords(person.lastSignedInAt) : 'Never',
          <Tag tone={stateNames[person.state][1]}>{stateNames[person.state][0]}</Tag>,
        ])}
      />
      <Pagination
        page={query.page}
        pageSize={pageSize}
        total={people[0]?.total ?? 0}
        things="people"
        href={to => address(query, { page: to })}
      />
    </>
  )
}
