import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import {
  acceptPlacementFinding,
  FindingCard,
  findingsOfPlacement,
} from '#features/findings/index.ts'
import { Button, Form, TextArea, TwoThirds } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from './about.ts'
import { recordPlacementEvent } from './move-placement.ts'
import { PlacementLayout } from './placement-layout.tsx'
import { runAnyPlacement } from './run-placement.query.ts'

/** Lets a finding stand, with the reason and the name of who says so. */
export const acceptFindingPage = formPage({
  path: '/placements/:placement/findings/:finding/accept',
  permission: 'placement.accept-finding',
  async load({ tx, params }) {
    const placement = await runAnyPlacement(tx, params.placement, [
      'proposed',
      'offered',
      'declined',
      'accepted',
      'live',
    ])
    const finding = (await findingsOfPlacement(tx, placement.id)).find(
      ({ id }) => id === params.finding,
    )
    if (!finding) throw new NotFound()
    return { placement, finding }
  },
  discloses: placementViewed,
  schema: z.object({ reason: text('Say why it may stand', { most: 2000 }) }),
  view: ({ placement, finding }, form) => (
    <PlacementLayout
      placement={placement}
      title="Accept what the rules found"
      back={`/placements/${placement.id}`}
      form={form}
    >
      <TwoThirds>
        <FindingCard finding={finding} headingLevel={2} />
        <Form>
          <TextArea name="reason" label="Why may it stand?" rows={4} form={form} />
          <Button>Accept it with this reason</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, finding }, { reason }) {
    await acceptPlacementFinding(visit, finding.id, reason)
    await recordPlacementEvent(visit, placement.id, 'finding accepted', reason, {
      rule: finding.rule,
    })
    visit.flash('It is accepted, with your name and reason')
    return `/placements/${placement.id}`
  },
})
