import { z } from 'zod'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import {
  Button,
  DateInput,
  Form,
  InsetText,
  Radios,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import {
  choice,
  day,
  dayAnswers,
  optionalDay,
  optionalPastDay,
  optionalText,
  pastDay,
  text,
} from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { directionViewed } from '../about.ts'
import { hasPlan, ownDirection } from '../direction.query.ts'
import { decisionKeys, decisions } from '../direction.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { inviteToReview, planReview, recordReview } from './keep-reviews.ts'
import { invitationDay, nextReview } from './review-days.ts'
import { reviewsOf } from './reviews.query.ts'

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

async function openReview(visit: Visit<`/directions/:direction/reviews/:review/${string}`>) {
  const direction = await ownDirection(visit, visit.params.direction, ['issued'])
  const review = (await reviewsOf(visit.tx, direction.id)).find(
    ({ id }) => id === visit.params.review,
  )
  if (!review) throw new NotFound()
  if (review.held_on) throw new Refusal('This review has been held. What was recorded stays.')
  return {
    direction,
    review,
    today: visit.today,
    plan: await hasPlan(visit.tx, direction.child_id, visit.today),
    invite: await invitationDay(visit.tx, review.due_on),
  }
}

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

/** What the review decided: whether the direction goes on, and for how long. */
export const holdReviewPage = formPage({
  path: '/directions/:direction/reviews/:review/hold',
  permission: 'direction.write',
  load: openReview,
  discloses: directionViewed,
  schema: ({ today }) =>
    z
      .object({
        heldOn: pastDay('the day of the review', today),
        attendees: text('Say who was there', { most: 1000 }),
        decision: choice(decisionKeys, 'Choose what the review decided'),
        continueUntil: optionalDay('the day until which it goes on'),
        notes: optionalText({ most: 4000 }),
        nextOn: optionalDay('the next review'),
      })
      .superRefine(({ decision, continueUntil, nextOn, heldOn }, context) => {
        const say = (path: string, message: string) =>
          context.addIssue({ code: 'custom', path: [path], message })
        if (decision === 'continue' && !continueUntil)
          say('continueUntil', 'Enter until when it goes on')
        if (decision === 'continue' && !nextOn) say('nextOn', 'Enter the day of the next review')
        if (decision === 'end' && continueUntil)
          say('continueUntil', 'Leave this empty: the direction ends')
        if (continueUntil && continueUntil < heldOn)
          say('continueUntil', 'It must go on until a day after the review')
        if (nextOn && nextOn <= heldOn) say('nextOn', 'The next review must be after this one')
      }),
  initial: ({ direction, review, today }) => ({
    ...dayAnswers('heldOn', review.due_on <= today ? review.due_on : today),
    ...dayAnswers('continueUntil', direction.end_on),
  }),
  version: ({ review }) => review.version,
  view: ({ direction, review, plan }, form) => (
    <DirectionLayout
      direction={direction}
      title="Record the review"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <Form version={review.version} warnUnsaved>
          <DateInput name="heldOn" label="When was it?" form={form} />
          <TextInput
            name="attendees"
            label="Who was there?"
            hint={`At an academy: the headteacher, the parents, and somebody whom the board names and who is not the head${plan ? '; the authority, because of the EHCP' : ''}`}
            form={form}
          />
          <Radios name="decision" label="What was decided?" items={decisions} form={form} />
          <DateInput name="continueUntil" label="If it goes on: until when?" form={form} />
          <TextArea name="notes" label="What was said (optional)" rows={4} form={form} />
          <DateInput name="nextOn" label="If it goes on: when is the next review?" form={form} />
          <Button preventDoubleClick>Record the review</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction, review }, answers) {
    await recordReview(visit, direction, review, {
      ...answers,
      nextOn: answers.decision === 'end' ? null : answers.nextOn,
    })
    visit.flash('The review is recorded')
    if (answers.decision === 'end') return `/directions/${direction.id}/end`
    if (answers.decision === 'change') return `/directions/${direction.id}/change`
    return `/directions/${direction.id}`
  },
})

const fromToday = (thing: string, today: IsoDate) =>
  day(thing).refine(
    on => on >= today && on <= addDays(today, 400),
    `T${thing.slice(1)} must be today or later, within about a year`,
  )
