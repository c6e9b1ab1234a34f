import { shortDayInWords } from '#domain/london-time.ts'
import {
  Checkboxes,
  DownloadList,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  SortableTable,
  SubNavigation,
  TextInput,
} from '#govuk/index.ts'
import { mostInAFile } from '#platform/http/csv-file.ts'
import { rowsOfPage, sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { listsOfMoves } from '../lists.ts'
import { type Listed, ListQuery, listedRemovals, listHref, tabs } from './list.query.ts'
import { statusTag } from './status-tag.tsx'

const size = 25

/** Names taken off a roll: a school reads its own, Admissions every one that was deleted. */
export const removalsPage = page({
  path: '/removals',
  permission: 'removal.read',
  query: ListQuery,
  load: async ({ tx, query }) => ({
    query,
    rows: await listedRemovals(tx, query, rowsOfPage(query, size)),
  }),
  discloses: ({ rows }) =>
    rows.length === 0
      ? []
      : { event: 'removal.listed', subjectKind: 'removal', detail: { count: rows.length } },
  view: ({ query, rows }, { me }) => (
    <Layout title="Taken off roll" wide>
      <PageHeading>Taken off roll</PageHeading>
      <SubNavigation
        label="Taken off roll"
        items={[
          ...(Object.keys(tabs) as (keyof typeof tabs)[])
            .filter(tab => tab === 'made' || me.role !== 'admissions')
            .map(tab => ({
              text: tabs[tab],
              href: listHref(query, { tab }),
              active: tab === query.tab,
            })),
          ...listsOfMoves(me, '/removals'),
        ]}
      />
      <Filter
        action="/removals"
        clearHref={query.q || query.due ? listHref(query, { q: '', due: '' }) : undefined}
        tags={query.q ? [tagOf('Child or school', query.q, listHref(query, { q: '' }))] : []}
        results={<Results query={query} rows={rows} />}
      >
        <input type="hidden" name="tab" value={query.tab} />
        <TextInput name="q" label="Child or school" form={{ values: { q: query.q }, errors: {} }} />
        <Checkboxes
          name="due"
          label="The return to the authority"
          labelSize="s"
          small
          form={{ values: { due: query.due }, errors: {} }}
          items={{ return: 'Only those without a recorded return' }}
        />
      </Filter>
    </Layout>
  ),
})

const tagOf = (label: string, text: string, removeHref: string) => ({ label, text, removeHref })

const Results = ({ query, rows }: { query: ListQuery; rows: readonly Listed[] }) => (
  <>
    <SortableTable
      caption={tabs[query.tab]}
      captionHidden
      columns={[
        { key: 'child', text: 'Child' },
        { key: 'school', text: 'School' },
        { text: 'Ground' },
        { key: 'deleted', text: 'Deleted on', first: 'descending' },
        { key: 'return', text: 'Return made on' },
        { text: 'Status' },
      ]}
      sort={sortOf(query)}
      href={({ key, direction }) => listHref(query, { sort: key, direction })}
      rows={rows.map(row => [
        <a class="govuk-link" href={`/removals/${row.id}`}>
          {row.childName}
        </a>,
        row.school,
        row.groundWords,
        row.deleted_on ? shortDayInWords(row.deleted_on) : '',
        row.return_made_on ? shortDayInWords(row.return_made_on) : 'Not recorded',
        statusTag(row.status),
      ])}
      empty={
        query.q || query.due
          ? 'Nothing fits. Clear the filter to see all.'
          : 'There is none. A school proposes it on the child’s own page, under Roll.'
      }
    />
    <Pagination
      page={query.page}
      pageSize={size}
      total={rows[0]?.total ?? 0}
      things="removals"
      href={page => listHref(query, { page })}
    />
    <DownloadList
      href={listHref(query, {}, '/removals/export')}
      total={rows[0]?.total ?? 0}
      most={mostInAFile}
    />
  </>
)
