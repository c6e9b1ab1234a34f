import { momentInWords } from '#domain/london-time.ts'
import { roleNames } from '#domain/permissions.ts'
import {
  ErrorSummary,
  Filter,
  type FormState,
  Layout,
  PageHeading,
  Select,
  Table,
  Tag,
  TextInput,
} from '#govuk/index.ts'
import { auditEvents } from '#platform/audit.ts'
import { page } from '#platform/http/page.tsx'
import { EntriesQuery, type Entry, entries, misunderstood, pageSize } from './entries.query.ts'
import { detailInWords, eventInWords, outcomeNames } from './words.ts'

const addressOf = (path: string, query: EntriesQuery, before?: number) => {
  const kept = Object.entries({ ...query, before: before === undefined ? '' : String(before) })
  const set = kept.filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  )
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}

/** What everybody did, for those who watch over it. That they read it is remembered too. */
export const auditPage = page({
  path: '/audit',
  permission: 'audit.read',
  query: EntriesQuery,
  load: async ({ tx, query }) => {
    const errors = misunderstood(query)
    return {
      asked: query,
      errors,
      found: Object.keys(errors).length > 0 ? [] : await entries(tx, query),
    }
  },
  discloses: ({ asked }) => ({
    event: 'audit.read',
    subjectKind: 'audit',
    detail: { filters: Object.keys(asked).filter(name => asked[name as keyof EntriesQuery]) },
  }),
  view: ({ found, errors }, { query }) => {
    const form: FormState = { values: { ...query, before: undefined }, errors }
    return (
      <Layout title="Audit" form={form} wide>
        <ErrorSummary form={form} />
        <PageHeading>Audit</PageHeading>
        <p class="govuk-body">
          What was read and done, by whom, and when. Nothing of what anybody wrote stands here.
        </p>
        <Filter clearHref="/audit" results={<Results found={found} query={query} />}>
          <Fields form={form} />
        </Filter>
      </Layout>
    )
  },
})

const Fields = ({ form }: { form: FormState }) => (
  <>
    <TextInput form={form} name="person" label="Person" hint="Name or email" type="search" />
    <TextInput form={form} name="child" label="Child" hint="Reference, like C-1042" width="10" />
    <Select
      form={form}
      name="event"
      label="What happened"
      blank="Anything"
      items={[...auditEvents].sort().map(event => ({ value: event, text: eventInWords(event) }))}
    />
    <Select
      form={form}
      name="outcome"
      label="Outcome"
      blank="Any outcome"
      items={{ ...outcomeNames }}
    />
    <TextInput form={form} name="from" label="From" hint="Like 17/11/2026" width="10" />
    <TextInput form={form} name="to" label="To" hint="Like 17/11/2026" width="10" />
  </>
)

const Results = ({ found, query }: { found: readonly Entry[]; query: EntriesQuery }) => (
  <>
    <EntriesTable found={found.slice(0, pageSize)} who />
    <OlderAndNewer path="/audit" found={found} query={query} />
    <p class="govuk-body">
      <a class="govuk-link" href={addressOf('/audit/export', query)}>
        Download these entries (CSV, up to 10,000)
      </a>
    </p>
  </>
)

/** Entries as a table; one’s own need no person. */
export const EntriesTable = ({ found, who }: { found: readonly Entry[]; who?: boolean }) => (
  <Table
    caption="Entries"
    captionHidden
    head={['When', ...(who ? ['Who'] : []), 'What', 'About', 'Outcome']}
    empty="Nothing was remembered that matches."
    rows={found.map(entry => [
      momentInWords(entry.at),
      ...(who ? [<Who entry={entry} />] : []),
      eventInWords(entry.event),
      <About entry={entry} />,
      entry.outcome === 'done' ? (
        outcomeNames.done
      ) : (
        <Tag tone="red">{outcomeNames[entry.outcome]}</Tag>
      ),
    ])}
  />
)

const Who = ({ entry }: { entry: Entry }) => (
  <>
    {entry.person ?? 'Nobody signed in'}
    {entry.role && (
      <div class="govuk-hint govuk-!-margin-bottom-0">
        {roleNames[entry.role]}
        {entry.organisation && `, ${entry.organisation}`}
      </div>
    )}
  </>
)

const About = ({ entry }: { entry: Entry }) => (
  <>
    {entry.child !== null ? `Child C-${entry.child}` : capital(entry.subjectKind)}
    {Object.keys(entry.detail).length > 0 && (
      <div class="govuk-hint govuk-!-margin-bottom-0">{detailInWords(entry.detail)}</div>
    )}
  </>
)

const capital = (words: string) => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`

/** By entry, not by page number: new ones come in while somebody reads. */
export const OlderAndNewer = ({
  path,
  found,
  query,
}: {
  path: string
  found: readonly Entry[]
  query: EntriesQuery
}) => {
  const last = found[pageSize - 1]
  return (
    <nav aria-label="Pages of entries">
      <ul class="govuk-list">
        {query.before !== undefined && (
          <li>
            <a class="govuk-link" href={addressOf(path, query)}>
              Newest entries
            </a>
          </li>
        )}
        {found.length > pageSize && last && (
          <li>
            <a class="govuk-link" href={addressOf(path, query, last.seq)}>
              Older entries
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
