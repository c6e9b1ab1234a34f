import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { PlacementLayout } from '#features/placements/index.ts'
import { Button, DateInput, Form, Radios, TextArea, TextInput, TwoThirds } from '#govuk/index.ts'
import { choice, dayAnswers, optionalDay, optionalText, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { openOwn, viewed } from '../open-placement.ts'
import { inVersion, objectivesOf, plansOf, standingPlans } from '../plan/plan.query.ts'
import {
  progressFrom,
  StandingFields,
  standingShape,
  standingsWhole,
} from '../plan/standing-fields.tsx'
import { recordReview } from './keep-reviews.ts'
import { outcomes } from './reviews.page.tsx'
import { nextReviewDay, reviewsOf } from './reviews.query.ts'

/** A review that is still to be held, with its placement as its commissioner reads it. */
export async function openReview(visit: Visit<`/placements/:placement/reviews/:review${string}`>) {
  const opened = await openOwn(visit)
  const reviews = await reviewsOf(visit.tx, opened.placement.id)
  const review = reviews.find(({ id, held_on }) => id === visit.params.review && held_on === null)
  if (!review) throw new NotFound()
  return { ...opened, review }
}

/** Records a review: the four outcomes, how each objective stands, and when the next one is. */
export const holdReviewPage = formPage({
  path: '/placements/:placement/reviews/:review',
  permission: 'plan.write',
  async load(visit) {
    const opened = await openReview(visit)
    const { id } = opened.placement
    const { agreed, making } = standingPlans(await plansOf(visit.tx, id))
    const plan = agreed ?? making
    return {
      ...opened,
      today: visit.today,
      objectives: plan ? inVersion(await objectivesOf(visit.tx, id), plan.number) : [],
      // As if it were held today.
      proposed: await nextReviewDay(
        visit.tx,
        { ...opened.placement, started_on: visit.today },
        [],
        visit.today,
      ),
    }
  },
  discloses: viewed('plan.viewed'),
  schema: ({ objectives, today }) =>
    z
      .object({
        heldOn: pastDay('the day of the review', today),
        attendees: text('Say who was there', { most: 1000 }),
        pupilPresent: choice(['yes', 'no'], 'Choose whether the child took part'),
        attainment: optionalText({ most: 4000 }),
        needs: optionalText({ most: 4000 }),
        engagement: optionalText({ most: 4000 }),
        nextSteps: optionalText({ most: 4000 }),
        ...standingShape(objectives),
        outcome: choice(
          ['continue', 'change', 'end', 'return to school'],
          'Choose what comes of the review',
        ),
        nextOn: optionalDay('the day of the next review'),
      })
      .refine(({ outcome, nextOn }) => nextOn || !['continue', 'change'].includes(outcome), {
        path: ['nextOn'],
        error: 'Enter the day of the next review',
      })
      .refine(({ nextOn }) => !nextOn || nextOn >= today, {
        path: ['nextOn'],
        error: 'The next review must be today or later',
      })
      .superRefine(standingsWhole(objectives)),
  initial: ({ today, proposed }) => ({
    ...dayAnswers('heldOn', today),
    ...dayAnswers('nextOn', proposed),
  }),
  version: ({ review }) => review.version,
  view: ({ placement, review, objectives }, form) => (
    <PlacementLayout
      placement={placement}
      title="Record the review"
      back={`/placements/${placement.id}/reviews`}
      backText="Reviews"
      form={form}
    >
      <TwoThirds>
        <Form version={review.version} warnUnsaved>
          <DateInput name="heldOn" label="When was it?" form={form} />
          <TextInput
            name="attendees"
            label="Who was there?"
            hint="Names and roles: the child, family, school, provider, others"
            form={form}
          />
          <Radios
            name="pupilPresent"
            label="Did the child take part?"
            form={form}
            items={{ yes: 'Yes', no: 'No' }}
          />
          {fourOutcomes.map(([name, label]) => (
            <TextArea name={name} label={label} rows={3} form={form} />
          ))}
          <StandingFields objectives={objectives} form={form} />
          <Radios name="outcome" label="What comes of it?" form={form} items={outcomes} />
          <DateInput
            name="nextOn"
            label="When is the next review?"
            hint="Leave it empty only when the placement ends"
            form={form}
          />
          <Button preventDoubleClick>Record the review</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, review, objectives }, { pupilPresent, ...answers }) {
    await recordReview(visit, placement, review, {
      ...answers,
      pupilPresent: pupilPresent === 'yes',
      nextOn: ['end', 'return to school'].includes(answers.outcome) ? null : answers.nextOn,
      progress: progressFrom(objectives, answers),
    })
    visit.flash('The review is recorded')
    return `/placements/${placement.id}/reviews`
  },
})

const fourOutcomes = [
  ['attainment', 'Attainment, on a par with mainstream'],
  ['needs', 'Needs found and met'],
  ['engagement', 'Motivation, attendance and engagement'],
  ['nextSteps', 'Next steps'],
] as const
