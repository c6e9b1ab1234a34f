import { z } from 'zod'
import { reevaluateProvision } from '#features/findings/index.ts'
import { Button, Form, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { changePlacement, recordPlacementEvent } from '../move-placement.ts'
import { sessionsOf } from '../placement.query.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { runPlacement } from '../run-placement.query.ts'
import { addSessions } from './propose-placement.ts'
import { checkWeek, sessionsIn, WeekFields, weekAnswers, weekShape } from './week-fields.tsx'

/** Draws the week of a proposal again, with one stretch a day. What was there before is gone. */
export const simpleWeekPage = formPage({
  path: '/placements/:placement/week/simple',
  permission: 'placement.run',
  async load({ tx, params }) {
    const placement = await runPlacement(tx, params.placement, ['proposed', 'declined'])
    return { placement, sessions: await sessionsOf(tx, [placement.id]) }
  },
  discloses: placementViewed,
  schema: z.object(weekShape).superRefine(checkWeek),
  initial: ({ sessions }) => weekAnswers(sessions),
  version: ({ placement }) => placement.version,
  view: ({ placement }, form) => (
    <PlacementLayout
      placement={placement}
      title="Draw a simple week"
      back={`/placements/${placement.id}/week`}
      backText="The week"
      form={form}
    >
      <TwoThirds>
        <Form version={placement.version} warnUnsaved>
          <WeekFields form={form} />
          <Button>Save the week</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, answers) {
    // The version moves, so that two people who draw at once are told.
    await changePlacement(visit.tx, placement, { planned_start_on: placement.planned_start_on })
    await visit.tx
      .deleteFrom('placement_session')
      .where('placement_id', '=', placement.id)
      .execute()
    await addSessions(visit, placement.id, placement.planned_start_on, sessionsIn(answers))
    await recordPlacementEvent(visit, placement.id, 'week changed')
    visit.audit({
      event: 'placement.changed',
      subjectKind: 'placement',
      subjectId: placement.id,
      childId: placement.child_id,
      detail: { what: 'week' },
    })
    await reevaluateProvision(visit, placement.child_id)
    visit.flash('The week is changed')
    return `/placements/${placement.id}/tripwire`
  },
})
