import { Button, ButtonGroup, InsetText } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { PlacementLayout } from '../placement-layout.tsx'
import { runPlacement } from '../run-placement.query.ts'
import { tripwireFor } from './tripwire.ts'
import { TripwireView } from './tripwire-view.tsx'

/** Before a placement is offered: what it would do to the provider, and the ways on from here. */
export const tripwirePage = page({
  path: '/placements/:placement/tripwire',
  permission: 'placement.run',
  async load({ tx, params, today }) {
    const placement = await runPlacement(tx, params.placement, ['proposed', 'declined'])
    return { placement, tripwire: await tripwireFor(tx, placement, today) }
  },
  discloses: ({ placement }) => ({
    event: 'tripwire.viewed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { provider: placement.provider_id },
  }),
  view: ({ placement, tripwire }) => (
    <PlacementLayout
      placement={placement}
      title={`Before you offer it to ${placement.providerName}`}
      back={`/placements/${placement.id}`}
    >
      <TripwireView tripwire={tripwire} providerName={placement.providerName} />
      <h2 class="govuk-heading-m">What do you want to do?</h2>
      {tripwire.stops.length > 0 && (
        <InsetText>
          To go on all the same you need a reason and the name of the head who stands behind it.
          Both are kept.
        </InsetText>
      )}
      <ButtonGroup>
        {tripwire.stops.length === 0 && (
          <Button href={`/placements/${placement.id}/offer`}>Go on to the offer</Button>
        )}
        <Button
          {...(tripwire.stops.length > 0 ? {} : { variant: 'secondary' })}
          href={`/placements/${placement.id}/week`}
        >
          Reduce the days
        </Button>
        <Button variant="secondary" href={`/placements/${placement.id}/short-term-plan`}>
          Write a short-term plan
        </Button>
        <Button variant="secondary" href={`/placements/${placement.id}/provider`}>
          Choose another provider
        </Button>
        <Button variant="secondary" href={`/placements/${placement.id}/withdraw`}>
          Stop
        </Button>
        {tripwire.stops.length > 0 && (
          <Button variant="secondary" href={`/placements/${placement.id}/offer`}>
            Go on with a reason
          </Button>
        )}
      </ButtonGroup>
    </PlacementLayout>
  ),
})
