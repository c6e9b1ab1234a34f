import { Table } from '#govuk/index.ts'
import type { Difference } from './content.ts'
import { Lines } from './content-view.tsx'

/** What one version says that another did not. */
export const ChangesTable = ({
  changes,
  caption = 'What has changed',
  captionHidden = false,
}: {
  changes: readonly Difference[]
  caption?: string
  captionHidden?: boolean
}) => (
  <Table
    caption={caption}
    captionHidden={captionHidden}
    firstCellIsHeader
    head={['Question', 'Before', 'Now']}
    rows={changes.map(({ section, question, from, to }) => [
      `${section}: ${question}`,
      from ? <Lines text={from} /> : 'Nothing',
      to ? <Lines text={to} /> : 'Nothing',
    ])}
    empty="Nothing has changed."
  />
)
