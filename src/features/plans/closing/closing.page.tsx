import { z } from 'zod'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { PlacementFrame } from '#features/placements/index.ts'
import { Button, ErrorSummary, Form, InsetText, SummaryList } from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { openOwn, openPlacement, viewed } from '../open-placement.ts'
import { ObjectiveTable } from '../plan/plan-view.tsx'
import { progressFrom, standingShape, standingsWhole } from '../plan/standing-fields.tsx'
import { reportedBy, reportsOf } from '../provider/reports.query.ts'
import {
  closePlacement,
  closingOf,
  objectivesToAnswer,
  saveClosing,
  whatIsMissingToClose,
} from './closing.ts'
import { ReportForm } from './report-form.tsx'
import { StillMissing } from './still-missing.tsx'

/** How a placement ended: what was reached, outcome by objective, where the child goes, and what is still missing. */
export const closingPage = formPage({
  path: '/placements/:placement/closing',
  permission: 'plan.read',
  async load(visit) {
    const opened = await openPlacement(visit)
    return {
      ...opened,
      closing: await closingOf(visit.tx, opened.placement.id),
      objectives: await objectivesToAnswer(visit.tx, opened.placement.id),
      reports: await reportsOf(visit.tx, opened.placement.id),
      missing: await whatIsMissingToClose(visit.tx, opened.placement),
    }
  },
  discloses: viewed('plan.viewed'),
  schema: ({ objectives }) =>
    z
      .object({
        progress: optionalText({ most: 8000 }),
        achievements: optionalText({ most: 8000 }),
        destination: optionalText({ most: 2000 }),
        ...standingShape(objectives),
      })
      .superRefine(standingsWhole(objectives)),
  initial: ({ closing }) => ({
    progress: closing?.progress ?? '',
    achievements: closing?.achievements ?? '',
    destination: closing?.destination ?? '',
  }),
  version: ({ closing }) => closing?.version ?? 0,
  view({ placement, child, run, closing, objectives, reports, missing }, form, { me }) {
    const closed = closing?.closed_at
    const write =
      run &&
      may(me, 'plan.write') &&
      !closed &&
      ['live', 'ended', 'ended early'].includes(placement.status)
    return (
      <PlacementFrame placement={placement} child={child} me={me} run={run} title="End report">
        <ErrorSummary form={form} />
        {closed ? (
          <InsetText>
            Closed by {closing.person ?? 'somebody'}, {momentInWords(closed)}.
          </InsetText>
        ) : (
          <StillMissing
            placement={placement}
            missing={missing}
            objectives={objectives}
            lead={run}
          />
        )}
        {reports.length > 0 && (
          <SummaryList
            card={{ title: 'What the provider reports' }}
            rows={reports.map(each => ({
              key: reportedBy(each),
              value: each.learning ?? '',
              actions: [
                {
                  href: `/provider-reports/${each.id}`,
                  children: 'Read it',
                  visuallyHiddenText: reportedBy(each),
                },
              ],
            }))}
          />
        )}
        {write ? (
          <ReportForm objectives={objectives} version={closing?.version ?? 0} form={form} />
        ) : (
          closing && (
            <SummaryList
              rows={[
                placement.ended_on !== null && {
                  key: 'Last day',
                  value: dayInWords(placement.ended_on),
                },
                { key: 'Progress', value: closing.progress ?? 'Not written' },
                { key: 'Achievements', value: closing.achievements ?? 'Not written' },
                { key: 'Goes next to', value: closing.destination ?? 'Not written' },
              ]}
            />
          )
        )}
        <ObjectiveTable objectives={objectives} />
        {write && missing.length === 0 && (
          <Form action={`/placements/${placement.id}/close`} version={closing?.version ?? 0}>
            <Button preventDoubleClick>Close the placement</Button>
          </Form>
        )}
      </PlacementFrame>
    )
  },
  async submit(
    visit,
    { placement, run, objectives, closing },
    { progress, achievements, destination, ...answers },
  ) {
    if (!run || !may(visit.me, 'plan.write')) throw new NotFound()
    await saveClosing(
      visit,
      placement,
      { progress, achievements, destination },
      progressFrom(objectives, answers),
      closing?.version ?? 0,
    )
    visit.flash('The end report is saved')
    return `/placements/${placement.id}/closing`
  },
})

export const closeAction = action({
  path: '/placements/:placement/close',
  permission: 'plan.write',
  load: async visit => {
    const opened = await openOwn(visit)
    return { ...opened, closing: await closingOf(visit.tx, opened.placement.id) }
  },
  schema: z.object({}),
  version: ({ closing }) => closing?.version ?? 0,
  async submit(visit, { placement }) {
    await closePlacement(visit, placement)
    visit.flash('The placement is closed, and its record is whole')
    return `/placements/${placement.id}/closing`
  },
})
