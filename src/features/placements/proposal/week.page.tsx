import { z } from 'zod'
import { minuteOf } from '#domain/clock-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { schoolWeeksFrom } from '#features/organisations/index.ts'
import { Button, ButtonGroup, Form, Table } from '#govuk/index.ts'
import { action, formPage, page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { placementViewed } from '../about.ts'
import { changePlacement, recordPlacementEvent } from '../move-placement.ts'
import { type SessionRow, sessionsOf } from '../placement.query.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { type RunPlacement, runPlacement } from '../run-placement.query.ts'
import { wordOf } from '../week/week-list.tsx'
import { WhichWeek } from '../week/which-week.tsx'
import { weekdayNamed } from '../words.ts'
import { addSessions } from './propose-placement.ts'
import { SessionFields, sessionOf, sessionSchema } from './session-fields.tsx'

async function load({ tx, params, today }: Visit<`/placements/:placement/${string}`>) {
  const placement = await runPlacement(tx, params.placement, ['proposed', 'declined'])
  return {
    placement,
    sessions: await sessionsOf(tx, [placement.id]),
    weeks: await schoolWeeksFrom(tx, today, 1),
    today,
  }
}

/** The week of a proposal, stretch by stretch. Once it is offered, a change is asked for instead. */
export const proposalWeekPage = page({
  path: '/placements/:placement/week',
  permission: 'placement.run',
  load,
  discloses: placementViewed,
  view: ({ placement, sessions, weeks, today }) => (
    <PlacementLayout
      placement={placement}
      title="Change the week"
      back={`/placements/${placement.id}`}
    >
      <Table
        caption="Its week"
        captionHidden
        head={['Day', 'Time', 'Break', 'Supervised by', 'Subjects', 'Travel', 'Remove']}
        rows={sessions.map(each => [
          dayOf(each),
          `${each.starts_at.slice(0, 5)} to ${each.ends_at.slice(0, 5)}`,
          each.break_minutes ? `${each.break_minutes} minutes` : 'None',
          each.supervised_by ?? 'Not said',
          each.subjects.map(wordOf).join(', ') || 'Not said',
          each.travel ?? 'Not said',
          <Form
            action={`/placements/${placement.id}/week/${each.id}/remove`}
            version={placement.version}
          >
            <Button variant="secondary">
              Remove<span class="govuk-visually-hidden"> {dayOf(each)}</span>
            </Button>
          </Form>,
        ])}
        empty="It has no week yet."
      />
      {sessions.some(({ in_weeks }) => in_weeks !== 'every') && (
        <WhichWeek weeks={weeks} day={today} />
      )}
      <ButtonGroup>
        <Button href={`/placements/${placement.id}/week/add`}>Add a session</Button>
        <Button variant="secondary" href={`/placements/${placement.id}/week/simple`}>
          Draw a simple week instead
        </Button>
        <a class="govuk-link" href={`/placements/${placement.id}/tripwire`}>
          Look at what it would do
        </a>
      </ButtonGroup>
    </PlacementLayout>
  ),
})

const dayOf = ({ weekday, in_weeks }: SessionRow) =>
  `${weekdayNamed(weekday)}${in_weeks === 'every' ? '' : `, week ${in_weeks}`}`

export const addSessionPage = formPage({
  path: '/placements/:placement/week/add',
  permission: 'placement.run',
  load: (visit: Visit<'/placements/:placement/week/add'>) => load(visit),
  discloses: placementViewed,
  schema: sessionSchema,
  initial: () => ({ inWeeks: 'every' }),
  version: ({ placement }) => placement.version,
  view: ({ placement, weeks, today }, form) => (
    <PlacementLayout
      placement={placement}
      title="Add a session"
      back={`/placements/${placement.id}/week`}
      backText="The week"
      form={form}
    >
      <Form version={placement.version}>
        <WhichWeek weeks={weeks} day={today} />
        <SessionFields form={form} />
        <Button preventDoubleClick>Add the session</Button>
      </Form>
    </PlacementLayout>
  ),
  async submit(visit, { placement, sessions }, answers) {
    const wanted = sessionOf(answers)
    const clash = sessions.find(
      each =>
        each.weekday === wanted.weekday &&
        (each.in_weeks === 'every' ||
          wanted.inWeeks === 'every' ||
          each.in_weeks === wanted.inWeeks) &&
        minuteOf(each.starts_at) < minuteOf(wanted.endsAt) &&
        minuteOf(wanted.startsAt) < minuteOf(each.ends_at),
    )
    if (clash)
      return {
        errors: {
          starts: `The child is there already from ${clash.starts_at.slice(0, 5)} to ${clash.ends_at.slice(0, 5)}`,
        },
      }
    await weekChanged(visit, placement, () =>
      addSessions(visit, placement.id, placement.planned_start_on, [wanted]),
    )
    visit.flash('The session is added')
    return `/placements/${placement.id}/week`
  },
})

export const removeSessionAction = action({
  path: '/placements/:placement/week/:session/remove',
  permission: 'placement.run',
  schema: z.object({}),
  async load(visit: Visit<'/placements/:placement/week/:session/remove'>) {
    const model = await load(visit)
    if (!model.sessions.some(({ id }) => id === visit.params.session)) throw new NotFound()
    return model
  },
  version: ({ placement }) => placement.version,
  async submit(visit, { placement }) {
    await weekChanged(visit, placement, () =>
      visit.tx.deleteFrom('placement_session').where('id', '=', visit.params.session).execute(),
    )
    visit.flash('The session is removed')
    return `/placements/${placement.id}/week`
  },
})

/** The version moves with the week, so that two people who draw at once are told. */
async function weekChanged(
  visit: Visit,
  placement: RunPlacement,
  work: () => Promise<unknown>,
): Promise<void> {
  await changePlacement(visit.tx, placement, { planned_start_on: placement.planned_start_on })
  await work()
  await recordPlacementEvent(visit, placement.id, 'week changed')
  visit.audit({
    event: 'placement.changed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { what: 'week' },
  })
  await reevaluateProvision(visit, placement.child_id)
}
