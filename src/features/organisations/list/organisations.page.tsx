import type { IsoDate } from '#domain/dates.ts'
import { may } from '#domain/permissions.ts'
import {
  ActionBar,
  Button,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  SortableTable,
  SubNavigation,
} from '#govuk/index.ts'
import { rowsOfPage, sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { organisationKinds, runsTheAuthority } from '../organisation.ts'
import { ListFields, listTags } from './list-filter.tsx'
import { isFiltered, ListQuery, listHref } from './list-query.ts'
import { cellsOf, listColumns } from './organisation-rows.tsx'
import { type ListedOrganisation, listChoices, organisations } from './organisations.query.ts'

const size = 25

export const organisationsPage = page({
  path: '/organisations',
  permission: 'organisation.read',
  discloses: 'nothing personal',
  query: ListQuery,
  load: async ({ tx, me, today, query }) => {
    const pageOf = (page: number) => organisations(tx, query, today, rowsOfPage({ page }, size))
    const [rows, choices] = await Promise.all([pageOf(query.page), listChoices(tx)])
    // A page that the list has no longer: its first one instead.
    const beyond = rows.length === 0 && query.page > 1
    return beyond
      ? { me, today, query: { ...query, page: 1 }, rows: await pageOf(1), choices }
      : { me, today, query, rows, choices }
  },
  view: ({ me, today, query, rows, choices }) => (
    <Layout title={organisationKinds[query.kind]}>
      <ActionBar actions={<Actions me={me} query={query} />}>
        <PageHeading caption="Organisations">{organisationKinds[query.kind]}</PageHeading>
      </ActionBar>
      <SubNavigation
        label="Kinds of organisation"
        items={Object.entries(organisationKinds).map(([kind, text]) => ({
          text,
          href: kind === 'school' ? '/organisations' : `/organisations?kind=${kind}`,
          active: kind === query.kind,
        }))}
      />
      <Filter
        action="/organisations"
        tags={listTags(query, choices)}
        clearHref={isFiltered(query) ? listHref({ ...blank, kind: query.kind }) : undefined}
        results={<Results query={query} rows={rows} today={today} />}
      >
        <ListFields query={query} choices={choices} />
      </Filter>
    </Layout>
  ),
})

const blank = ListQuery.parse({})
const Results = ({
  query,
  rows,
  today,
}: {
  query: ListQuery
  rows: readonly ListedOrganisation[]
  today: IsoDate
}) => (
  <>
    <SortableTable
      caption={organisationKinds[query.kind]}
      captionHidden
      columns={listColumns[query.kind]}
      sort={sortOf(query)}
      href={({ key, direction }) => listHref(query, { sort: key, direction })}
      rows={rows.map(row => cellsOf(row, today))}
      empty={
        isFiltered(query)
          ? 'Nothing matches. Clear the filters to see all.'
          : nothingYet[query.kind]
      }
    />
    <Pagination
      page={query.page}
      pageSize={size}
      total={Number(rows[0]?.total ?? 0)}
      things={organisationKinds[query.kind].toLowerCase()}
      href={page => listHref(query, { page })}
    />
  </>
)

const nothingYet: Record<ListQuery['kind'], string> = {
  school: 'There are no schools yet. The authority imports them from the national register.',
  partnership: 'There are no partnerships yet. The authority adds them.',
  provider: 'There are no providers yet.',
  team: 'There are no teams yet. The authority adds Admissions, SENA and the Virtual School.',
}

function Actions({ me, query }: { me: Me; query: ListQuery }) {
  const { kind } = query
  const runs = runsTheAuthority(me)
  return (
    <>
      {kind === 'school' && runs && (
        <Button href="/administration/schools/import">Import schools</Button>
      )}
      {kind === 'partnership' && runs && (
        <Button href="/organisations/partnerships/add">Add a partnership</Button>
      )}
      {kind === 'team' && runs && <Button href="/organisations/teams/add">Add a team</Button>}
      {kind === 'provider' && may(me, 'provider.add') && (
        <Button href="/organisations/providers/add">Add a provider</Button>
      )}{' '}
      <Button href={listHref(query, {}, '/organisations/export')} variant="secondary">
        Download as CSV
      </Button>
    </>
  )
}
