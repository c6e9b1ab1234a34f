import { may, type Permission } from '#domain/permissions.ts'
import type { NavigationItem } from '#govuk/page-context.ts'
import type { Me } from '../sessions.ts'

/** Where the service navigation leads, in its order; each is shown to those who may go there. */
const places: readonly {
  text: string
  href: string
  permission: Permission
  also?: readonly string[]
}[] = [
  { text: 'My work', href: '/', permission: 'work.read', also: ['/changes', '/on-roll'] },
  { text: 'Inbox', href: '/inbox', permission: 'referral.triage', also: ['/disputes'] },
  {
    text: 'Referrals',
    href: '/referrals',
    permission: 'referral.read',
    also: ['/cases', '/decisions', '/fair-access'],
  },
  {
    text: 'Children',
    href: '/children',
    permission: 'child.search',
    also: ['/moves', '/removals', '/directions'],
  },
  {
    text: 'Placements',
    href: '/placements',
    permission: 'placement.read',
    also: ['/attendance'],
  },
  { text: 'Watch-list', href: '/watch-list', permission: 'watch-list.read' },
  {
    text: 'Questionnaires',
    href: '/questionnaires',
    permission: 'questionnaire.read',
    also: ['/planning-call'],
  },
  { text: 'Children with us', href: '/placed', permission: 'placed.read' },
  { text: 'Register', href: '/register', permission: 'register.mark' },
  { text: 'Reports', href: '/provider-reports', permission: 'provider-report.read' },
  {
    text: 'Providers',
    href: '/providers',
    permission: 'provider.read',
    also: ['/concerns', '/visit-planner'],
  },
  { text: 'Visits', href: '/visits', permission: 'visit.read' },
  { text: 'Concerns', href: '/concerns', permission: 'concern.look-into' },
  { text: 'Visit planner', href: '/visit-planner', permission: 'concern.look-into' },
  { text: 'Our profile', href: '/providers/own', permission: 'placed.read' },
  { text: 'Meetings', href: '/meetings', permission: 'meeting.read' },
  { text: 'Notices', href: '/notices', permission: 'notice.read' },
  { text: 'Organisations', href: '/organisations', permission: 'organisation.read' },
  { text: 'Guidance', href: '/guidance', permission: 'guidance.read', also: ['/questions'] },
  { text: 'Rules', href: '/rules', permission: 'rule.read', also: ['/findings'] },
  { text: 'Administration', href: '/administration', permission: 'person.administer' },
  { text: 'Audit', href: '/audit', permission: 'audit.read' },
]

export function navigationFor(
  me: Pick<Me, 'role' | 'administrator' | 'organisationKind' | 'organisationId'>,
  path: string,
): NavigationItem[] {
  // A provider’s own pages stand under “Our profile”, those of others under “Providers”.
  const at = isAt(path, `/providers/${me.organisationId}`) ? '/providers/own' : path
  const shown = places.filter(({ permission }) => may(me, permission))
  const here =
    shown.find(({ href }) => href === at) ??
    shown.find(({ href }) => isAt(at, href)) ??
    shown.find(({ also }) => also?.some(each => isAt(at, each)))
  return shown.map(place => ({ text: place.text, href: place.href, active: place === here }))
}

const isAt = (path: string, href: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
