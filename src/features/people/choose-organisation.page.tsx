import { z } from 'zod'
import { BackLink, Button, Layout, PageHeading, Table, TextInput, TwoThirds } from '#govuk/index.ts'
import { containing } from '#platform/database/like.ts'
import { page } from '#platform/http/page.tsx'
import { GoTo } from '#platform/http/respond.tsx'

const kindNames = {
  authority: 'Local authority',
  team: 'Team of the authority',
  partnership: 'Partnership',
  school: 'School',
  provider: 'Provider',
}
const title = 'Invite a person: where to?'

/** A data steward invites to any organisation; an administrator to their own, and is sent straight there. */
export const chooseOrganisationPage = page({
  path: '/administration/people/invite',
  permission: 'person.administer',
  discloses: 'nothing personal',
  query: z.object({ find: z.string().max(100).catch('').default('') }),
  async load({ tx, me, query }) {
    if (me.role !== 'data-steward')
      throw new GoTo(`/administration/people/invite/${me.organisationId}`)
    return tx
      .selectFrom('organisation')
      .select(['id', 'name', 'kind'])
      .where('closed_on', 'is', null)
      .where('name', 'ilike', containing(query.find.trim()))
      .orderBy('kind')
      .orderBy('name')
      .limit(100)
      .execute()
  },
  view: (organisations, { query }) => (
    <Layout title={title} before={<BackLink href="/administration/people" />}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <form method="get">
          <TextInput
            form={{ values: query, errors: {} }}
            name="find"
            label="Organisation"
            type="search"
          />
          <Button variant="secondary">Find</Button>
        </form>
        <Table
          caption="Organisations"
          captionHidden
          head={['Name', 'Kind']}
          empty="No organisation has that in its name."
          rows={organisations.map(({ id, name, kind }) => [
            <a class="govuk-link" href={`/administration/people/invite/${id}`}>
              {name}
            </a>,
            kindNames[kind],
          ])}
        />
        {organisations.length === 100 && (
          <p class="govuk-body">These are the first 100. Type part of the name to find others.</p>
        )}
      </TwoThirds>
    </Layout>
  ),
})
