import { z } from 'zod'
import { type Role, roleNames, roles } from '#domain/permissions.ts'
import {
  Button,
  Filter,
  Form,
  Layout,
  PageHeading,
  Pagination,
  Select,
  Table,
  TextInput,
} from '#govuk/index.ts'
import { publicPage } from '#platform/http/public-page.tsx'
import { GoTo } from '#platform/http/respond.tsx'
import { type DemonstrationPerson, demonstrationPeople } from './demonstration.query.ts'
import { placeAfterSignIn } from './next.ts'

const pageSize = 25
const Query = z.object({
  name: z.string().max(100).catch('').default(''),
  role: z.enum(roles).or(z.literal('')).catch('').default(''),
  organisation: z.string().max(100).catch('').default(''),
  next: z.string().max(500).catch('').default(''),
  page: z.coerce.number().int().min(1).catch(1).default(1),
})
type Query = z.infer<typeof Query>

/** The way in to a demonstration: choose whom to be. */
export const choosePersonPage = publicPage({
  path: '/sign-in',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  query: Query,
  async load(visitor) {
    if (visitor.me) throw new GoTo(placeAfterSignIn(visitor, visitor.query.next))
    const everyone = await visitor.inTransaction('demo', ({ tx }) => demonstrationPeople(tx))
    return { everyone, found: everyone.filter(matching(visitor.query)) }
  },
  view: ({ everyone, found }, { query }) => (
    <Layout title="Choose whom to be" wide>
      <PageHeading>Choose whom to be</PageHeading>
      <p class="govuk-body">
        This is a demonstration of Onroll with an invented county. Sign in as anybody: each role
        sees what its work needs, and no more. No password is asked.
      </p>
      <Filter
        title="Find a person"
        clearHref={query.name || query.role || query.organisation ? '/sign-in' : undefined}
        results={<People found={found} query={query} />}
      >
        <Fields everyone={everyone} query={query} />
      </Filter>
    </Layout>
  ),
})

const contains = (text: string, part: string) =>
  text.toLocaleLowerCase('en-GB').includes(part.trim().toLocaleLowerCase('en-GB'))

const matching =
  ({ name, role, organisation }: Query) =>
  (person: DemonstrationPerson) =>
    (contains(person.name, name) || contains(person.email, name)) &&
    (role === '' || person.role === role) &&
    contains(person.organisation, organisation)

function Fields({ everyone, query }: { everyone: readonly DemonstrationPerson[]; query: Query }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  const held = new Set<Role>(everyone.map(({ role }) => role))
  return (
    <>
      <Select
        form={form}
        name="role"
        label="Role"
        blank="Any role"
        items={roles
          .filter(role => held.has(role))
          .map(role => ({ value: role, text: roleNames[role] }))}
      />
      <TextInput form={form} name="organisation" label="Organisation" />
      <TextInput form={form} name="name" label="Name or email" />
      {query.next && <input type="hidden" name="next" value={query.next} />}
    </>
  )
}

function People({ found, query }: { found: readonly DemonstrationPerson[]; query: Query }) {
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(query.page, pages)
  return (
    <>
      <Table
        caption="People"
        captionHidden
        head={['Name', 'Role', 'Organisation', { children: 'Sign in' }]}
        empty="Nobody matches. Clear the filters to see everybody."
        rows={found.slice((page - 1) * pageSize, page * pageSize).map(person => [
          person.name,
          roleNames[person.role],
          person.organisation,
          <Form action="/demo/sign-in">
            <input type="hidden" name="email" value={person.email} />
            {query.next && <input type="hidden" name="next" value={query.next} />}
            <Button variant="secondary" classes="govuk-!-margin-bottom-0 onroll-no-break">
              Sign in <span class="govuk-visually-hidden">as {person.name}</span>
            </Button>
          </Form>,
        ])}
      />
      <Pagination
        page={page}
        pageSize={pageSize}
        total={found.length}
        things="people"
        href={to => `/sign-in?${new URLSearchParams({ ...query, page: String(to) })}`}
      />
    </>
  )
}
