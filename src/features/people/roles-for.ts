import type { Role } from '#domain/permissions.ts'

export interface KindOfOrganisation {
  readonly kind: 'authority' | 'team' | 'partnership' | 'school' | 'provider'
  readonly team: string | null
}

/** The roles that belong to each kind of organisation. The database holds the same table and refuses others. */
const byKind: Record<Exclude<KindOfOrganisation['kind'], 'team'>, readonly Role[]> = {
  school: ['school-referrer', 'school-dsl', 'panel-member'],
  partnership: ['coordinator', 'support-worker', 'chair', 'finance'],
  provider: ['provider-manager', 'provider-tutor', 'provider-dsl'],
  authority: ['data-steward', 'data-protection-officer', 'quality-assurance', 'finance'],
}
const byTeam: Record<string, readonly Role[]> = {
  admissions: ['admissions', 'data-steward'],
  sena: ['sena', 'data-steward'],
  'virtual-school': ['virtual-school', 'data-steward'],
  finance: ['finance', 'data-steward'],
  'quality-assurance': ['quality-assurance', 'data-steward'],
  'data-protection': ['data-protection-officer', 'data-steward'],
}

export const rolesFor = ({ kind, team }: KindOfOrganisation): readonly Role[] =>
  kind === 'team' ? (byTeam[team ?? ''] ?? []) : byKind[kind]

/** Of those, the ones that this giver may give: a data steward is made by a data steward only. */
export const rolesToGive = (
  organisation: KindOfOrganisation,
  { role }: { role: Role | undefined },
): readonly Role[] =>
  rolesFor(organisation).filter(each => each !== 'data-steward' || role === 'data-steward')

/** What each role is for, in a line, for whoever gives it. */
export const roleHints: Record<Role, string> = {
  coordinator: 'Runs the partnership’s cases from referral to on roll',
  'support-worker': 'Works with the children who are assigned to them',
  chair: 'Chairs the partnership’s panel',
  'panel-member': 'Reads packs and takes part in panel meetings for the school',
  'school-referrer': 'Refers children who are on the school’s roll, and answers questions',
  'school-dsl': 'As referrer; also sees where a child with a protected address lives',
  admissions: 'Refers Fair Access cases and confirms that children are on roll',
  sena: 'Sees children with special educational needs',
  'virtual-school': 'Sees children whom the authority looks after',
  'quality-assurance': 'Checks providers',
  'provider-manager': 'Keeps the provider’s details',
  'provider-tutor': 'Teaches children who are placed with the provider',
  'provider-dsl': 'Leads on safeguarding at the provider',
  finance: 'Sees costs',
  'data-steward': 'Gives people access, in every organisation, and reads the audit; sees no cases',
  'data-protection-officer': 'Reads the audit',
}
