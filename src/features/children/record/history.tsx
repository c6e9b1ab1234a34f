import type { ComponentChildren } from 'preact'
import { londonDay } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { Details, SummaryList, type SummaryRow } from '#govuk/index.ts'
import type { Correction } from '../correct.ts'
import { inWords } from '../words.ts'

export interface Recorded {
  readonly recordedBy: string | null
  readonly recordedAt: Date
  readonly source?: string | null
}

/** Who put it on record, when, and from what. */
export const RecordedBy = ({ recordedBy, recordedAt, source }: Recorded) => (
  <>
    {recordedBy ?? 'Onroll'} on {dayInWords(londonDay(recordedAt))}
    {source && `, from ${source}`}
  </>
)

/** What a row said before it was corrected: never lost, and not in the way. */
export const Corrections = ({ of: corrections }: { of: readonly Correction[] | undefined }) =>
  corrections?.length ? (
    <Details
      summary={
        corrections.length === 1 ? 'Corrected once' : `Corrected ${corrections.length} times`
      }
    >
      {corrections.map(({ before, reason, correctedBy, correctedAt }) => (
        <>
          <p class="govuk-body">
            Corrected by {correctedBy} on {momentInWords(correctedAt)}: {reason}. It said:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {Object.entries(before).map(([column, value]) => {
              const [label, words] = inWords(column, value)
              return (
                <li>
                  {label}: {words}
                </li>
              )
            })}
          </ul>
        </>
      ))}
    </Details>
  ) : null

/** One row of the record as a card, with what can be done to it and what it said before. */
export const RecordCard = ({
  title,
  rows,
  recorded,
  corrections,
  actions,
  headingLevel = 3,
  children,
}: {
  title: string
  rows: readonly (SummaryRow | false | null | undefined)[]
  recorded: Recorded
  corrections?: readonly Correction[] | undefined
  actions?: readonly { href: string; text: string }[] | undefined
  headingLevel?: number
  children?: ComponentChildren
}) => (
  <>
    <SummaryList
      card={{
        title,
        headingLevel,
        actions: (actions ?? []).map(({ href, text }) => ({ href, children: text })),
      }}
      rows={[...rows, { key: 'Recorded by', value: <RecordedBy {...recorded} /> }]}
    />
    {children}
    <Corrections of={corrections} />
  </>
)

/** The rows that hold on the day, and those that do not or not yet, each under its heading. */
export function nowAndBefore<T extends { fromOn: string | null; toOn: string | null }>(
  rows: readonly T[],
  today: string,
): { now: T[]; others: T[] } {
  const holds = ({ fromOn, toOn }: T) =>
    (fromOn === null || fromOn <= today) && (toOn === null || toOn >= today)
  return { now: rows.filter(holds), others: rows.filter(row => !holds(row)) }
}
