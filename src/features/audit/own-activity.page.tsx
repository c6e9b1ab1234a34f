import { BackLink, Layout, PageHeading } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { EntriesTable, OlderAndNewer } from './audit.page.tsx'
import { EntriesQuery, entries, pageSize } from './entries.query.ts'

const title = 'What you did'

/** Everybody may see what is remembered of them. */
export const ownActivityPage = page({
  path: '/account/activity',
  permission: 'account.own',
  discloses: 'nothing personal',
  query: EntriesQuery.pick({ before: true }),
  load: ({ tx, me, query }) =>
    entries(tx, EntriesQuery.parse({ before: query.before }), { only: me.userId }),
  view: (found, { query }) => (
    <Layout title={title} before={<BackLink href="/account" />}>
      <PageHeading>{title}</PageHeading>
      <p class="govuk-body">
        Onroll remembers which records you opened and what you changed, in every role of yours. The
        data steward and the data protection officer can see it too. If there is something here that
        you did not do, change your password and tell them.
      </p>
      <EntriesTable found={found.slice(0, pageSize)} />
      <OlderAndNewer
        path="/account/activity"
        found={found}
        query={EntriesQuery.parse({ before: query.before })}
      />
    </Layout>
  ),
})
