import { writeReference } from '#domain/reference.ts'
import {
  DownloadList,
  EmptyState,
  Filter,
  Layout,
  NumericData,
  PageHeading,
  Pagination,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { AssuranceNavigation } from '../list/navigation.tsx'
import { hrefOf, inList, listQuery, pageSize } from './list.ts'
import { Narrowing, tagsOf } from './narrowing.tsx'
import { otherAuthoritiesChildren } from './others.query.ts'
import { type Watched, watch } from './watch.ts'
import { WatchTable } from './watch-table.tsx'
import { watched } from './watched.query.ts'

/** Every looked-after child of this authority at alternative provision, with what is missing first. */
export const watchListPage = page({
  path: '/watch-list',
  permission: 'watch-list.read',
  query: listQuery,
  async load({ tx, today, query }) {
    const all = (await watched(tx, today)).map(row => watch(row, today))
    const listed = inList(all, query)
    const others = await otherAuthoritiesChildren(tx)
    return {
      all,
      listed,
      shown: listed.slice((query.page - 1) * pageSize, query.page * pageSize),
      others: others.reduce((sum, { children }) => sum + children, 0),
    }
  },
  discloses: ({ shown }) => listedEntries(shown),
  view: ({ all, listed, shown, others }, { query, me, today }) => (
    <Layout title="Watch-list" wide>
      <PageHeading>Looked-after children at alternative provision</PageHeading>
      <AssuranceNavigation me={me} />
      <NumericData
        items={[
          { number: new Set(all.map(({ row }) => row.child_id)).size, label: 'Children' },
          {
            number: all.filter(({ missing }) => missing.length > 0).length,
            label: 'Placements with something missing',
            href: hrefOf({ show: 'missing' }),
          },
          {
            number: all.filter(({ missing }) => missing.includes('Questionnaire overdue')).length,
            label: 'Questionnaires overdue',
            href: hrefOf({ show: 'overdue' }),
          },
          {
            number: others,
            label: 'Children of other authorities',
            href: '/watch-list/other-authorities',
          },
        ]}
      />
      <Filter
        action="/watch-list"
        clearHref="/watch-list"
        tags={tagsOf(all, query)}
        results={
          listed.length === 0 ? (
            <EmptyState title="No child fits">
              A child appears here by itself as soon as this authority looks after the child and a
              placement is accepted or live.
            </EmptyState>
          ) : (
            <>
              <WatchTable rows={shown} query={query} today={today} />
              <Pagination
                page={query.page}
                pageSize={pageSize}
                total={listed.length}
                things="placements"
                href={number => hrefOf(query, { page: number })}
              />
              <DownloadList href={hrefOf(query, {}, '/watch-list/export')} />
            </>
          )
        }
      >
        <Narrowing all={all} query={query} />
      </Filter>
    </Layout>
  ),
})

/** Whoever's name was shown is remembered, so that a child's record says who has looked. */
const listedEntries = (rows: readonly Watched[]) =>
  [...new Set(rows.map(({ row }) => row.child_id))].map(childId => ({
    event: 'watch-list.viewed' as const,
    subjectKind: 'watch-list',
    subjectId: childId,
    childId,
    detail: { in: 'list' },
  }))

export const childReference = ({ row }: Watched) => writeReference('child', row.child_reference)
