import type { IsoDate } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  DownloadList,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  SortableTable,
  SubNavigation,
  Tag,
  TextInput,
} from '#govuk/index.ts'
import { mostInAFile } from '#platform/http/csv-file.ts'
import { rowsOfPage, sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { listsOfMoves } from '../../lists.ts'
import { purposes } from '../direction.ts'
import { DirectionTag } from '../direction-layout.tsx'
import { type Listed, ListQuery, listedDirections, listHref, tabs } from './list.query.ts'

const size = 25

/** Every direction that the reader may see, the one with the next review first: a school’s own, drafts too. */
export const directionListPage = page({
  path: '/directions',
  permission: 'direction.read',
  query: ListQuery,
  load: async ({ tx, query }) => ({
    query,
    rows: await listedDirections(tx, query, rowsOfPage(query, size)),
  }),
  discloses: ({ rows }) =>
    rows.length === 0
      ? []
      : { event: 'direction.listed', subjectKind: 'direction', detail: { count: rows.length } },
  view: ({ query, rows }, { me, today }) => (
    <Layout title="Off-site directions" wide>
      <PageHeading>Off-site directions</PageHeading>
      <SubNavigation
        label="Off-site directions"
        items={[
          ...(Object.keys(tabs) as (keyof typeof tabs)[])
            .filter(tab => tab !== 'draft' || may(me, 'direction.write'))
            .map(tab => ({
              text: tabs[tab],
              href: listHref(query, { tab }),
              active: tab === query.tab,
            })),
          ...listsOfMoves(me, '/directions'),
        ]}
      />
      <Filter
        action="/directions"
        clearHref={query.q ? listHref(query, { q: '' }) : undefined}
        tags={
          query.q
            ? [
                {
                  label: 'Child or school',
                  text: query.q,
                  removeHref: listHref(query, { q: '' }),
                },
              ]
            : []
        }
        results={<Results query={query} rows={rows} today={today} />}
      >
        <input type="hidden" name="tab" value={query.tab} />
        <TextInput name="q" label="Child or school" form={{ values: { q: query.q }, errors: {} }} />
      </Filter>
    </Layout>
  ),
})

const Results = ({
  query,
  rows,
  today,
}: {
  query: ListQuery
  rows: readonly Listed[]
  today: IsoDate
}) => (
  <>
    <SortableTable
      caption={tabs[query.tab]}
      captionHidden
      columns={[
        { key: 'child', text: 'Child' },
        { key: 'school', text: 'School' },
        { text: 'Purpose' },
        { key: 'from', text: 'From', first: 'descending' },
        { key: 'until', text: 'Until' },
        { key: 'review', text: 'Next review' },
        { text: 'Status' },
      ]}
      sort={sortOf(query)}
      href={({ key, direction }) => listHref(query, { sort: key, direction })}
      rows={rows.map(row => [
        <a class="govuk-link" href={`/directions/${row.id}`}>
          {row.childName}
        </a>,
        row.schoolName,
        purposes[row.purpose],
        row.start_on ? shortDayInWords(row.start_on) : 'No day named',
        row.end_on ? shortDayInWords(row.end_on) : 'No day named',
        <NextReview row={row} today={today} />,
        <DirectionTag status={row.status} />,
      ])}
      empty={
        query.q
          ? 'Nothing fits. Clear the filter to see all.'
          : 'There is none. A school directs off-site from the child’s programme.'
      }
    />
    <Pagination
      page={query.page}
      pageSize={size}
      total={rows[0]?.total ?? 0}
      things="directions"
      href={page => listHref(query, { page })}
    />
    <DownloadList
      href={listHref(query, {}, '/directions/export')}
      total={rows[0]?.total ?? 0}
      most={mostInAFile}
    />
  </>
)

const NextReview = ({ row, today }: { row: Listed; today: IsoDate }) => {
  const { review_on: on, status } = row
  if (status !== 'issued') return ''
  if (!on) return <Tag tone="red">None is set</Tag>
  return (
    <>
      {shortDayInWords(on)} {on < today && <Tag tone="red">Overdue</Tag>}
    </>
  )
}
