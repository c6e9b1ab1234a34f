import { z } from 'zod'
import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { PlacementFrame } from '#features/placements/index.ts'
import {
  Button,
  ContextualDate,
  DateInput,
  ErrorSummary,
  Form,
  SummaryList,
  Table,
} from '#govuk/index.ts'
import { day, dayAnswers } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { openPlacement, viewed } from '../open-placement.ts'
import { planReview } from './keep-reviews.ts'
import { nextReviewDay, type Review, reviewsOf } from './reviews.query.ts'

export const outcomes = {
  continue: 'The placement goes on as it is',
  change: 'It goes on with changes',
  end: 'It ends',
  'return to school': 'The child goes back to school',
} as const

/** The reviews of a placement, at least one each half-term: due, overdue, held. */
export const reviewsPage = formPage({
  path: '/placements/:placement/reviews',
  permission: 'plan.read',
  async load(visit) {
    const opened = await openPlacement(visit)
    const reviews = await reviewsOf(visit.tx, opened.placement.id)
    return {
      ...opened,
      reviews,
      proposed: await nextReviewDay(visit.tx, opened.placement, reviews, visit.today),
    }
  },
  discloses: viewed('plan.viewed'),
  schema: z.object({ dueOn: day('the day of the next review') }),
  initial: ({ proposed }) => dayAnswers('dueOn', proposed),
  view({ placement, child, run, reviews, proposed }, form, { me, today }) {
    const open = reviews.filter(({ held_on }) => held_on === null)
    const held = reviews.filter(({ held_on }) => held_on !== null)
    const write = run && may(me, 'plan.write')
    return (
      <PlacementFrame placement={placement} child={child} me={me} run={run} title="Reviews">
        <ErrorSummary form={form} />
        <Table
          caption="To come"
          head={['Due', 'Actions']}
          rows={open.map(review => [
            <ContextualDate date={review.due_on} today={today} />,
            write ? (
              <>
                <a class="govuk-link" href={`/placements/${placement.id}/reviews/${review.id}`}>
                  Record this review
                </a>
                <br />
                <a
                  class="govuk-link"
                  href={`/placements/${placement.id}/reviews/${review.id}/change`}
                >
                  Move it or call it off
                </a>
              </>
            ) : (
              ''
            ),
          ])}
          empty="No review is planned."
        />
        {write && open.length === 0 && placement.status !== 'withdrawn' && (
          <Form>
            <DateInput
              name="dueOn"
              label="When is the next review?"
              hint={`By the school calendar it should be on ${dayInWords(proposed)} or before: at least one each half-term.`}
              form={form}
            />
            <Button preventDoubleClick>Plan the review</Button>
          </Form>
        )}
        {held.map(review => (
          <HeldView review={review} />
        ))}
      </PlacementFrame>
    )
  },
  async submit(visit, { placement, run }, { dueOn }) {
    if (!run || !may(visit.me, 'plan.write')) throw new NotFound()
    if (dueOn < visit.today) return { errors: { dueOn: 'The day must be today or later' } }
    await planReview(visit, placement, dueOn)
    visit.flash('The review is planned')
    return `/placements/${placement.id}/reviews`
  },
})

const HeldView = ({ review }: { review: Review }) => (
  <SummaryList
    card={{ title: `Review of ${review.held_on ? shortDayInWords(review.held_on) : ''}` }}
    rows={[
      { key: 'Who was there', value: review.attendees ?? '' },
      {
        key: 'The child',
        value: review.pupil_present ? 'Took part' : 'Did not take part',
      },
      { key: 'Attainment', value: review.attainment ?? 'Nothing written' },
      { key: 'Needs', value: review.needs ?? 'Nothing written' },
      {
        key: 'Motivation, attendance and engagement',
        value: review.engagement ?? 'Nothing written',
      },
      { key: 'Next steps', value: review.next_steps ?? 'Nothing written' },
      { key: 'Outcome', value: review.outcome ? outcomes[review.outcome] : '' },
    ]}
  />
)
