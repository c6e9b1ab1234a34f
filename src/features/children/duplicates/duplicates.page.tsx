import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { BackLink, Layout, PageHeading, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { possibleDuplicates } from './duplicates.query.ts'

export const duplicatesPage = page({
  path: '/children/duplicates',
  permission: 'child.duplicates',
  load: ({ tx }) => possibleDuplicates(tx),
  discloses: pairs =>
    pairs.flatMap(({ oneId, otherId }) =>
      [oneId, otherId].map(id => ({
        event: 'child.viewed',
        subjectKind: 'child',
        subjectId: id,
        childId: id,
        detail: { section: 'possible duplicates' },
      })),
    ),
  view: pairs => (
    <Layout title="Possible duplicates" before={<BackLink href="/children">Find a child</BackLink>}>
      <PageHeading>Possible duplicates</PageHeading>
      <p class="govuk-body">
        Two organisations may each have entered the same child. Whoever entered them is told
        nothing; only somebody who sees both can say.
      </p>
      <Table
        caption="Records that may be one child"
        captionHidden
        firstCellIsHeader
        head={['One record', 'The other', 'Because of', 'Noticed']}
        empty="No two records that you see look like one child."
        rows={pairs.map(pair => [
          <a class="govuk-link" href={`/children/duplicates/${pair.id}`}>
            {pair.oneForename} {pair.oneSurname}, born {dayInWords(pair.oneBirthDate)}
          </a>,
          `${pair.otherForename} ${pair.otherSurname}, born ${dayInWords(pair.otherBirthDate)}`,
          `The ${pair.because.replace(/^same /, 'same ')}`,
          momentInWords(pair.noticedAt),
        ])}
      />
    </Layout>
  ),
})
