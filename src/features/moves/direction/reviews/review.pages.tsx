import { z } from 'zod'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Button, DateInput, Form, InsetText, TwoThirds } from '#govuk/index.ts'
import { day, dayAnswers, optionalPastDay } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { directionViewed } from '../about.ts'
import { ownDirection } from '../direction.query.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { inviteToReview, planReview } from './keep-reviews.ts'
import { openReview } from './open-review.query.ts'
import { invitationDay, nextReview } from './review-days.ts'

/** The next review of a direction: at intervals that suit the child, so the school names the day. */
export const planReviewPage = formPage({
  path: '/directions/:direction/reviews/new',
  permission: 'direction.write',
  load: async visit => ({
    direction: await ownDirection(visit, visit.params.direction, ['issued']),
    today: visit.today,
  }),
  discloses: directionViewed,
  schema: ({ today }) => z.object({ dueOn: fromToday('the day of the review', today) }),
  initial: ({ direction, today }) => dayAnswers('dueOn', nextReview(direction, today)),
  view: ({ direction }, form) => (
    <DirectionLayout
      direction={direction}
      title="Set the next review"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <Form>
        <DateInput name="dueOn" label="When is the next review?" form={form} />
        <Button preventDoubleClick>Set the review</Button>
      </Form>
    </DirectionLayout>
  ),
  async submit(visit, { direction }, { dueOn }) {
    await planReview(visit, direction, dueOn)
    visit.flash(
      `The review is set. Invite the parents by ${dayInWords(await invitationDay(visit.tx, dueOn))}.`,
    )
    return `/directions/${direction.id}`
  },
})

/** Records when parents were invited; a review may be put on another day as long as it was not held. */
export const inviteToReviewPage = formPage({
  path: '/directions/:direction/reviews/:review/invite',
  permission: 'direction.write',
  load: openReview,
  discloses: directionViewed,
  schema: ({ today }) =>
    z.object({
      dueOn: day('the day of the review'),
      invitedOn: optionalPastDay('the day of the invitation', today),
    }),
  initial: ({ review, today }) => ({
    ...dayAnswers('dueOn', review.due_on),
    ...dayAnswers('invitedOn', review.invited_on ?? today),
  }),
  version: ({ review }) => review.version,
  view: ({ direction, review, invite, plan }, form) => (
    <DirectionLayout
      direction={direction}
      title="Invite to the review"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <InsetText>
          Parents are invited in good time: for the review of {dayInWords(review.due_on)} by{' '}
          {dayInWords(invite)} (rule OSD-04).
          {plan && ' The child has an EHCP, so the authority is invited too.'}
        </InsetText>
        <Form version={review.version}>
          <DateInput name="dueOn" label="When is the review?" form={form} />
          <DateInput name="invitedOn" label="When were the parents invited?" form={form} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction, review }, answers) {
    await inviteToReview(visit, direction, review, answers)
    visit.flash('The review is kept')
    return `/directions/${direction.id}`
  },
})

const fromToday = (thing: string, today: IsoDate) =>
  day(thing).refine(
    on => on >= today && on <= addDays(today, 400),
    `T${thing.slice(1)} must be today or later, within about a year`,
  )
