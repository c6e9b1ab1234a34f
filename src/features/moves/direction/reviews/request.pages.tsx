import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { Button, DateInput, Form, Radios, TextArea, TwoThirds } from '#govuk/index.ts'
import { choice, day, dayAnswers, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { directionViewed } from '../about.ts'
import { directionById, hasPlan, ownDirection } from '../direction.query.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { answerRequest, recordRequest } from './keep-reviews.ts'
import { RequestWorkingView } from './request-view.tsx'
import { requestsWithWorking } from './requests-with-working.query.ts'

/** A written request for a review. The school records what it got; the authority records its own. */
export const askReviewPage = formPage({
  path: '/directions/:direction/requests/new',
  permission: 'direction.ask',
  async load({ tx, me, params, today }) {
    const direction = await directionById(tx, params.direction)
    const ours = direction.school_id === me.organisationId
    // Who reads a direction and is neither its school nor the authority asks nobody.
    if (!ours && me.role !== 'sena') throw new NotFound()
    if (direction.status !== 'issued')
      throw new Refusal('A review is asked for while a direction runs.')
    return { direction, ours, plan: await hasPlan(tx, direction.child_id, today), today }
  },
  discloses: directionViewed,
  schema: ({ ours, plan, today }) =>
    z.object({
      askedBy: ours
        ? choice(['parent', 'authority'], 'Choose who asked').refine(
            by => by === 'parent' || plan,
            'The authority may ask only for a child with an EHCP',
          )
        : z.literal('authority').catch('authority').default('authority'),
      askedOn: day('the day of the request').refine(
        on => on <= today && on >= addDays(today, -366),
        'The day of the request must be today or in the past',
      ),
    }),
  initial: ({ today }) => dayAnswers('askedOn', today),
  view: ({ direction, ours }, form) => (
    <DirectionLayout
      direction={direction}
      title={ours ? 'Record a request for a review' : 'Ask for a review'}
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <Form>
          {ours && (
            <Radios
              name="askedBy"
              label="Who asked, in writing?"
              items={{ parent: 'A parent', authority: 'The authority (EHCP)' }}
              form={form}
            />
          )}
          <DateInput name="askedOn" label="On which day?" form={form} />
          <Button preventDoubleClick>{ours ? 'Record the request' : 'Ask for a review'}</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction, ours, plan }, { askedBy, askedOn }) {
    if (!ours && !plan)
      return { errors: { askedOn: 'The authority may ask only for a child with an EHCP' } }
    await recordRequest(visit, direction, { askedBy, askedOn })
    visit.flash(ours ? 'The request is recorded' : 'The school has been told that you ask')
    return `/directions/${direction.id}`
  },
})

/** The answer to a request, with the ten-week rule worked out beside it. */
export const answerRequestPage = formPage({
  path: '/directions/:direction/requests/:request',
  permission: 'direction.write',
  async load(visit: Visit<'/directions/:direction/requests/:request'>) {
    // A request is answered even where the direction ended before the answer.
    const direction = await ownDirection(visit, visit.params.direction, [
      'issued',
      'ended',
      'revoked',
    ])
    const request = (await requestsWithWorking(visit.tx, direction.id)).find(
      ({ id }) => id === visit.params.request,
    )
    if (!request) throw new NotFound()
    if (request.answered_on) throw new Refusal('This request has been answered. The answer stays.')
    return { direction, request, today: visit.today }
  },
  discloses: directionViewed,
  schema: ({ request, today }) =>
    z.object({
      answer: text('Write the answer', { most: 2000 }),
      answeredOn: day('the day of the answer').refine(
        on => on <= today && on >= request.asked_on,
        'The day of the answer must be from the request to today',
      ),
    }),
  initial: ({ today }) => dayAnswers('answeredOn', today),
  view: ({ direction, request }, form) => (
    <DirectionLayout
      direction={direction}
      title="Answer the request for a review"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <RequestWorkingView working={request.working} open />
        <Form>
          <TextArea name="answer" label="What is answered?" rows={4} form={form} />
          <DateInput name="answeredOn" label="On which day?" form={form} />
          <Button preventDoubleClick>Record the answer</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction, request }, answers) {
    await answerRequest(visit, direction, request, answers)
    visit.flash('The answer is recorded')
    return `/directions/${direction.id}`
  },
})
