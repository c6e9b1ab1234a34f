import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { yearGroupName, yearGroupOn } from '#domain/year-group.ts'
import { BackLink, Button, Details, Layout, PageHeading, Pagination, Table } from '#govuk/index.ts'
import { dayAnswers } from '#platform/forms.ts'
import { pageAsked } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { type FoundChild, findChildren } from './find-children.query.ts'
import { lookupOf } from './lookup.ts'
import { SearchForm } from './search-form.tsx'
import type { Terms } from './terms.ts'

const pageSize = 20

/** What a search found. Somebody who may not see a child reads exactly what they would if there were no such child. */
export const foundPage = page({
  path: '/children/found/:lookup',
  permission: 'child.search',
  query: z.object({ page: pageAsked }),
  async load({ tx, params, query, today }) {
    const { terms } = await lookupOf(tx, params.lookup)
    const found = await findChildren(tx, terms, { page: query.page, pageSize, today })
    return { lookup: params.lookup, terms, ...found }
  },
  discloses: ({ lookup, total }) => ({
    event: 'child.searched',
    subjectKind: 'search',
    subjectId: lookup,
    detail: { found: total },
  }),
  view: ({ lookup, terms, total, children }, { me, query, today }) => (
    <Layout title="Search results" before={<BackLink href="/children">Find a child</BackLink>}>
      <PageHeading caption={sought(terms)}>{counted(total)}</PageHeading>
      {total === 0 && (
        <p class="govuk-body">
          Only children whom you may see are found. Check the spelling, or search by date of birth
          or UPN.
        </p>
      )}
      {total > 0 && <FoundChildren of={children} today={today} />}
      {total > 0 && (
        <Pagination
          page={query.page}
          pageSize={pageSize}
          total={total}
          things="children"
          href={number => `/children/found/${lookup}?page=${number}`}
        />
      )}
      {may(me, 'child.add') && (
        <>
          <h2 class="govuk-heading-m">{total === 0 ? 'Not here?' : 'Not one of these?'}</h2>
          <Button variant="secondary" href={`/children/found/${lookup}/new`}>
            Start a new record
          </Button>
        </>
      )}
      <Details summary="Search again">
        <SearchForm form={{ values: answersOf(terms), errors: {} }} />
      </Details>
    </Layout>
  ),
})

export const FoundChildren = ({ of, today }: { of: readonly FoundChild[]; today: IsoDate }) => (
  <Table
    caption="Children found"
    captionHidden
    firstCellIsHeader
    head={['Name', 'Date of birth', 'Year group', 'School of roll', 'UPN', 'Reference']}
    rows={of.map(child => [
      <>
        <a class="govuk-link" href={`/children/${child.id}`}>
          {child.name}
        </a>
        {child.knownAs && (
          <span class="govuk-hint govuk-!-margin-bottom-0">Known as {child.knownAs}</span>
        )}
      </>,
      dayInWords(child.birthDate),
      yearGroupName(yearGroupOn(child.birthDate, today)),
      child.school ?? 'None recorded',
      child.upn ?? 'None',
      child.reference,
    ])}
  />
)

const counted = (total: number) =>
  total === 0
    ? 'No children found'
    : `${total.toLocaleString('en-GB')} ${total === 1 ? 'child' : 'children'} found`

const sought = ({ who, birthDate }: Terms) =>
  [who && `“${who}”`, birthDate && `born ${dayInWords(birthDate)}`].filter(Boolean).join(', ')

export const answersOf = ({ who, birthDate }: Terms) => ({
  who,
  ...dayAnswers('birthDate', birthDate),
})
