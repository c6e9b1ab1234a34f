import { Table } from '#govuk/index.ts'
import type { CellProblem } from '../row.ts'
import type { Show, ShownRow } from './rows.query.ts'

/** Rows of the file with what is wrong, to be looked at, or to change: row, column and remedy. */
export const RowsTable = ({ rows, show }: { rows: readonly ShownRow[]; show: Show }) => {
  if (show === 'problems' || show === 'warnings')
    return (
      <Table
        caption={show === 'problems' ? 'Problems' : 'To look at'}
        captionHidden
        head={['Row', 'Name', 'Column', show === 'problems' ? 'What is wrong' : 'What to look at']}
        empty={show === 'problems' ? 'No row has a problem.' : 'There is nothing to look at.'}
        rows={rows.flatMap(row =>
          (show === 'problems' ? row.problems : row.warnings).map((each: CellProblem) => [
            row.number,
            row.name,
            each.column ?? '',
            each.problem,
          ]),
        )}
      />
    )
  return (
    <Table
      caption="Rows"
      captionHidden
      head={['Row', 'Name', 'What happens']}
      empty="There are no such rows."
      rows={rows.map(row => [
        row.number,
        row.childId ? (
          <a class="govuk-link" href={`/children/${row.childId}`}>
            {row.name}
          </a>
        ) : (
          row.name
        ),
        <Happens row={row} />,
      ])}
    />
  )
}

const Happens = ({ row }: { row: ShownRow }) => {
  if (row.problems.length > 0) return <>Nothing: the row has a problem</>
  if (row.changes.length === 0)
    return <>{row.action === 'add' ? 'A new record' : 'Nothing: it is the same'}</>
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {row.changes.map(({ what, from, to }) => (
        <li>
          {what}: {from} → {to}
        </li>
      ))}
    </ul>
  )
}
