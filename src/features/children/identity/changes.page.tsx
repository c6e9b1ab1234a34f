import { momentInWords } from '#domain/london-time.ts'
import { BackLink, Layout, PageHeading, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { waitingChanges } from './proposed-change.query.ts'
import { changeInWords } from './waiting-change.tsx'

export const changesPage = page({
  path: '/children/changes',
  permission: 'child.change',
  load: ({ tx }) => waitingChanges(tx),
  discloses: changes =>
    changes.map(({ childId }) => ({
      event: 'child.viewed',
      subjectKind: 'child',
      subjectId: childId,
      childId,
      detail: { section: 'changes waiting' },
    })),
  view: (changes, { me }) => (
    <Layout
      title="Changes waiting for a second person"
      before={<BackLink href="/children">Find a child</BackLink>}
    >
      <PageHeading>Changes waiting for a second person</PageHeading>
      <Table
        caption="Changes waiting"
        captionHidden
        firstCellIsHeader
        head={['Child', 'Change', 'Proposed by', 'When', 'Who decides']}
        empty="Nothing waits. Changes of UPN or date of birth, and the joining of two records, stand here until a second person has confirmed them."
        rows={changes.map(change => [
          <a class="govuk-link" href={`/children/changes/${change.id}`}>
            {change.forename} {change.surname}
          </a>,
          changeInWords(change),
          `${change.proposedBy}, ${change.organisation}`,
          momentInWords(change.proposedAt),
          change.proposedById === me.userId ? 'Somebody else' : 'You may',
        ])}
      />
    </Layout>
  ),
})
