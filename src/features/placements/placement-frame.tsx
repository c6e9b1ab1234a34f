import type { ComponentChildren } from 'preact'
import { may } from '#domain/permissions.ts'
import { type ChildIdentity, ChildIdentityBar } from '#features/children/index.ts'
import { BackLink, Layout, PageHeading, SubNavigation } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Placement } from './placement.query.ts'
import { PlacementTag } from './placement-table.tsx'

/** A page of a placement: the child, the other pages, and this one. */
export const PlacementFrame = ({
  placement,
  child,
  me,
  title,
  run,
  children,
}: {
  placement: Placement
  child: ChildIdentity
  me: Me
  run: boolean
  title: string
  children: ComponentChildren
}) => (
  <Layout
    title={`${title}, ${placement.name}`}
    before={<BackLink href={`/children/${child.id}/programme`}>The child’s programme</BackLink>}
  >
    <ChildIdentityBar child={child} link />
    <SubNavigation label="Placement" items={pagesOf(placement, me, run)} />
    <PageHeading
      caption={
        <>
          {placement.name}, {placement.providerName} <PlacementTag status={placement.status} />
        </>
      }
    >
      {title}
    </PageHeading>
    {children}
  </Layout>
)

const pagesOf = ({ id, provider_id }: Placement, me: Me, run: boolean) => [
  { text: 'Placement', href: `/placements/${id}` },
  ...(provider_id === null
    ? [{ text: 'Work experience', href: `/placements/${id}/work-experience` }]
    : []),
  ...(run && provider_id ? [{ text: 'Details', href: `/placements/${id}/details` }] : []),
  { text: 'Agreements', href: `/placements/${id}/agreements` },
  { text: 'Changes', href: `/placements/${id}/changes` },
  ...(may(me, 'plan.read')
    ? [
        { text: 'Individual plan', href: `/placements/${id}/plan` },
        { text: 'Reviews', href: `/placements/${id}/reviews` },
        { text: 'Contacts', href: `/placements/${id}/contacts` },
        { text: 'The child’s view', href: `/placements/${id}/pupil-view` },
        { text: 'End report', href: `/placements/${id}/closing` },
      ]
    : []),
  ...(may(me, 'attendance.read')
    ? [{ text: 'Attendance', href: `/placements/${id}/attendance` }]
    : []),
  ...(provider_id && may(me, 'provider-report.answer')
    ? [{ text: 'Reports', href: `/placements/${id}/reports` }]
    : []),
  ...(provider_id ? [{ text: 'Short-term plan', href: `/placements/${id}/short-term-plan` }] : []),
  ...(may(me, 'disclosure.read')
    ? [{ text: 'Information shared', href: `/placements/${id}/shared` }]
    : []),
]
