import type { Role } from '#domain/permissions.ts'
import type { RowOf, Table } from '../world/world.ts'
import { type Asking, iAm, inMyPack, mine, ours, runsTheAuthority } from './asking.ts'
import { mayReadMeeting, mayReadReferral } from './cases.ts'
import { type About, mayReadAbout } from './children.ts'

/** The groups of people to whom the matrix gives C, U or D, named once for the rules of may-add and may-change. */
export type Rule<T extends Table> = (asking: Asking, row: RowOf<T>) => boolean
export type Rules = { readonly [T in Table]?: Rule<T> }

export const school: readonly Role[] = ['school-referrer', 'school-dsl']
export const runs = (asking: Asking) => runsTheAuthority(asking)

export const about =
  (what: About, ...roles: readonly Role[]) =>
  (asking: Asking, { child_id }: { child_id: string }) =>
    iAm(asking, ...roles) && mayReadAbout(asking, what, child_id)

export const readsCase = (asking: Asking, { referral_id }: { referral_id: string | null }) =>
  mayReadReferral(asking, referral_id)

export const readsMeeting = (asking: Asking, { meeting_id }: { meeting_id: string | null }) =>
  mayReadMeeting(asking, meeting_id)

/** Signed by the person who asks, or by nobody. */
export const signed = (asking: Asking, row: object, column: string) => {
  const name = (row as Record<string, unknown>)[column]
  return name === null || name === undefined || mine(asking, String(name))
}

export const kindOf = (asking: Asking, id: unknown) =>
  asking.find.byId('organisation', String(id))?.kind

export const wroteReferral = (asking: Asking, { referral_id }: { referral_id: string | null }) =>
  iAm(asking, ...school, 'admissions') &&
  mayReadReferral(asking, referral_id) &&
  ours(asking, asking.find.byId('referral', referral_id)?.referring_organisation_id)

export const ownOrSigningIn = (asking: Asking, { user_id }: { user_id: string | null }) =>
  mine(asking, user_id) || asking.purpose === 'sign-in'

export const keepsCalendar = (asking: Asking, row: object) => {
  const place = (row as { school_id?: string | null }).school_id
  const ownSchool = asking.me?.administrator === true && asking.me.organisationKind === 'school'
  return runs(asking) || (ownSchool && ours(asking, place))
}

export const runsPanels = (asking: Asking, each: { partnership_id: string }) =>
  iAm(asking, 'coordinator', 'chair') && ours(asking, each.partnership_id)

export const atTheMeeting = (asking: Asking, each: { meeting_id: string }) =>
  iAm(asking, 'coordinator', 'chair') && readsMeeting(asking, each)

export const coordinates = (asking: Asking, each: { meeting_id: string }) =>
  iAm(asking, 'coordinator') && readsMeeting(asking, each)

export const chairsItem = (asking: Asking, id: string | null) => {
  const item = asking.find.byId('agenda_item', id)
  return item !== undefined && iAm(asking, 'chair') && inMyPack(asking, item)
}

export const administers = (asking: Asking, user: string) =>
  !mine(asking, user) &&
  (iAm(asking, 'data-steward') ||
    (asking.me?.administrator === true &&
      asking.find
        .of('membership', 'user_id', user)
        .some(each => ours(asking, each.organisation_id))))

export const hasNobody = (asking: Asking, organisation: string) =>
  asking.find.of('membership', 'organisation_id', organisation).length === 0

export const ownSetting = (asking: Asking, { key }: { key: string }) =>
  (asking.me?.administrator === true &&
    ['authority', 'team'].includes(asking.me.organisationKind ?? '')) ||
  (runs(asking) && ['authority', 'postcodes'].includes(key))

const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  school: [...school, 'panel-member'],
  partnership: ['coordinator', 'support-worker', 'chair', 'finance'],
  provider: ['provider-manager', 'provider-tutor', 'provider-dsl'],
  authority: ['data-steward', 'data-protection-officer', 'quality-assurance', 'finance'],
  admissions: ['admissions', 'data-steward'],
  sena: ['sena', 'data-steward'],
  'virtual-school': ['virtual-school', 'data-steward'],
  finance: ['finance', 'data-steward'],
  'quality-assurance': ['quality-assurance', 'data-steward'],
  'data-protection': ['data-protection-officer', 'data-steward'],
}

export const roleFits = (asking: Asking, role: Role, id: string) => {
  const organisation = asking.find.byId('organisation', id)
  return (rolesOf[organisation?.team ?? organisation?.kind ?? ''] ?? []).includes(role)
}

/** Nobody gives themselves a role, and a data steward is made by data stewards alone. */
export const givesMemberships: Rule<'membership'> = (asking, each) =>
  !mine(asking, each.user_id) &&
  (iAm(asking, 'data-steward') ||
    (asking.me?.administrator === true &&
      ours(asking, each.organisation_id) &&
      each.role !== 'data-steward'))
