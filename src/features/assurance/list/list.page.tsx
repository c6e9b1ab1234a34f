import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  ContextualDate,
  DownloadList,
  EmptyState,
  FilterTags,
  Layout,
  NoBreak,
  PageHeading,
  Pagination,
  SortableTable,
  SubNavigation,
} from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { questions } from '#rules/data/questions.ts'
import { StatusTag } from '../questionnaire/frame.tsx'
import {
  hrefOf,
  type Listed,
  type ListQuery,
  listQuery,
  pageSize,
  questionnaires,
  type Tab,
  tabCounts,
  tabs,
} from './list.query.ts'
import { AssuranceNavigation } from './navigation.tsx'

/** All questionnaires that the reader may see, by what is to be done with them. */
export const questionnairesPage = page({
  path: '/questionnaires',
  permission: 'questionnaire.read',
  query: listQuery,
  async load({ tx, me, query }) {
    const asked = { ...query, tab: query.tab ?? firstTab(me) }
    return { asked, ...(await questionnaires(tx, asked)), counts: await tabCounts(tx) }
  },
  discloses: ({ rows }) =>
    rows.length === 0
      ? []
      : {
          event: 'questionnaire.listed',
          subjectKind: 'questionnaires',
          detail: { count: rows.length },
        },
  view: ({ asked, rows, total, counts }, { me, today }) => (
    <Layout title="Questionnaires" wide>
      <PageHeading>Questionnaires for commissioners</PageHeading>
      <AssuranceNavigation me={me} />
      <p class="govuk-body">
        No form is required for a child whom another authority looks after.{' '}
        <a class="govuk-link" href="/questionnaires/template">
          Use the questions as a template
        </a>
      </p>
      <SubNavigation
        label="Questionnaires"
        items={(Object.keys(tabs) as Tab[]).map(tab => ({
          text: `${tabs[tab]} (${counts[tab]})`,
          href: hrefOf(asked, { tab }),
          active: tab === asked.tab,
        }))}
      />
      {asked.school && (
        <FilterTags
          tags={[
            {
              label: 'School',
              text: rows[0]?.commissionerName ?? 'One school',
              removeHref: hrefOf(asked, { school: undefined }),
            },
          ]}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState title={`No questionnaire under “${tabs[asked.tab]}”`}>
          A form opens by itself when a school buys provision directly for a child whom this
          authority looks after.
        </EmptyState>
      ) : (
        <>
          <FormTable rows={rows} asked={asked} today={today} />
          <Pagination
            page={asked.page}
            pageSize={pageSize}
            total={total}
            things="questionnaires"
            href={number => hrefOf(asked, { page: number })}
          />
          <DownloadList href={hrefOf(asked, {}, '/questionnaires/export')} />
        </>
      )}
    </Layout>
  ),
})

export const firstTab = (me: Me): Tab => (may(me, 'questionnaire.judge') ? 'returned' : 'open')

const FormTable = ({
  rows,
  asked,
  today,
}: {
  rows: readonly Listed[]
  asked: ListQuery
  today: string
}) => (
  <SortableTable
    caption={tabs[asked.tab]}
    captionHidden
    columns={[
      { key: 'reference', text: 'Form' },
      { key: 'child', text: 'Child' },
      { key: 'school', text: 'School' },
      { key: 'provider', text: 'Provider' },
      { key: 'status', text: 'Status' },
      { key: 'due', text: 'Due' },
    ]}
    sort={sortOf(asked)}
    href={({ key, direction }) => hrefOf(asked, { sort: key, direction })}
    rows={rows.map(row => [
      <a class="govuk-link" href={`/questionnaires/${row.id}`}>
        <NoBreak>{row.name}</NoBreak>
      </a>,
      row.childName,
      row.commissionerName,
      row.providerName,
      <span>
        <StatusTag status={row.status} /> <Progress row={row} />
      </span>,
      row.status === 'draft' || row.status === 'sent back' ? (
        <ContextualDate date={row.due_on} today={today} />
      ) : (
        dayInWords(row.due_on)
      ),
    ])}
  />
)

/** Only the school sees how far its own form is. */
const Progress = ({ row }: { row: Listed }) =>
  row.confirmed > 0 && (row.status === 'draft' || row.status === 'sent back') ? (
    <span>{`${row.confirmed} of ${questions.length}`}</span>
  ) : null
