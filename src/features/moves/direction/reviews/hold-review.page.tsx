import { z } from 'zod'
import { Button, DateInput, Form, Radios, TextArea, TextInput, TwoThirds } from '#govuk/index.ts'
import { choice, dayAnswers, optionalDay, optionalText, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { directionViewed } from '../about.ts'
import { decisionKeys, decisions } from '../direction.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { recordReview } from './keep-reviews.ts'
import { openReview } from './open-review.query.ts'

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
