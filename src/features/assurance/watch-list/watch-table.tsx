import type { IsoDate } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { ContextualDate, SortableTable, Tag, type Tone } from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { statusWords } from '../questionnaire/lifecycle.ts'
import { hrefOf, type ListQuery } from './list.ts'
import { hoursOf, type Part, partWords, type Watched } from './watch.ts'

export const WatchTable = ({
  rows,
  query,
  today,
}: {
  rows: readonly Watched[]
  query: ListQuery
  today: IsoDate
}) => (
  <SortableTable
    caption="Looked-after children at alternative provision"
    captionHidden
    firstCellIsHeader
    columns={[
      { key: 'child', text: 'Child' },
      { key: 'missing', text: 'Missing', first: 'descending' },
      { key: 'school', text: 'School of roll' },
      { key: 'provider', text: 'Provider and commissioner' },
      { key: 'hours', text: 'Hours a week' },
      { text: 'Assurance' },
      { key: 'review', text: 'Next review' },
    ]}
    sort={sortOf(query)}
    href={({ key, direction }) => hrefOf(query, { sort: key, direction })}
    rows={rows.map(({ row, quality, monitoring, missing }) => [
      <a class="govuk-link" href={`/children/${row.child_id}/assurance`}>
        {row.forename} {row.surname}
      </a>,
      missing.length === 0 ? 'Nothing' : missing.join(', '),
      row.school ?? 'None',
      // One child of the cell, because on a phone a cell is a label and one thing beside it.
      <div>
        {row.provider}
        <div class="govuk-hint govuk-!-margin-bottom-0">for {row.commissioner}</div>
      </div>,
      hoursOf(row),
      <div>
        <Assurance quality={quality} monitoring={monitoring} />
        <FormOf row={row} />
      </div>,
      row.next_review_on ? <ContextualDate date={row.next_review_on} today={today} /> : 'None',
    ])}
  />
)

const tones: Readonly<Record<Part['state'], Tone>> = {
  agreement: 'grey',
  'not told': 'red',
  told: 'turquoise',
  enough: 'green',
  'not enough': 'orange',
}

/** Both parts; what a partnership's agreement covers is covered in both. */
const Assurance = ({ quality, monitoring }: { quality: Part; monitoring: Part }) =>
  quality.state === 'agreement' ? (
    <PartTag part={quality} />
  ) : (
    <div>
      <div>
        Quality: <PartTag part={quality} />
      </div>
      <div class="govuk-!-margin-top-1">
        Monitoring: <PartTag part={monitoring} />
      </div>
    </div>
  )

/** The form in which the school tells it, and where that stands. */
const FormOf = ({ row }: { row: Watched['row'] }) =>
  row.form_id && row.form_reference && row.form_status ? (
    <div class="govuk-!-margin-top-1">
      <a class="govuk-link" href={`/questionnaires/${row.form_id}`}>
        {writeReference('questionnaire', row.form_reference)}
      </a>{' '}
      {statusWords[row.form_status].word.toLowerCase()}
    </div>
  ) : null

export const PartTag = ({ part }: { part: Part }) => (
  <span>
    <Tag tone={tones[part.state]}>{partWords[part.state]}</Tag>
    {part.on && <span> {shortDayInWords(part.on)}</span>}
  </span>
)
