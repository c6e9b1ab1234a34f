import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Direction } from './direction.query.ts'
import type { WorkedRequest } from './reviews/requests-with-working.query.ts'
import type { Review } from './reviews/reviews.query.ts'

export interface Step {
  readonly what: string
  readonly due: IsoDate | null
  readonly since: IsoDate | null
  readonly href: string
}

/** What a direction needs from its school now, the most pressing first: the page and My work say the same. */
export function stepsOf(
  direction: Pick<Direction, 'id' | 'status' | 'start_on' | 'end_on'>,
  reviews: readonly Pick<Review, 'id' | 'due_on' | 'held_on' | 'invited_on'>[],
  requests: readonly Pick<WorkedRequest, 'id' | 'asked_on' | 'answered_on'>[],
  { today, latestNotice }: { today: IsoDate; latestNotice: IsoDate | undefined },
): Step[] {
  const base = `/directions/${direction.id}`
  if (direction.status === 'draft')
    return [
      {
        what: 'Issue the notice of an off-site direction',
        due: latestNotice ?? direction.start_on,
        since: null,
        href: `${base}/issue`,
      },
    ]
  const answers = requests
    .filter(({ answered_on }) => answered_on === null)
    .map(({ id, asked_on }) => ({
      what: 'Answer a request for a review',
      due: null,
      since: asked_on,
      href: `${base}/requests/${id}`,
    }))
  if (direction.status !== 'issued') return answers
  const open = reviews.filter(({ held_on }) => held_on === null)
  const over = direction.end_on !== null && direction.end_on < today
  return [
    ...answers,
    ...(over
      ? [
          {
            what: `Its last day was ${dayInWords(direction.end_on ?? today)}: record the end, or issue a new one`,
            due: direction.end_on,
            since: null,
            href: `${base}/end`,
          },
        ]
      : open.length === 0
        ? [{ what: 'Set the next review', due: null, since: null, href: `${base}/reviews/new` }]
        : open.map(review => ({
            what:
              review.invited_on || review.due_on <= today
                ? 'Hold the review of an off-site direction'
                : 'Invite the parents to the review of an off-site direction',
            due: review.due_on,
            since: null,
            href: `${base}/reviews/${review.id}/${review.invited_on || review.due_on <= today ? 'hold' : 'invite'}`,
          }))),
  ]
}
