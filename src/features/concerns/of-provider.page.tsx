import { ProviderLayout, providerNamed } from '#features/providers/index.ts'
import { Button, Pagination } from '#govuk/index.ts'
import { rowsOfPage } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { ConcernTable } from './concern-table.tsx'
import { concerns } from './concerns.query.ts'
import { ConcernsQuery, concernsHref } from './concerns-query.ts'

const size = 25

/** The concerns about one provider that the reader may know of, closed ones too, and the way to raise one. */
export const concernsOfProviderPage = page({
  path: '/providers/:provider/concerns',
  permission: 'concern.read',
  query: ConcernsQuery,
  load: async ({ tx, params, query, me }) => {
    const provider = await providerNamed(tx, params.provider)
    const asked: ConcernsQuery = { ...query, status: 'all', provider: provider.id }
    return {
      provider,
      me,
      query,
      rows: await concerns(tx, asked, rowsOfPage(query, size)),
    }
  },
  discloses: ({ provider, rows }) =>
    rows.length === 0
      ? []
      : {
          event: 'concern.listed',
          subjectKind: 'provider',
          subjectId: provider.id,
          detail: { count: rows.length },
        },
  view: ({ provider, me, query, rows }) => (
    <ProviderLayout
      provider={provider}
      me={me}
      title="Concerns"
      part="/concerns"
      actions={<Button href={`/providers/${provider.id}/concerns/add`}>Raise a concern</Button>}
    >
      <p class="govuk-body">
        You see what your organisation raised, and, while you have a placement there, what others
        raised. The quality team sees everything. The provider reads none of it.
      </p>
      <ConcernTable
        query={query}
        rows={rows}
        path={`/providers/${provider.id}/concerns`}
        empty="You know of no concern about this provider."
      />
      <Pagination
        page={query.page}
        pageSize={size}
        total={rows[0]?.total ?? 0}
        things="concerns"
        href={page => concernsHref(query, { page }, `/providers/${provider.id}/concerns`)}
      />
    </ProviderLayout>
  ),
})
