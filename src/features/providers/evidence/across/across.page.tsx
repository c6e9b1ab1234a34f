import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  type Cell,
  Checkboxes,
  type Column,
  Filter,
  type FilterTag,
  Layout,
  Pagination,
  Select,
  SortableTable,
  Tag,
  TextInput,
} from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { looksAtAssurance } from '../../directory/directory.query.ts'
import { DirectoryHeading } from '../../directory/directory-heading.tsx'
import { stateWords } from '../document-state.ts'
import { type DocumentAcross, documentsAcross } from './across.query.ts'
import {
  AcrossQuery,
  acrossHref,
  documentTitles,
  inOrder,
  isNarrowed,
  type SortKey,
  stateChoices,
} from './across-query.ts'

const size = 50

/** A provider is shown its own documents on its own pages, and those of no other. */
export function refuseWhoProvides(me: Me) {
  if (!looksAtAssurance(me)) throw new NotFound()
}

/** The documents of all providers in one list: what is missing, what runs out next, and what we have not looked at. */
export const documentsAcrossPage = page({
  path: '/providers/documents',
  permission: 'evidence.read',
  discloses: 'nothing personal',
  query: AcrossQuery,
  load: async visit => {
    refuseWhoProvides(visit.me)
    const rows = inOrder(await documentsAcross(visit), visit.query)
    const last = Math.max(1, Math.ceil(rows.length / size))
    const query = { ...visit.query, page: Math.min(visit.query.page, last) }
    return {
      me: visit.me,
      query,
      total: rows.length,
      rows: rows.slice((query.page - 1) * size, query.page * size),
    }
  },
  view: ({ me, query, rows, total }) => (
    <Layout title="Documents of providers" wide>
      <DirectoryHeading
        me={me}
        shown="documents"
        title="Documents of providers"
        exportHref={acrossHref(query, {}, '/providers/documents/export')}
      />
      <Filter
        action="/providers/documents"
        tags={tagsOf(query)}
        clearHref={isNarrowed(query) ? '/providers/documents' : undefined}
        results={
          <>
            <SortableTable
              caption="Documents"
              captionHidden
              columns={columnsFor(me)}
              sort={sortOf(query)}
              href={({ key, direction }) => acrossHref(query, { sort: key, direction })}
              rows={rows.map(row => cellsOf(row, me))}
              empty={
                isNarrowed(query)
                  ? 'Nothing matches. Clear the filters to see what has to be acted on.'
                  : 'Every document of every provider is here and in date.'
              }
            />
            <Pagination
              page={query.page}
              pageSize={size}
              total={total}
              things="documents"
              href={at => acrossHref(query, { page: at })}
            />
          </>
        }
      >
        <Fields query={query} sights={may(me, 'evidence.sight')} />
      </Filter>
    </Layout>
  ),
})

function Fields({ query, sights }: { query: AcrossQuery; sights: boolean }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      <TextInput form={form} name="q" type="search" label="Provider" />
      <Select form={form} name="document" label="Document" blank="Any" items={documentTitles} />
      <Select form={form} name="state" label="How it stands" items={stateChoices} />
      <Checkboxes
        form={form}
        name="used"
        label="Use"
        small
        items={{ yes: 'Only with a placement now or to come' }}
      />
      {sights && (
        <Checkboxes
          form={form}
          name="unseen"
          label="Sightings"
          small
          items={{ yes: 'Only what we have still to look at' }}
        />
      )}
    </>
  )
}

const tagsOf = (query: AcrossQuery): FilterTag[] => {
  const tag = (label: string, text: string, change: Partial<AcrossQuery>): FilterTag => ({
    label,
    text,
    removeHref: acrossHref(query, change),
  })
  return [
    ...(query.q ? [tag('Provider', query.q, { q: '' })] : []),
    ...(query.document
      ? [tag('Document', documentTitles[query.document] ?? '', { document: '' })]
      : []),
    ...(query.state === 'to act on'
      ? []
      : [tag('How it stands', stateChoices[query.state], { state: 'to act on' })]),
    ...(query.used ? [tag('Use', 'Used now', { used: '' })] : []),
    ...(query.unseen ? [tag('Sightings', 'To look at', { unseen: '' })] : []),
  ]
}

const columnsFor = (me: Me): Column<SortKey>[] => [
  { key: 'document', text: 'Document' },
  { key: 'provider', text: 'Provider' },
  { key: 'state', text: 'How it stands' },
  { key: 'until', text: 'Holds until' },
  ...(may(me, 'evidence.sight') ? [{ key: 'seen', text: 'Seen by us' } as const] : []),
]

const cellsOf = (row: DocumentAcross, me: Me): Cell[] => {
  const { word, tone } = stateWords[row.state]
  return [
    <a class="govuk-link" href={`/providers/${row.providerId}/evidence/${row.kind.id}`}>
      {row.kind.title}
      <span class="govuk-visually-hidden"> of {row.provider}</span>
    </a>,
    <a class="govuk-link" href={`/providers/${row.providerId}/evidence`}>
      {row.provider}
    </a>,
    <Tag tone={tone}>{word}</Tag>,
    row.expiresOn ? shortDayInWords(row.expiresOn) : '',
    ...(may(me, 'evidence.sight') ? [seenInWords(row)] : []),
  ]
}

function seenInWords({ state, seenOn, seenBefore }: DocumentAcross): string {
  if (seenOn === null) return state === 'missing' || state === 'does not apply' ? '' : 'Not yet'
  return seenBefore ? `The version before, on ${shortDayInWords(seenOn)}` : shortDayInWords(seenOn)
}
