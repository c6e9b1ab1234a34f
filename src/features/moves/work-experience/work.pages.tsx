import { z } from 'zod'
import { may } from '#domain/permissions.ts'
import { FindingCard, findingsOfPlacement } from '#features/findings/index.ts'
import {
  FindingsOfPlacement,
  PlacementFrame,
  PlacementLayout,
  plannedStart,
  StartForm,
  startSchema,
} from '#features/placements/index.ts'
import { Button, ButtonMenu, Form, type MenuItem, TwoThirds } from '#govuk/index.ts'
import { formPage, page } from '#platform/http/page.tsx'
import { saveWork, startWork, whatStopsTheWork } from './keep-work.ts'
import { openOwnWork, openWork } from './work.query.ts'
import { shownWork, WorkFields, workIn, workShape } from './work-fields.tsx'
import { WorkSummary } from './work-summary.tsx'

const viewed = ({ placement }: { placement: { id: string; child_id: string } }) =>
  ({
    event: 'work-experience.viewed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  }) as const

/** The host of a work placement, what was checked of it, and what the rules say. */
export const workPage = page({
  path: '/placements/:placement/work-experience',
  permission: 'placement.read',
  async load(visit) {
    const opened = await openWork(visit)
    const findings = await findingsOfPlacement(visit.tx, opened.placement.id)
    return { ...opened, findings: findings.filter(({ rule }) => rule.startsWith('WEX-')) }
  },
  discloses: viewed,
  view: ({ placement, work, child, run, findings }, { me, today }) => (
    <PlacementFrame placement={placement} child={child} me={me} run={run} title="Work experience">
      <ButtonMenu items={run ? actions(placement, work.reclassified_to) : []} />
      <WorkSummary placement={placement} work={work} today={today} />
      <h2 class="govuk-heading-m">What the rules say</h2>
      {findings.length === 0 && <p class="govuk-body">Nothing stands in the way.</p>}
      <FindingsOfPlacement
        placement={placement}
        me={me}
        run={run}
        findings={findings.filter(({ level }) => level !== 'info')}
        mayAccept={run && may(me, 'placement.accept-finding')}
      />
      {findings
        .filter(({ level }) => level === 'info')
        .map(finding => (
          <FindingCard finding={finding} />
        ))}
    </PlacementFrame>
  ),
})

function actions(
  { id, status }: { id: string; status: string },
  reclassified: string | null,
): MenuItem[] {
  const base = `/placements/${id}/work-experience`
  if (reclassified || !['proposed', 'live'].includes(status)) return []
  return [
    { text: 'Change the host and its checks', href: `${base}/edit` },
    ...(status === 'proposed' ? [{ text: 'Record the start', href: `${base}/start` }] : []),
    { text: 'Treat as alternative provision', href: `${base}/provision` },
  ]
}

export const editWorkPage = formPage({
  path: '/placements/:placement/work-experience/edit',
  permission: 'placement.run',
  load: openOwnWork('proposed', 'live'),
  discloses: viewed,
  schema: ({ today }) => z.object(workShape(today)),
  initial: ({ work, placement }) => shownWork(work, placement.attendance_code),
  version: ({ work }) => work.version,
  view: ({ placement, work }, form) => (
    <PlacementLayout
      placement={placement}
      title="The host and its checks"
      back={`/placements/${placement.id}/work-experience`}
      backText="Work experience"
      form={form}
    >
      <TwoThirds>
        <Form version={work.version} warnUnsaved>
          <WorkFields form={form} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, work }, answers) {
    await saveWork(visit, placement, work, workIn(answers))
    visit.flash('The host and its checks are saved')
    return `/placements/${placement.id}/work-experience`
  },
})

export const startWorkPage = formPage({
  path: '/placements/:placement/work-experience/start',
  permission: 'placement.run',
  async load(visit) {
    const opened = await openOwnWork('proposed')(visit)
    return { ...opened, stops: await whatStopsTheWork(visit, opened.placement.id) }
  },
  discloses: viewed,
  schema: ({ today }) => startSchema(today),
  initial: ({ placement, today }) => plannedStart(placement, today),
  version: ({ placement }) => placement.version,
  view: ({ placement, stops }, form) => (
    <PlacementLayout
      placement={placement}
      title="Record the start"
      back={`/placements/${placement.id}/work-experience`}
      backText="Work experience"
      form={form}
    >
      <StartForm placement={placement} stops={stops} form={form} />
    </PlacementLayout>
  ),
  async submit(visit, { placement }, { startedOn }) {
    await startWork(visit, placement, startedOn)
    visit.flash('The work experience is live')
    return `/placements/${placement.id}`
  },
})
