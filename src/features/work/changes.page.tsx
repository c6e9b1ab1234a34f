import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { caseEventTitles } from '#features/referrals/index.ts'
import { EmptyState, Layout, PageHeading, Pagination, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { recentChanges } from './changes.query.ts'
import { WorkNavigation } from './work-navigation.tsx'

const size = 50

export const changesPage = page({
  path: '/changes',
  permission: 'work.read',
  discloses: 'nothing personal',
  query: z.object({
    page: z.coerce.number().int().min(1).catch(1).default(1),
    own: z.enum(['yes']).optional().catch(undefined),
  }),
  load: async visit => ({
    ...(await recentChanges(visit, {
      page: visit.query.page,
      size,
      own: visit.query.own === 'yes',
    })),
    ...visit.query,
  }),
  view: ({ rows, total, page: number, own }, { me }) => (
    <Layout title="What changed" wide>
      <PageHeading>What changed</PageHeading>
      <WorkNavigation me={me} at="/changes" />
      <p class="govuk-body">
        {own ? 'Everything, with what you did yourself. ' : 'What others did. '}
        <a class="govuk-link" href={own ? '/changes' : '/changes?own=yes'}>
          {own ? 'Leave out what I did' : 'Include what I did'}
        </a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Nothing has changed yet">
          What happens to the cases that you may see is listed here.
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Changes, newest first"
            captionHidden
            head={['When', 'What', 'Case', 'By']}
            rows={rows.map(row => [
              momentInWords(row.at),
              caseEventTitles[row.kind as keyof typeof caseEventTitles] ?? row.kind,
              <a
                class="govuk-link"
                href={`/cases/${row.referral_id}/history`}
              >{`R-${row.reference}`}</a>,
              [row.person, row.organisation].filter(Boolean).join(', ') || 'Onroll',
            ])}
          />
          <Pagination
            page={number}
            pageSize={size}
            total={total}
            things="changes"
            href={to => `/changes?page=${to}${own ? '&own=yes' : ''}`}
          />
        </>
      )}
    </Layout>
  ),
})
