import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Tag } from '#govuk/index.ts'
import { isOld, type Piece } from '../known/piece.ts'

/** What is on record for a question: each with its origin and its day, and what is to be looked at again. */
export const KnownList = ({
  pieces,
  today,
  since,
}: {
  pieces: readonly Piece[]
  today: IsoDate
  /** The day of the answer that stands: what is younger is new. */
  since?: IsoDate | undefined
}) =>
  pieces.length === 0 ? (
    <p class="govuk-body">
      Onroll knows nothing for this question. What you keep in plan, contacts, reviews and sightings
      appears here.
    </p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {pieces.map(piece => (
        <li>
          {piece.text}{' '}
          <span class="govuk-hint">
            {piece.source}
            {piece.on && `, ${dayInWords(piece.on)}`}
          </span>{' '}
          {isOld(piece, today) && <Tag tone="yellow">Look at it again: it is old</Tag>}
          {since && piece.on && piece.on > since && (
            <Tag tone="turquoise">New since you answered</Tag>
          )}
        </li>
      ))}
    </ul>
  )
