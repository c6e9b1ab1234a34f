import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { InsetText, Tag, type Tone } from '#govuk/index.ts'
import { type Rating, ratingWords } from './lifecycle.ts'
import type { EvidenceRequest, SectionRating } from './requests.query.ts'

const tones: Readonly<Record<Rating, Tone>> = {
  strong: 'green',
  enough: 'turquoise',
  'not enough': 'orange',
}

export const RatingView = ({ rating }: { rating: SectionRating | undefined }) =>
  rating ? (
    <p class="govuk-body">
      The Virtual School: <Tag tone={tones[rating.rating]}>{ratingWords[rating.rating]}</Tag>{' '}
      {rating.why}
      <span class="govuk-hint">
        {rating.by ?? 'The Virtual School'}, {dayInWords(londonDay(rating.at))}
      </span>
    </p>
  ) : null

/** What was asked for on one question, and what came. */
export const RequestsOf = ({
  requests,
  supplyHref,
}: {
  requests: readonly EvidenceRequest[]
  supplyHref?: ((request: string) => string) | undefined
}) => (
  <>
    {requests.map(request => (
      <InsetText>
        <p class="govuk-body">
          <strong>Evidence asked for</strong> on {dayInWords(londonDay(request.asked_at))}, due by{' '}
          {dayInWords(request.due_on)}
        </p>
        <p class="govuk-body">{request.request}</p>
        {request.supplied_at ? (
          <>
            <p class="govuk-body">
              <strong>Supplied</strong> on {dayInWords(londonDay(request.supplied_at))}
              {request.suppliedBy && ` by ${request.suppliedBy}`}
            </p>
            <p class="govuk-body">{request.supplied}</p>
          </>
        ) : supplyHref ? (
          <p class="govuk-body">
            <a class="govuk-link" href={supplyHref(request.id)}>
              Supply the evidence
              <span class="govuk-visually-hidden"> on question {request.question}</span>
            </a>
          </p>
        ) : (
          <p class="govuk-body">The school has not supplied it yet.</p>
        )}
      </InsetText>
    ))}
  </>
)
