import { z } from 'zod'
import { Button, DateInput, Form, Radios, TextArea, TwoThirds } from '#govuk/index.ts'
import { choice, dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { directionViewed } from '../about.ts'
import { ownDirection } from '../direction.query.ts'
import type { DirectionStatus } from '../direction.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { requestsOf } from '../reviews/reviews.query.ts'
import {
  discardDirection,
  endDirection,
  placementToEnd,
  replaceDirection,
} from './end-direction.ts'

const load =
  (...statuses: DirectionStatus[]) =>
  async (visit: Visit<`/directions/:direction/${string}`>) => ({
    direction: await ownDirection(visit, visit.params.direction, statuses),
    today: visit.today,
  })

const reason = (missing: string) => text(missing, { most: 1000 })

/** Ends or revokes it. A placement that goes with it is asked about next: neither ends the other in silence. */
export const endDirectionPage = formPage({
  path: '/directions/:direction/end',
  permission: 'direction.write',
  load: load('issued'),
  discloses: directionViewed,
  schema: ({ today }) =>
    z.object({
      how: choice(['end', 'revoke'], 'Choose whether it has run its course or is revoked'),
      endedOn: pastDay('the last day', today),
      reason: reason('Say why it ends'),
    }),
  initial: ({ today }) => dayAnswers('endedOn', today),
  version: ({ direction }) => direction.version,
  view: ({ direction }, form) => (
    <DirectionLayout
      direction={direction}
      title="End the direction"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <Form version={direction.version}>
          <Radios
            name="how"
            label="How does it end?"
            items={{
              end: 'It ends: it has run its course, or a review decided so',
              revoke: 'It is revoked: it should not go on, or should not have been made',
            }}
            form={form}
          />
          <DateInput name="endedOn" label="Which was its last day?" form={form} />
          <TextArea name="reason" label="Why does it end?" rows={3} form={form} />
          <Button>End the direction</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction }, answers) {
    await endDirection(visit, direction, answers)
    const placement = await placementToEnd(visit, direction)
    const waits = (await requestsOf(visit.tx, direction.id)).some(each => !each.answered_on)
    if (waits)
      visit.flash(
        'The direction has ended. Somebody asked for a review of it and waits for an answer: answer the request.',
        'information',
      )
    else
      visit.flash(
        placement
          ? 'The direction has ended. The placement that goes with it still runs: end it here, or go back and leave it.'
          : 'The direction has ended',
      )
    return placement ? `/placements/${placement}/end` : `/directions/${direction.id}`
  },
})

export const discardDirectionPage = formPage({
  path: '/directions/:direction/discard',
  permission: 'direction.write',
  load: load('draft'),
  discloses: directionViewed,
  schema: z.object({ reason: reason('Say why it is discarded') }),
  version: ({ direction }) => direction.version,
  view: ({ direction }, form) => (
    <DirectionLayout
      direction={direction}
      title="Discard the draft"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">Nobody was told of it. It stays in your list as discarded.</p>
        <Form version={direction.version}>
          <TextArea name="reason" label="Why is it discarded?" rows={3} form={form} />
          <Button variant="warning">Discard the draft</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction }, { reason }) {
    await discardDirection(visit, direction, reason)
    visit.flash('The draft is discarded')
    return `/children/${direction.child_id}/directions`
  },
})

/** What was issued is not changed: it ends, and a new draft with its answers opens. */
export const replaceDirectionPage = formPage({
  path: '/directions/:direction/change',
  permission: 'direction.write',
  load: load('issued'),
  discloses: directionViewed,
  schema: ({ today }) =>
    z.object({
      lastDay: pastDay('the last day', today),
      reason: reason('Say what changes, and why'),
    }),
  initial: ({ today }) => dayAnswers('lastDay', today),
  version: ({ direction }) => direction.version,
  view: ({ direction }, form) => (
    <DirectionLayout
      direction={direction}
      title="Change the direction"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">
          The notice that was given stays word for word. This direction ends, and a new draft opens
          with the same answers: it needs a notice of its own, with two clear school days.
        </p>
        <Form version={direction.version}>
          <DateInput name="lastDay" label="Which is the last day of this direction?" form={form} />
          <TextArea name="reason" label="What changes, and why?" rows={3} form={form} />
          <Button>End it and write a new one</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction }, answers) {
    const id = await replaceDirection(visit, direction, answers)
    visit.flash('The direction has ended. This is the draft of the new one.')
    return `/directions/${id}/edit`
  },
})
