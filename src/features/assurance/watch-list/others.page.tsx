import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { IsoDate } from '#domain/dates.ts'
import { BackLink, Layout, PageHeading, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { AssuranceNavigation } from '../list/navigation.tsx'
import { otherAuthoritiesChildren } from './others.query.ts'

/** Children whom other authorities look after: counted by school and provider, and named to nobody here. */
export const otherAuthoritiesPage = page({
  path: '/watch-list/other-authorities',
  permission: 'watch-list.read',
  discloses: 'nothing personal',
  load: async ({ tx, today }) => ({ rows: await otherAuthoritiesChildren(tx), today }),
  view: ({ rows, today }, { me }) => (
    <Layout
      title="Children of other authorities"
      before={<BackLink href="/watch-list">Watch-list</BackLink>}
    >
      <PageHeading>Children whom other authorities look after</PageHeading>
      <AssuranceNavigation me={me} />
      <p class="govuk-body">
        They are counted, not named: their own authority’s Virtual School answers for them, and no
        questionnaire is owed here. The last column says for how many it is recorded how to reach
        it.
      </p>
      <Table
        caption="Children by school and provider"
        captionHidden
        head={[
          'School of roll',
          'Provider',
          'Commissioner',
          'Looked after by',
          'Children',
          'Contact recorded',
        ]}
        rows={rows.map(row => [
          row.school ?? 'None',
          row.provider,
          row.commissioner,
          authorityName(row.authority, today),
          row.children,
          `${row.withContacts} of ${row.children}`,
        ])}
        empty="No child of another authority is at provision that is bought here."
      />
    </Layout>
  ),
})

const authorityName = (key: string | null, today: IsoDate) =>
  key === null
    ? 'Not recorded'
    : (localAuthorities.on(today).find(each => each.key === key)?.name ?? key)
