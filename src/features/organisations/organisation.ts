import type { Me } from '#platform/sessions.ts'

/** The kinds of organisation in the order of the tabs, as they are called in lists. */
export const organisationKinds = {
  school: 'Schools',
  partnership: 'Partnerships',
  provider: 'Providers',
  team: 'Teams',
} as const
export type OrganisationKind = keyof typeof organisationKinds | 'authority'

export const kindNames: Record<OrganisationKind, string> = {
  school: 'School',
  partnership: 'Partnership',
  provider: 'Provider',
  team: 'Team',
  authority: 'Authority',
}

/** The teams of an authority that the application knows what to send to. */
export const teamNames = {
  admissions: 'Admissions',
  sena: 'SENA',
  'virtual-school': 'Virtual School',
  finance: 'Finance',
  'quality-assurance': 'Quality assurance',
  'data-protection': 'Data protection',
} as const
export type Team = keyof typeof teamNames

type Person = Pick<Me, 'role' | 'administrator' | 'organisationKind' | 'organisationId'>

/** As the database asks it (i_run_the_authority): may this person keep the authority's own lists? */
export const runsTheAuthority = ({ role, administrator, organisationKind }: Person): boolean =>
  (administrator || role === 'data-steward') &&
  (organisationKind === 'authority' || organisationKind === 'team')

export const administers = (me: Person, organisationId: string): boolean =>
  me.administrator && me.organisationId === organisationId
