import { z } from 'zod'
import { Button, DateInput, Form, TextArea, TwoThirds } from '#govuk/index.ts'
import { dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { placementViewed } from '../about.ts'
import { directionToEnd } from '../directed/directions-with.query.ts'
import type { PlacementStatus } from '../placement.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { runAnyPlacement, runPlacement } from '../run-placement.query.ts'
import {
  endPlacement,
  startPlacement,
  whatStopsTheStart,
  withdrawPlacement,
} from './run-placement.ts'
import { plannedStart, StartForm, startSchema } from './start-form.tsx'

const load =
  (...statuses: PlacementStatus[]) =>
  async ({ tx, params, today }: Visit<`/placements/:placement/${string}`>) => ({
    placement: await runAnyPlacement(tx, params.placement, statuses),
    today,
  })

/** A direction that goes with it is asked about next: neither ends the other in silence. */
async function onwards(visit: Visit, placementId: string, done: string): Promise<string> {
  const direction = await directionToEnd(visit, placementId)
  visit.flash(
    direction
      ? `${done}. The off-site direction that goes with it still runs: end it here, or go back and leave it.`
      : done,
  )
  return direction ? `/directions/${direction}/end` : `/placements/${placementId}`
}

export const startPage = formPage({
  path: '/placements/:placement/start',
  permission: 'placement.run',
  load: async (visit: Visit<'/placements/:placement/start'>) => {
    const placement = await runPlacement(visit.tx, visit.params.placement, ['accepted'])
    return { placement, today: visit.today, stops: await whatStopsTheStart(visit, placement) }
  },
  discloses: placementViewed,
  schema: ({ today }) => startSchema(today),
  initial: ({ placement, today }) => plannedStart(placement, today),
  version: ({ placement }) => placement.version,
  view: ({ placement, stops }, form) => (
    <PlacementLayout
      placement={placement}
      title="Record the start"
      back={`/placements/${placement.id}`}
      form={form}
    >
      <StartForm placement={placement} stops={stops} form={form} />
    </PlacementLayout>
  ),
  async submit(visit, { placement }, { startedOn }) {
    await startPlacement(visit, placement, startedOn)
    visit.flash('The placement is live')
    return `/placements/${placement.id}`
  },
})

export const endPage = formPage({
  path: '/placements/:placement/end',
  permission: 'placement.run',
  load: load('live'),
  discloses: placementViewed,
  schema: ({ today }) =>
    z.object({
      endedOn: pastDay('the last day', today),
      reason: text('Say why it ends', { most: 2000 }),
    }),
  initial: ({ today }) => dayAnswers('endedOn', today),
  version: ({ placement }) => placement.version,
  view: ({ placement }, form) => (
    <PlacementLayout
      placement={placement}
      title="End the placement"
      back={`/placements/${placement.id}`}
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">
          The provider can read what it was told for ten school days more, to write its report.
        </p>
        <Form version={placement.version}>
          <DateInput name="endedOn" label="Which was the last day?" form={form} />
          <TextArea name="reason" label="Why does it end?" rows={3} form={form} />
          <Button>End the placement</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, answers) {
    await endPlacement(visit, placement, answers)
    return onwards(visit, placement.id, 'The placement has ended')
  },
})

export const withdrawPage = formPage({
  path: '/placements/:placement/withdraw',
  permission: 'placement.run',
  load: load('proposed', 'offered', 'declined', 'accepted'),
  discloses: placementViewed,
  schema: z.object({ reason: text('Say why it is withdrawn', { most: 2000 }) }),
  version: ({ placement }) => placement.version,
  view: ({ placement }, form) => (
    <PlacementLayout
      placement={placement}
      title="Withdraw the placement"
      back={`/placements/${placement.id}`}
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">
          Its week, a short-term plan and requests for changes go with it. What was told to the
          provider stays in the register of what was shared.
        </p>
        <Form version={placement.version}>
          <TextArea name="reason" label="Why is it withdrawn?" rows={3} form={form} />
          <Button variant="warning">Withdraw the placement</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, { reason }) {
    await withdrawPlacement(visit, placement, reason)
    return onwards(visit, placement.id, 'The placement is withdrawn')
  },
})
