import { may } from '#domain/permissions.ts'
import {
  ActionBar,
  Button,
  DownloadList,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  Select,
  SubNavigation,
  TextInput,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { routes } from '../route.ts'
import { filterTags, hrefOf, listQuery, tabKeys } from './list-address.ts'
import { ListTable, NoReferrals } from './list-table.tsx'
import { type ListedReferral, pageSize, referralList, tabCounts, tabs } from './referrals.query.ts'

const listed = (rows: readonly ListedReferral[]) =>
  rows.length === 0
    ? []
    : ({
        event: 'referral.listed',
        subjectKind: 'referrals',
        detail: { count: rows.length },
      } as const)

/** All referrals that the reader may see, by what is to be done with them. */
export const referralsPage = page({
  path: '/referrals',
  permission: 'referral.read',
  query: listQuery,
  load: async ({ tx, me, query: filter }) => ({
    rows: await referralList(tx, me, filter, filter.page),
    counts: await tabCounts(tx, me),
    filter,
  }),
  discloses: ({ rows }) => listed(rows),
  view: ({ rows, counts, filter }, { me }) => {
    const total = Number(rows[0]?.total ?? 0)
    const writes = may(me, 'referral.write') && me.organisationKind === 'school'
    const shown = tabKeys.filter(tab => tab !== 'drafts' || writes || counts.drafts > 0)
    return (
      <Layout title="Referrals" wide>
        <ActionBar actions={writes && <Button href="/referrals/new">Refer a child</Button>}>
          <PageHeading>Referrals</PageHeading>
        </ActionBar>
        <SubNavigation
          label="Referrals"
          items={shown.map(tab => ({
            text: `${tabs[tab]} (${counts[tab]})`,
            href: hrefOf(filter, { tab }),
            active: tab === filter.tab,
          }))}
        />
        <Filter
          action="/referrals"
          clearHref={hrefOf(listQuery.parse({ tab: filter.tab }))}
          tags={filterTags(filter)}
          results={
            rows.length === 0 ? (
              <NoReferrals filter={filter} writes={writes} />
            ) : (
              <>
                <ListTable rows={rows} filter={filter} />
                <Pagination
                  page={filter.page}
                  pageSize={pageSize}
                  total={total}
                  things="referrals"
                  href={page => hrefOf(filter, { page })}
                />
                <DownloadList href={hrefOf(filter, {}, '/referrals/export')} />
              </>
            )
          }
        >
          <input type="hidden" name="tab" value={filter.tab} />
          <TextInput
            name="search"
            form={{ values: { search: filter.search }, errors: {} }}
            label="Name or reference"
          />
          <Select
            name="route"
            form={{ values: { route: filter.route }, errors: {} }}
            label="Route"
            items={{ '': 'Any', ...routes }}
          />
        </Filter>
      </Layout>
    )
  },
})
