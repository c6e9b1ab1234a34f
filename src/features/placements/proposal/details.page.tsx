import { reevaluateProvision } from '#features/findings/index.ts'
import { Button, Form, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { changePlacement, recordPlacementEvent } from '../move-placement.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { runPlacement } from '../run-placement.query.ts'
import {
  DetailsFields,
  detailsAnswers,
  detailsLabels,
  detailsOf,
  detailsSchema,
} from './details-fields.tsx'
import { LackingFields, lackingOf, lackingShape } from './lacking-fields.tsx'
import { sitesOf } from './providers.query.ts'

/** What goes with a placement and is not its week: contacts, price, what is taught, what the register says. */
export const detailsPage = formPage({
  path: '/placements/:placement/details',
  permission: 'placement.run',
  async load({ tx, params }) {
    const placement = await runPlacement(tx, params.placement, [
      'proposed',
      'offered',
      'declined',
      'accepted',
      'live',
    ])
    return { placement, sites: await sitesOf(tx, placement.provider_id) }
  },
  discloses: placementViewed,
  schema: ({ placement, sites }) => detailsSchema(sites).safeExtend(lackingShape(placement)),
  initial: ({ placement }) => detailsAnswers(placement),
  version: ({ placement }) => placement.version,
  view: ({ placement, sites }, form) => (
    <PlacementLayout
      placement={placement}
      title="Details"
      back={`/placements/${placement.id}`}
      labels={detailsLabels}
      form={form}
    >
      <TwoThirds>
        <Form version={placement.version} warnUnsaved>
          <LackingFields placement={placement} form={form} />
          <DetailsFields form={form} sites={sites} />
          <Button>Save the details</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, answers) {
    await changePlacement(visit.tx, placement, {
      ...detailsOf(answers),
      ...lackingOf(placement, answers),
    })
    await recordPlacementEvent(visit, placement.id, 'details changed')
    visit.audit({
      event: 'placement.changed',
      subjectKind: 'placement',
      subjectId: placement.id,
      childId: placement.child_id,
      detail: { what: 'details' },
    })
    await reevaluateProvision(visit, placement.child_id)
    visit.flash('The details are saved')
    return `/placements/${placement.id}`
  },
})
