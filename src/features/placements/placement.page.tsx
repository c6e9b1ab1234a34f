import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { identityOf } from '#features/children/index.ts'
import {
  FindingCard,
  findingsOfPlacement,
  findingsOfProvider,
  wayRoundAtProvider,
} from '#features/findings/index.ts'
import { schoolWeeksFrom } from '#features/organisations/index.ts'
import { ButtonMenu, TicketPanel, Timeline } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { placementViewed } from './about.ts'
import { actionsOf } from './actions.ts'
import { partiesOf } from './agreements/agreements.query.ts'
import { directionsWith } from './directed/directions-with.query.ts'
import { DirectionsWith } from './directed/directions-with.tsx'
import { eventsOf } from './events.query.ts'
import { FindingsOfPlacement, ToKnow } from './findings-of-placement.tsx'
import { placementEvents } from './move-placement.ts'
import { nextStepOf } from './next-step.ts'
import { placementById, sessionsOf } from './placement.query.ts'
import { WhatGoesWithIt, WhatItIs } from './placement-cards.tsx'
import { PlacementFrame } from './placement-frame.tsx'
import { doIRun } from './run-placement.query.ts'
import { SessionList } from './week/session-list.tsx'

/** One placement: whose turn it is, what it is, its week, what the rules say, and what happened. */
export const placementPage = page({
  path: '/placements/:placement',
  permission: 'placement.read',
  async load({ tx, params, today }) {
    const placement = await placementById(tx, params.placement)
    return {
      placement,
      child: await identityOf(tx, placement.child_id, today),
      sessions: await sessionsOf(tx, [placement.id]),
      weeks: await schoolWeeksFrom(tx, today, 1),
      findings: await findingsOfPlacement(tx, placement.id),
      ofTheProvider: placement.provider_id
        ? (await findingsOfProvider(tx, placement.provider_id)).filter(
            // What has run out is said among the placement's own findings.
            ({ blocks, rule }) => blocks.includes('start-placement') && rule !== 'EVD-12',
          )
        : [],
      events: await eventsOf(tx, placement.id),
      run: await doIRun(tx, placement.id),
      directed: await directionsWith(tx, placement.id),
      parties: await partiesOf(tx, placement),
    }
  },
  discloses: placementViewed,
  view(
    { placement, child, sessions, weeks, findings, ofTheProvider, events, run, directed, parties },
    { today, me },
  ) {
    const step = nextStepOf(placement, today)
    const [toKnow = [], notable = []] = [true, false].map(mild =>
      findings.filter(({ level, blocks }) => (level === 'info' && blocks.length === 0) === mild),
    )
    const open = !['ended', 'ended early', 'withdrawn'].includes(placement.status)
    return (
      <PlacementFrame placement={placement} child={child} me={me} title="Placement" run={run}>
        <TicketPanel title="Next step">
          <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{step.what}</p>
          <p class="govuk-body">Whose it is: {step.who}</p>
        </TicketPanel>
        {run && <ButtonMenu items={actionsOf(placement, me)} />}
        <WhatItIs placement={placement} />
        <SessionList sessions={sessions} today={today} weeks={weeks} />
        <WhatGoesWithIt
          placement={placement}
          parties={parties}
          change={run && open && placement.provider_id !== null}
        />
        <DirectionsWith placement={placement} directed={directed} me={me} />
        {(open || notable.length > 0) && (
          <>
            <h2 class="govuk-heading-m">What the rules say</h2>
            {notable.length + ofTheProvider.length === 0 && (
              <p class="govuk-body">Nothing stands in the way.</p>
            )}
            <FindingsOfPlacement
              placement={placement}
              findings={notable}
              me={me}
              run={run}
              mayAccept={run && may(me, 'placement.accept-finding')}
            />
            {ofTheProvider.map(finding => (
              <FindingCard finding={finding} unless={wayRoundAtProvider(finding)} />
            ))}
            <ToKnow findings={toKnow} />
          </>
        )}
        <h2 class="govuk-heading-m">What happened</h2>
        <Timeline
          events={events.map(event => ({
            title: placementEvents[event.what as keyof typeof placementEvents] ?? event.what,
            when: momentInWords(event.at),
            dateTime: event.at.toISOString(),
            by: [event.person ?? 'Onroll', event.organisation].filter(Boolean).join(', '),
            children: event.because && <p class="govuk-body">{event.because}</p>,
          }))}
        />
      </PlacementFrame>
    )
  },
})
