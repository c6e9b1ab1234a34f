import type { Role } from '#domain/permissions.ts'

/** For whom an article is written. Everybody may read all of them. */
export const audiences = {
  coordinators: 'Co-ordinators',
  schools: 'Schools',
  providers: 'Providers',
  'virtual-school': 'Virtual School officers',
  authority: 'The authority’s other teams',
} as const
export type Audience = keyof typeof audiences
export const audienceKeys = Object.keys(audiences) as [Audience, ...Audience[]]

export const isAudience = (text: string): text is Audience => Object.hasOwn(audiences, text)

/** What a person is shown first. */
export function audienceOf(role: Role | undefined): Audience {
  if (role === undefined) return 'schools'
  if (role.startsWith('school-') || role === 'panel-member') return 'schools'
  if (role.startsWith('provider-')) return 'providers'
  if (role === 'virtual-school') return 'virtual-school'
  return ['coordinator', 'support-worker', 'chair'].includes(role) ? 'coordinators' : 'authority'
}
