import { z } from 'zod'
import { isIsoDate } from '#domain/dates.ts'
import {
  ActionBar,
  Breadcrumbs,
  Button,
  ButtonGroup,
  Layout,
  PageHeading,
  SubNavigation,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { ClosedTag } from '../list/organisation-rows.tsx'
import {
  membershipChanges,
  membershipsOfPartnership,
  membershipsOfSchool,
} from '../membership/memberships.query.ts'
import { kindNames, organisationKinds, runsTheAuthority } from '../organisation.ts'
import { Contact, Registered } from './about.view.tsx'
import { hasPeople } from './has-people.query.ts'
import { mayChange } from './may-change.ts'
import { PartnershipMembers } from './members.view.tsx'
import { organisationOf } from './organisation.query.ts'
import { peopleByRole } from './people.query.ts'
import { People } from './people.view.tsx'
import { SchoolMemberships } from './school-memberships.view.tsx'

const two = z.string().max(4).catch('').default('')

/** One organisation: what it is, how to reach it, who works there, and of which partnership it is or who is of it. */
export const organisationPage = page({
  path: '/organisations/:organisation',
  permission: 'organisation.read',
  discloses: 'nothing personal',
  query: z.object({ 'on-day': two, 'on-month': two, 'on-year': two }),
  load: async ({ tx, me, today, params, query }) => {
    const organisation = await organisationOf(tx, params.organisation)
    const { id, kind } = organisation
    const [people, memberships, changes, peopled] = await Promise.all([
      peopleByRole(tx, id, today),
      kind === 'school'
        ? membershipsOfSchool(tx, id)
        : kind === 'partnership'
          ? membershipsOfPartnership(tx, id)
          : [],
      membershipChanges(tx, kind === 'school' ? { school: id } : { partnership: id }),
      hasPeople(tx, id),
    ])
    const runs = runsTheAuthority(me)
    return {
      organisation,
      people,
      memberships,
      changes,
      runs,
      today,
      chosen: chosenDay(query),
      mayChange: mayChange(me, organisation, peopled),
    }
  },
  view: model => (
    <Layout
      title={model.organisation.name}
      before={<Breadcrumbs items={crumbs(model.organisation.kind, model.organisation.name)} />}
    >
      <ActionBar actions={<Actions {...model} />}>
        <PageHeading caption={kindNames[model.organisation.kind]}>
          {model.organisation.name}
          <ClosedTag closedOn={model.organisation.closed_on} today={model.today} />
        </PageHeading>
      </ActionBar>
      {model.organisation.kind === 'school' && (
        <SchoolNavigation id={model.organisation.id} page="about" />
      )}
      {model.organisation.kind === 'school' && <SchoolMemberships {...model} />}
      {model.organisation.kind === 'partnership' && <PartnershipMembers {...model} />}
      <Contact organisation={model.organisation} mayChange={model.mayChange} />
      <Registered organisation={model.organisation} />
      <People people={model.people} />
    </Layout>
  ),
})

export const SchoolNavigation = ({
  id,
  page: shown,
}: {
  id: string
  page: 'about' | 'calendar'
}) => (
  <SubNavigation
    label="About this school"
    items={[
      { text: 'About', href: `/organisations/${id}`, active: shown === 'about' },
      { text: 'Term dates', href: `/organisations/${id}/calendar`, active: shown === 'calendar' },
    ]}
  />
)

export const crumbs = (kind: keyof typeof kindNames, name: string) => [
  { href: '/organisations', children: 'Organisations' },
  ...(kind === 'authority'
    ? []
    : [{ href: `/organisations?kind=${kind}`, children: organisationKinds[kind] }]),
  { children: name },
]

/** The day that was asked for, if it is one; a part of a date is not. */
function chosenDay(query: { 'on-day': string; 'on-month': string; 'on-year': string }) {
  const typed = `${query['on-year']}-${query['on-month'].padStart(2, '0')}-${query['on-day'].padStart(2, '0')}`
  return {
    day: isIsoDate(typed) ? typed : undefined,
    wrong: Object.values(query).some(Boolean) && !isIsoDate(typed),
    values: query,
  }
}

function Actions({
  organisation,
  runs,
}: {
  organisation: { id: string; kind: string; closed_on: string | null }
  runs: boolean
}) {
  const { id, kind } = organisation
  // A school closes in the national register; the authority itself does not.
  if (!runs || kind === 'school' || kind === 'authority') return null
  return (
    <ButtonGroup>
      {kind === 'partnership' && (
        <Button href={`/organisations/${id}/add-members`}>Add schools</Button>
      )}
      <Button href={`/organisations/${id}/close`} variant="secondary">
        {organisation.closed_on === null ? 'Close' : 'Open again'}
      </Button>
    </ButtonGroup>
  )
}
