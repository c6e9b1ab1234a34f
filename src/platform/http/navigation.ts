import { may, type Permission } from '#domain/permissions.ts'
import type { NavigationItem } from '#govuk/page-context.ts'
import type { Me } from '../sessions.ts'

/** Where the service navigation leads, in its order; each is shown to those who may go there. */
const places: readonly { text: string; href: string; permission: Permission; also?: string }[] = [
  { text: 'My work', href: '/', permission: 'work.read' },
  { text: 'Inbox', href: '/inbox', permission: 'referral.triage' },
  { text: 'Referrals', href: '/referrals', permission: 'referral.read', also: '/cases' },
  { text: 'Children', href: '/children', permission: 'child.search' },
  {
    text: 'Placements',
    href: '/placements',
    permission: 'placement.read',
    also: '/attendance',
  },
  { text: 'Watch-list', href: '/watch-list', permission: 'watch-list.read' },
  {
    text: 'Questionnaires',
    href: '/questionnaires',
    permission: 'questionnaire.read',
    also: '/planning-call',
  },
  { text: 'Children with us', href: '/placed', permission: 'placed.read' },
  { text: 'Register', href: '/register', permission: 'register.mark' },
  { text: 'Reports', href: '/provider-reports', permission: 'provider-report.read' },
  { text: 'Providers', href: '/providers', permission: 'provider.read' },
  { text: 'Visits', href: '/visits', permission: 'visit.read' },
  { text: 'Concerns', href: '/concerns', permission: 'concern.look-into' },
  { text: 'Visit planner', href: '/visit-planner', permission: 'concern.look-into' },
  { text: 'Our profile', href: '/providers/own', permission: 'placed.read' },
  { text: 'Meetings', href: '/meetings', permission: 'meeting.read' },
  { text: 'Notices', href: '/notices', permission: 'notice.read' },
  { text: 'Organisations', href: '/organisations', permission: 'organisation.read' },
  { text: 'Guidance', href: '/guidance', permission: 'guidance.read', also: '/questions' },
  { text: 'Rules', href: '/rules', permission: 'rule.read', also: '/findings' },
  { text: 'Administration', href: '/administration', permission: 'person.administer' },
  { text: 'Audit', href: '/audit', permission: 'audit.read' },
]

export const navigationFor = (me: Me, path: string): NavigationItem[] =>
  places
    .filter(({ permission }) => may(me, permission))
    .map(({ text, href, also }) => ({
      text,
      href,
      active: isAt(path, href) || (also !== undefined && isAt(path, also)),
    }))

const isAt = (path: string, href: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
