import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Layout,
  PageHeading,
  Pagination,
  Table,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { importsOf, pageSize } from './imports.query.ts'
import { StatusTag } from './status-tag.tsx'

/** What the school has imported, and where the next import starts. */
export const importsPage = page({
  path: '/imports',
  permission: 'child.import',
  discloses: 'nothing personal',
  query: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) }),
  load: ({ tx, query }) => importsOf(tx, query.page),
  view: ({ imports, total }, { query }) => (
    <Layout title="Imports" before={<BackLink href="/children">Find a child</BackLink>}>
      <PageHeading>Imports</PageHeading>
      <p class="govuk-body">
        A list from your school’s own system comes in as it is, CSV or Excel. You say what its
        columns mean, look at what would change, and only then import. It can be undone.
      </p>
      <ButtonGroup>
        <Button href="/imports/children">Import children</Button>
        <Button href="/imports/referrals" variant="secondary">
          Import referrals
        </Button>
      </ButtonGroup>
      <Table
        caption="Imports so far"
        firstCellIsHeader
        head={['File', 'Kind', 'Rows', 'Uploaded', 'By', 'Now']}
        empty="Your school has not imported anything yet."
        rows={imports.map(each => [
          <a class="govuk-link" href={`/imports/${each.id}`}>
            {each.fileName}
          </a>,
          each.kind === 'children' ? 'Children' : 'Referrals',
          each.rowCount.toLocaleString('en-GB'),
          momentInWords(each.madeAt),
          each.madeBy,
          <StatusTag status={each.status} />,
        ])}
      />
      {total > pageSize && (
        <Pagination
          page={query.page}
          pageSize={pageSize}
          total={total}
          things="imports"
          href={number => `/imports?page=${number}`}
        />
      )}
    </Layout>
  ),
})
