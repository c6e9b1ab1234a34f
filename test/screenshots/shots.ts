import type { Role } from '#domain/permissions.ts'

/** A page worth showing: whose it is, and how they come to it. */
export interface Shot {
  readonly name: string
  readonly role: Role
  readonly start: string
  /** Links to follow from there, by what their address looks like. */
  readonly links?: readonly RegExp[]
  /** The words at the top of the picture, where that is not the top of the page. */
  readonly from?: string
}

const record = (place: string) => new RegExp(`^/${place}/[0-9a-f-]{36}$`)

export const shots: readonly Shot[] = [
  { name: 'my-work', role: 'coordinator', start: '/' },
  { name: 'inbox', role: 'coordinator', start: '/inbox' },
  { name: 'case', role: 'coordinator', start: '/inbox', links: [record('cases')] },
  {
    name: 'referral',
    role: 'school-referrer',
    start: '/referrals?tab=drafts',
    links: [record('referrals')],
  },
  { name: 'meeting', role: 'coordinator', start: '/meetings', links: [record('meetings')] },
  {
    name: 'invitations',
    role: 'coordinator',
    start: '/meetings',
    links: [record('meetings')],
    from: 'Proof of invitation',
  },
  {
    name: 'fair-access-decision',
    role: 'coordinator',
    start: '/referrals?tab=decided&route=fair-access',
    links: [record('cases'), /\/panel$/, record('decisions')],
  },
  { name: 'on-roll', role: 'coordinator', start: '/on-roll' },
  {
    name: 'child',
    role: 'school-referrer',
    start: '/children/all',
    links: [record('children')],
  },
  { name: 'organisations', role: 'data-steward', start: '/organisations?kind=provider' },
  { name: 'import', role: 'school-referrer', start: '/imports' },
  { name: 'rule', role: 'coordinator', start: '/rules/RTE-02' },
  { name: 'guidance', role: 'coordinator', start: '/guidance' },
]
