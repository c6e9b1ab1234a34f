import type { IsoDate } from '#domain/dates.ts'
import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { ContextualDate, SummaryCard, SummaryList, Table } from '#govuk/index.ts'
import type { Direction } from '../direction.query.ts'
import { askers, decisions } from '../direction.ts'
import { RequestWorkingView } from './request-view.tsx'
import type { WorkedRequest } from './requests-with-working.query.ts'
import type { Review } from './reviews.query.ts'

/** Reviews of a direction: to come with their invitations, then those that were held with what they decided. */
export const ReviewList = ({
  direction,
  reviews,
  inviteBy,
  today,
  ours,
}: {
  direction: Pick<Direction, 'id'>
  reviews: readonly Review[]
  /** The last day to invite the parents in time, of each review by its id. */
  inviteBy: ReadonlyMap<string, IsoDate>
  today: IsoDate
  ours: boolean
}) => {
  const base = `/directions/${direction.id}/reviews`
  return (
    <>
      <h2 class="govuk-heading-m">Reviews</h2>
      <Table
        caption="To come"
        head={['Review', 'Parents invited', ...(ours ? ['Actions'] : [])]}
        rows={reviews
          .filter(({ held_on }) => held_on === null)
          .map(review => [
            <ContextualDate date={review.due_on} today={today} />,
            review.invited_on
              ? shortDayInWords(review.invited_on)
              : notYet(inviteBy.get(review.id)),
            ...(ours
              ? [
                  <>
                    <a class="govuk-link" href={`${base}/${review.id}/invite`}>
                      Invite
                    </a>
                    {review.due_on <= today && (
                      <>
                        {' '}
                        <a class="govuk-link" href={`${base}/${review.id}/hold`}>
                          Record what was decided
                        </a>
                      </>
                    )}
                  </>,
                ]
              : []),
          ])}
        empty="No review is set."
      />
      {reviews
        .filter(({ held_on }) => held_on !== null)
        .map(review => (
          <SummaryList
            card={{ title: `Review of ${review.held_on ? dayInWords(review.held_on) : ''}` }}
            rows={[
              { key: 'Who was there', value: review.attendees ?? '' },
              { key: 'Decided', value: review.decision ? decisions[review.decision] : '' },
              review.continue_until !== null && {
                key: 'Goes on until',
                value: dayInWords(review.continue_until),
              },
              review.notes !== null && { key: 'What was said', value: review.notes },
            ]}
          />
        ))}
    </>
  )
}

const notYet = (by: IsoDate | undefined) => (by ? `Not yet: by ${shortDayInWords(by)}` : 'Not yet')

/** Requests for a review, each with the ten-week rule and its answer. */
export const RequestList = ({
  direction,
  requests,
  ours,
}: {
  direction: Pick<Direction, 'id'>
  requests: readonly WorkedRequest[]
  ours: boolean
}) => (
  <>
    <h2 class="govuk-heading-m">Requests for a review</h2>
    {requests.length === 0 && <p class="govuk-body">Nobody has asked for one in writing.</p>}
    {requests.map(request => (
      <SummaryCard
        title={`Asked for on ${dayInWords(request.asked_on)}: ${askers[request.asked_by].toLowerCase()}`}
        headingLevel={3}
      >
        <RequestWorkingView working={request.working} />
        {request.answered_on ? (
          <p class="govuk-body">
            Answered on {dayInWords(request.answered_on)}: {request.answer}
          </p>
        ) : (
          ours && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/directions/${direction.id}/requests/${request.id}`}>
                Answer it
              </a>
            </p>
          )
        )}
      </SummaryCard>
    ))}
  </>
)
