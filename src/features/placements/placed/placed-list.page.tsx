import { shortDayInWords } from '#domain/london-time.ts'
import { EmptyState, Layout, PageHeading, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { PlacementStatus } from '../placement.ts'
import { PlacementTag } from '../placement-table.tsx'
import { placedWithUs } from './placed.query.ts'

const groups: readonly (readonly [string, readonly PlacementStatus[]])[] = [
  ['Waiting for your answer', ['offered']],
  ['Here now', ['live']],
  ['To come', ['accepted']],
  ['Ended lately', ['ended', 'ended early']],
]

/** A provider's first page: whom it is asked to take, and who is here. */
export const placedListPage = page({
  path: '/placed',
  permission: 'placed.read',
  load: ({ tx, me }) => placedWithUs(tx, me.organisationId),
  discloses: placed => ({
    event: 'placement.listed',
    subjectKind: 'placement',
    detail: { count: placed.length },
  }),
  view: placed => (
    <Layout title="Children with us">
      <PageHeading>Children with us</PageHeading>
      {placed.length === 0 && (
        <EmptyState title="There is nobody yet">
          A child appears here when a school or partnership offers you a placement.
        </EmptyState>
      )}
      {groups.map(([caption, statuses]) => {
        const rows = placed.filter(({ placement }) => statuses.includes(placement.status))
        return (
          rows.length > 0 && (
            <Table
              caption={`${caption} (${rows.length})`}
              head={['Child', 'From', 'To', 'Asked by', 'Status']}
              rows={rows.map(({ placement, told }) => [
                <a class="govuk-link" href={`/placed/${placement.id}`}>
                  {told['name'] ?? placement.name}
                </a>,
                shortDayInWords(placement.started_on ?? placement.planned_start_on),
                placement.planned_end_on ? shortDayInWords(placement.planned_end_on) : 'Open',
                placement.commissionerName,
                <PlacementTag status={placement.status} />,
              ])}
            />
          )
        )
      })}
    </Layout>
  ),
})
