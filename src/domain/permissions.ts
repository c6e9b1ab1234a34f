import type { Role } from './roles.ts'

export { type Role, roleNames, roles } from './roles.ts'

const school = ['school-referrer', 'school-dsl'] as const
const provider = ['provider-manager', 'provider-tutor', 'provider-dsl'] as const
const commissioner = ['coordinator', 'support-worker', ...school] as const

/**
 * Which kind of person may do which kind of thing. To whose records is answered by row-level security.
 * 'everyone' is any signed-in person, 'administrators' those with that mark on their membership, wherever they work;
 * 'authority administrators' and 'school administrators' those who have it in such an organisation.
 */
export const holders = {
  'work.read': 'everyone',
  'account.own': 'everyone',
  'help.read': 'everyone',
  'organisation.read': 'everyone',
  'organisation.administer': 'administrators',
  'person.administer': ['data-steward', 'administrators'],
  'person.close': ['data-steward'],
  'authority.administer': ['data-steward', 'authority administrators'],
  'calendar.keep': ['data-steward', 'authority administrators', 'school administrators'],
  'provider.add': ['coordinator', 'quality-assurance', 'data-steward', 'authority administrators'],
  'child.search': [
    ...school,
    'coordinator',
    'support-worker',
    'admissions',
    'sena',
    'virtual-school',
  ],
  'child.read': [
    ...school,
    'coordinator',
    'support-worker',
    'admissions',
    'sena',
    'virtual-school',
  ],
  'child.add': [...school, 'admissions', 'coordinator'],
  'child.change': [...school, 'admissions', 'coordinator'],
  'child.special-needs': [...school, 'sena', 'admissions'],
  'child.care': [...school, 'virtual-school', 'admissions'],
  'child.top-up': [...school, 'sena'],
  'child.agencies': [...school, 'virtual-school'],
  'child.admission': [...school, 'admissions'],
  'child.exclusion': [...school],
  'child.duplicates': ['coordinator'],
  'child.protect': ['school-dsl'],
  'child.who-looked': ['school-dsl', 'coordinator', 'data-protection-officer'],
  'child.import': [...school],
  'referral.read': [...school, 'coordinator', 'support-worker', 'admissions'],
  'referral.write': [...school, 'admissions'],
  'referral.triage': ['coordinator'],
  'referral.note': ['coordinator', 'support-worker'],
  'referral.answer': [...school, 'admissions', 'coordinator'],
  'fair-access.refer': ['admissions'],
  'fair-access.check': ['coordinator'],
  'fair-access.advise': ['admissions'],
  'meeting.read': [
    'coordinator',
    'support-worker',
    'chair',
    'panel-member',
    ...school,
    'admissions',
  ],
  'meeting.plan': ['coordinator', 'chair'],
  'meeting.answer': ['panel-member', ...school],
  'pack.read': ['coordinator', 'chair', 'panel-member', 'admissions'],
  'pack.release': ['coordinator'],
  'panel.decide': ['coordinator', 'chair'],
  'decision.read': ['coordinator', 'support-worker', ...school, 'admissions'],
  'decision.issue': ['coordinator'],
  'notice.read': ['coordinator', 'support-worker', ...school, 'admissions', 'virtual-school'],
  'notice.template': ['coordinator', 'data-steward', 'administrators'],
  'on-roll.confirm': [...school, 'admissions', 'coordinator'],
  'programme.read': [...commissioner, 'sena', 'virtual-school'],
  'programme.change': [...commissioner],
  'placement.read': [...commissioner, 'sena', 'virtual-school'],
  'placement.run': [...commissioner],
  'placement.accept-finding': ['coordinator', ...school],
  'placement.ask-change': [...commissioner, 'provider-manager'],
  'disclosure.read': ['coordinator', 'school-dsl', 'virtual-school'],
  'placed.read': [...provider],
  'placed.answer': ['provider-manager'],
  'placed.acknowledge': ['provider-manager', 'provider-dsl'],
  // Matrix row 16; the provider's safeguarding lead reads what is recorded, and marks nothing.
  'register.mark': ['provider-manager', 'provider-tutor', 'support-worker'],
  'attendance.read': [...commissioner, 'virtual-school'],
  'attendance.sheet': [...school],
  // Matrix row 15.
  'plan.read': [...commissioner, 'sena', 'virtual-school'],
  'plan.write': [...commissioner],
  'plan.agree': ['provider-manager'],
  'placed-plan.read': [...provider],
  'progress.note': [...commissioner, 'provider-manager', 'provider-tutor'],
  'contact.log': [...commissioner, 'virtual-school', 'provider-manager', 'provider-tutor'],
  'provider-report.write': ['provider-manager', 'provider-tutor'],
  // Matrix row 26.
  'pupil-link.make': ['coordinator', ...school],
  // Matrix row 18, and regulation 9 of the 2024 Regulations.
  'move.read': [...commissioner, 'sena', 'virtual-school'],
  'move.propose': [...school],
  // Matrix row 18: a school directs its own pupil; the authority asks for a review of a child with an EHCP.
  'direction.read': [...commissioner, 'sena', 'virtual-school'],
  'direction.write': [...school],
  'direction.ask': [...school, 'sena'],
  'removal.read': [...commissioner, 'sena', 'virtual-school', 'admissions'],
  'removal.propose': [...school],
  'provider.read': 'everyone',
  'provider.keep': ['provider-manager', 'coordinator', 'quality-assurance'],
  'provider.people': ['provider-manager', 'quality-assurance'],
  'provider.people-keep': ['provider-manager'],
  'provider.look-up-number': ['quality-assurance'],
  'provider.audit': ['coordinator', 'quality-assurance'],
  'evidence.read': [...school, 'coordinator', 'virtual-school', 'quality-assurance', ...provider],
  'evidence.sight': [...school, 'coordinator', 'virtual-school', 'quality-assurance'],
  // Matrix row 21; a school commissions too, so it assesses what it uses (QAV-01).
  'visit.read': [
    ...school,
    'coordinator',
    'virtual-school',
    'quality-assurance',
    'provider-manager',
    'provider-dsl',
  ],
  'visit.write': [...school, 'coordinator', 'virtual-school', 'quality-assurance'],
  'visit.moderate': ['quality-assurance'],
  'visit.reply': ['provider-manager', 'provider-dsl'],
  // Matrix row 21; a provider reads neither a concern nor who raised it.
  'concern.read': [...school, 'coordinator', 'virtual-school', 'quality-assurance'],
  'concern.raise': [...school, 'coordinator', 'virtual-school', 'quality-assurance'],
  'concern.look-into': ['quality-assurance'],
  'approval.read': [
    ...commissioner,
    'sena',
    'virtual-school',
    'quality-assurance',
    'provider-manager',
    'provider-dsl',
  ],
  'approval.decide': ['quality-assurance'],
  'visit-planner.read': [...school, 'coordinator', 'virtual-school', 'quality-assurance'],
  'watch-list.read': ['virtual-school'],
  'questionnaire.read': [...school, 'virtual-school'],
  'questionnaire.answer': [...school],
  'questionnaire.judge': ['virtual-school'],
  'questionnaire.coverage': ['virtual-school'],
  'assurance.read': [...school, 'coordinator', 'sena', 'virtual-school'],
  'planning-call.read': [...school],
  'finding.read': [
    ...school,
    'coordinator',
    'support-worker',
    'admissions',
    'sena',
    'virtual-school',
  ],
  'finding.accept': ['coordinator'],
  'rule.read': 'everyone',
  'parameter.change': ['data-steward', 'authority administrators'],
  'guidance.read': 'everyone',
  'guidance.write': ['data-steward', 'authority administrators'],
  'question.ask': 'everyone',
  'question.answer': [
    'admissions',
    'sena',
    'virtual-school',
    'finance',
    'quality-assurance',
    'data-steward',
    'authority administrators',
  ],
  'audit.read': ['data-steward', 'data-protection-officer'],
  'message.read': ['data-steward', 'coordinator', 'administrators'],
} as const satisfies Record<
  string,
  'everyone' | 'administrators' | readonly (Role | Administrators)[]
>
type Administrators = 'administrators' | 'authority administrators' | 'school administrators'
export type Permission = keyof typeof holders

/** May a person with this role (and, if so marked, an administrator of their organisation) do this kind of thing? */
export function may(
  {
    role,
    administrator,
    organisationKind,
  }: {
    role: Role | undefined
    administrator: boolean
    organisationKind?: string | undefined
  },
  permission: Permission,
): boolean {
  const who: 'everyone' | 'administrators' | readonly string[] = holders[permission]
  if (who === 'everyone') return true
  if (who === 'administrators') return administrator
  if (role !== undefined && who.includes(role)) return true
  return administrator && administratorsOf(organisationKind).some(each => who.includes(each))
}

function administratorsOf(organisationKind: string | undefined): Administrators[] {
  if (organisationKind === 'school') return ['administrators', 'school administrators']
  return organisationKind === 'authority' || organisationKind === 'team'
    ? ['administrators', 'authority administrators']
    : ['administrators']
}
