import { londonDay } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import {
  findingHref,
  levelTag,
  levelWords,
  recordHref,
  recordKinds,
  recordName,
  whoseRecord,
} from '#features/findings/index.ts'
import {
  ActionBar,
  Button,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  Select,
  SortableTable,
} from '#govuk/index.ts'
import { rowsOfPage, sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { type Action, levels } from '#rules/finding.ts'
import { ruleCalled } from '#rules/registry.ts'
import { type ListedFinding, listChoices, listedFindings } from './findings.query.ts'
import { ages, isFiltered, ListQuery, listHref, states } from './list-query.ts'

const size = 50

/** What the rules say of all the records that one may see, by what each is about, rule, level, age and owner. */
export const findingsPage = page({
  path: '/findings',
  permission: 'finding.read',
  query: ListQuery,
  load: async ({ tx, me, now, query }) => ({
    query,
    rows: await listedFindings(tx, me, now, query, rowsOfPage(query, size)),
    choices: await listChoices(tx, me, query),
  }),
  discloses: ({ rows, query }) => ({
    event: 'finding.listed',
    subjectKind: 'finding',
    detail: { rule: query.rule, level: query.level, state: query.state, rows: rows.length },
  }),
  view: ({ query, rows, choices }) => (
    <Layout title="Findings" wide>
      <ActionBar
        actions={
          <Button href={listHref(query, {}, '/findings/export')} variant="secondary">
            Download as CSV
          </Button>
        }
      >
        <PageHeading>Findings</PageHeading>
      </ActionBar>
      <Filter
        action="/findings"
        clearHref={isFiltered(query) ? '/findings' : undefined}
        results={<Results query={query} rows={rows} />}
      >
        <Fields query={query} choices={choices} />
      </Filter>
    </Layout>
  ),
})

const Fields = ({
  query,
  choices,
}: {
  query: ListQuery
  choices: Awaited<ReturnType<typeof listChoices>>
}) => {
  const form = { values: { ...query, page: '1' }, errors: {} }
  return (
    <>
      <Select
        name="record"
        label="About"
        form={form}
        items={{ '': 'Everything', ...recordKinds }}
      />
      <Select
        name="rule"
        label="Rule"
        form={form}
        items={[
          { value: '', text: 'All rules' },
          ...choices.rules.map(({ rule, count }) => ({
            value: rule,
            text: `${rule} ${ruleCalled(rule)?.title ?? ''} (${count})`,
          })),
        ]}
      />
      <Select
        name="level"
        label="Level"
        form={form}
        items={[
          { value: '', text: 'All levels' },
          { value: 'grave', text: 'Grave: not met, or legal risk' },
          ...levels.map(level => ({ value: level, text: levelWords[level].word })),
        ]}
      />
      <Select
        name="age"
        label="How long so"
        form={form}
        items={Object.entries(ages)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([value, text]) => ({ value, text }))}
      />
      <Select
        name="owner"
        label="Owner of the case"
        form={form}
        items={[
          { value: '', text: 'Anybody' },
          { value: 'me', text: 'Me' },
          { value: 'nobody', text: 'Nobody yet' },
          ...choices.owners.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        name="state"
        label="State"
        form={form}
        items={Object.entries(states).map(([value, text]) => ({ value, text }))}
      />
    </>
  )
}

const Results = ({ query, rows }: { query: ListQuery; rows: readonly ListedFinding[] }) => (
  <>
    <SortableTable
      caption="Findings"
      captionHidden
      columns={[
        { key: 'level', text: 'Level', first: 'descending' },
        { key: 'rule', text: 'Rule' },
        { text: 'What it says' },
        { key: 'case', text: 'Record' },
        { key: 'since', text: 'Since' },
        { key: 'due', text: 'Due' },
        { key: 'owner', text: 'Owner' },
      ]}
      sort={sortOf(query)}
      href={({ key, direction }) => listHref(query, { sort: key, direction })}
      rows={rows.map(row => [
        levelTag({ level: row.level, blocks: row.blocks as Action[] }),
        <a class="govuk-link onroll-no-break" href={`/rules/${row.rule}`}>
          {row.rule}
        </a>,
        <a class="govuk-link" href={findingHref(row)}>
          {row.message}
        </a>,
        <a
          class={row.kind === 'provider' ? 'govuk-link' : 'govuk-link onroll-no-break'}
          href={recordHref(row)}
        >
          {recordName(row)}
        </a>,
        shortDayInWords(londonDay(row.since)),
        row.due ? shortDayInWords(row.due) : '',
        row.owner ?? whoseRecord(row) ?? 'Nobody yet',
      ])}
      empty={
        isFiltered(query)
          ? 'Nothing matches. Clear the filters to see all open findings.'
          : 'The rules find nothing about the records that you may see.'
      }
    />
    <Pagination
      page={query.page}
      pageSize={size}
      total={Number(rows[0]?.total ?? 0)}
      things="findings"
      href={page => listHref(query, { page })}
    />
  </>
)
