import { may } from '#domain/permissions.ts'
import { childPage } from '#features/children/index.ts'
import { CaseLayout, caseDisclosed, openCase } from '#features/referrals/index.ts'
import { ButtonMenu, type MenuItem } from '#govuk/index.ts'
import { OnDay } from '#platform/http/on-day.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { programmeOn } from './programme.query.ts'
import { ProgrammeView } from './programme-view.tsx'

/** The programme of a child as one week, on the child's record. */
export const programmePage = childPage({
  path: '/children/:child/programme',
  section: 'programme',
  title: 'Programme',
  permission: 'programme.read',
  query: OnDay,
  load: ({ tx, query, today }, { child }) => programmeOn(tx, child.id, query.on ?? today),
  view: (programme, { child }, { me, today }) => (
    <>
      <ButtonMenu items={actionsFor(child.id, me)} />
      <ProgrammeView programme={programme} today={today} path={`/children/${child.id}/programme`} />
    </>
  ),
})

/** The same as a page of the case, where the co-ordinator is anyway. */
export const caseProgrammePage = page({
  path: '/cases/:referral/programme',
  permission: 'placement.run',
  query: OnDay,
  async load(visit) {
    const opened = await openCase(visit, visit.params.referral)
    const childId = opened.identity.childId
    return {
      opened,
      programme: await programmeOn(visit.tx, childId, visit.query.on ?? visit.today),
    }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  view: ({ opened, programme }, { me, today }) => (
    <CaseLayout opened={opened} title="Programme">
      <ButtonMenu items={actionsFor(opened.identity.childId, me)} />
      <ProgrammeView
        programme={programme}
        today={today}
        path={`/cases/${opened.referral.id}/programme`}
      />
    </CaseLayout>
  ),
})

const actionsFor = (childId: string, me: Me): MenuItem[] => [
  ...(may(me, 'placement.run')
    ? [
        { text: 'Propose a placement', href: `/children/${childId}/placements/new` },
        { text: 'Arrange work experience', href: `/children/${childId}/work-experience/new` },
      ]
    : []),
  ...(may(me, 'direction.read')
    ? [{ text: 'Off-site directions', href: `/children/${childId}/directions` }]
    : []),
  ...(may(me, 'programme.change')
    ? [
        { text: 'Time at school', href: `/children/${childId}/programme/school` },
        { text: 'Medical exception', href: `/children/${childId}/programme/medical` },
        { text: 'Print for the child and carer', href: `/children/${childId}/programme/print` },
      ]
    : []),
]
