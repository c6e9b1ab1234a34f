import { z } from 'zod'
import { lengthInWords } from '#domain/clock-time.ts'
import { addDays } from '#domain/dates.ts'
import { Button, DateInput, Form, TextArea, TextInput, TwoThirds } from '#govuk/index.ts'
import { day, dayAnswers, optionalDay, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { placementViewed } from '../about.ts'
import { sessionsOf } from '../placement.query.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { draftPlan } from './keep-plan.ts'
import { minutesOf, patternInWords } from './pattern.ts'
import { planToKeep } from './plan-to-keep.query.ts'

export const writePlanPage = formPage({
  path: '/placements/:placement/short-term-plan/write',
  permission: 'placement.run',
  async load(visit: Visit<'/placements/:placement/short-term-plan/write'>) {
    const model = await planToKeep(visit)
    return { ...model, sessions: await sessionsOf(visit.tx, [model.placement.id]) }
  },
  discloses: placementViewed,
  schema: ({ today }) =>
    z
      .object({
        purpose: text('Say what the plan is for', { most: 4000 }),
        startOn: day('the first day'),
        reviewOn: optionalDay('the day of the review'),
        endOn: optionalDay('the last day').refine(
          end => end === null || end >= today,
          'The last day must not have passed',
        ),
        schoolAgreedBy: optionalText({ most: 200 }),
        schoolAgreedOn: optionalDay('the day on which the school agreed'),
      })
      .superRefine(({ startOn, reviewOn, endOn, schoolAgreedBy, schoolAgreedOn }, context) => {
        const say = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: [field], message })
        if (endOn && endOn < startOn) say('endOn', 'The last day must not be before the first')
        if (reviewOn && reviewOn <= startOn)
          say('reviewOn', 'The review must be after the first day')
        else if (reviewOn && endOn && reviewOn > endOn)
          say('reviewOn', 'The review must not be after the last day')
        if (!schoolAgreedBy !== !schoolAgreedOn)
          say('schoolAgreedBy', 'Enter who agreed for the school and when, or leave both empty')
        if (schoolAgreedOn && schoolAgreedOn > today)
          say('schoolAgreedOn', 'The day must be today or in the past')
      }),
  initial({ placement, plan, sessions }) {
    const draft = plan?.status === 'draft' ? plan : undefined
    const start = draft?.start_on ?? placement.started_on ?? placement.planned_start_on
    return {
      purpose: draft?.purpose ?? patternInWords(sessions, placement.providerName),
      ...dayAnswers('startOn', start),
      ...dayAnswers('reviewOn', draft?.review_on ?? addDays(start, 21)),
      ...dayAnswers('endOn', draft?.end_on),
      schoolAgreedBy: draft?.school_agreed_by ?? '',
      ...dayAnswers('schoolAgreedOn', draft?.school_agreed_on),
    }
  },
  version: ({ plan }) => plan?.version ?? 0,
  view: ({ placement, plan, sessions }, form) => (
    <PlacementLayout
      placement={placement}
      title="Write a short-term plan"
      back={`/placements/${placement.id}/short-term-plan`}
      backText="Short-term plan"
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">
          The week at {placement.providerName} is {lengthInWords(minutesOf(sessions))}.
        </p>
        <Form version={plan?.version ?? 0} warnUnsaved>
          <TextArea
            name="purpose"
            label="What is the plan for?"
            hint="Why one provider gives so much of the week, and what changes before it ends"
            rows={6}
            form={form}
          />
          <DateInput name="startOn" label="First day" form={form} />
          <DateInput
            name="reviewOn"
            label="Reviewed on (optional until it is put in force)"
            form={form}
          />
          <DateInput
            name="endOn"
            label="Last day (optional until it is put in force)"
            hint="Without a last day the plan allows nothing"
            form={form}
          />
          <TextInput
            name="schoolAgreedBy"
            label="Who agreed for the school? (optional until it is put in force)"
            form={form}
          />
          <DateInput name="schoolAgreedOn" label="On which day?" form={form} />
          <Button>Save the draft</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, plan }, answers) {
    await draftPlan(visit, placement, plan, answers)
    visit.flash('The draft is saved')
    return `/placements/${placement.id}/short-term-plan`
  },
})
