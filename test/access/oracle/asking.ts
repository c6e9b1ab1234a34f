import type { IsoDate } from '#domain/dates.ts'
import type { Role } from '#domain/permissions.ts'
import type { AgendaItem, Child, Decision, Enrolment, Referral } from '../world/rows.ts'
import type { Asker, RowOf, Table, World } from '../world/world.ts'

/** The person behind a request, as security 3.1 has it: one active membership at a time, valid now. */
export interface Me {
  readonly userId: string
  readonly membershipId: string | undefined
  readonly organisationId: string | undefined
  readonly organisationKind: string | undefined
  readonly role: Role | undefined
  readonly administrator: boolean
}

/** Who asks, in which world: what every question of the matrix is put to. */
export interface Asking {
  readonly world: World
  readonly find: Finder
  readonly purpose: Asker['purpose']
  readonly me: Me | undefined
}

/** Rows by the columns by which the conditions look for them; made once for each state of a world. */
export interface Finder {
  byId<T extends Table>(table: T, id: string | null | undefined): RowOf<T> | undefined
  of<T extends Table>(table: T, column: string, value: string | null): readonly RowOf<T>[]
}

export function finderOf(world: World): Finder {
  const indexes = new Map<string, Map<unknown, unknown[]>>()
  const of = <T extends Table>(table: T, column: string, value: unknown): readonly RowOf<T>[] => {
    const name = `${table} ${column}`
    let index = indexes.get(name)
    if (!index) {
      index = new Map()
      for (const row of world.rows[table] as readonly RowOf<T>[]) {
        const found = index.get((row as Record<string, unknown>)[column])
        if (found) found.push(row)
        else index.set((row as Record<string, unknown>)[column], [row])
      }
      indexes.set(name, index)
    }
    return (index.get(value) ?? []) as readonly RowOf<T>[]
  }
  return { of, byId: (table, id) => of(table, 'id', id ?? null)[0] }
}

export const holds = (
  { from_on, to_on }: { from_on: IsoDate; to_on: IsoDate | null },
  today: IsoDate,
) => from_on <= today && (to_on === null || to_on >= today)

/** Nobody, unless account and session are live; without a hat, unless the membership is this person's and holds today. */
export function asking(world: World, find: Finder, asker: Asker): Asking {
  const { purpose } = asker
  return { world, find, purpose, me: purpose === 'nobody' ? undefined : whoIs(world, find, asker) }
}

function whoIs({ today }: World, find: Finder, asker: Asker): Me | undefined {
  const person = find.byId('user_account', asker.userId)
  const session = find.byId('session', asker.sessionId)
  const live = session && !session.ended_at && session.user_id === person?.id
  // What somebody set going is ended under their rights, signed out or not.
  if (!person || person.ended_at || !(live || asker.purpose === 'job')) return undefined
  const hat = find.byId('membership', asker.membershipId)
  const worn =
    hat &&
    hat.user_id === person.id &&
    holds({ from_on: hat.valid_from, to_on: hat.valid_to }, today)
      ? hat
      : undefined
  return {
    userId: person.id,
    membershipId: worn?.id,
    organisationId: worn?.organisation_id,
    organisationKind: find.byId('organisation', worn?.organisation_id)?.kind,
    role: worn?.role,
    administrator: worn?.administrator ?? false,
  }
}

export const iAm = ({ me }: Asking, ...roles: readonly Role[]): boolean =>
  me?.role !== undefined && roles.includes(me.role)

export const atSchool = (asking: Asking) => iAm(asking, 'school-referrer', 'school-dsl')

/** k1: it belongs to the organisation that I work for now. */
export const ours = ({ me }: Asking, organisation: string | null | undefined): boolean =>
  me?.organisationId !== undefined && organisation === me.organisationId

export const mine = ({ me }: Asking, user: string | null | undefined): boolean =>
  me !== undefined && user === me.userId

/** The authority's own administrators, and data stewards wherever they sit in it. */
export const runsTheAuthority = ({ me }: Asking): boolean =>
  me !== undefined &&
  (me.administrator || me.role === 'data-steward') &&
  (me.organisationKind === 'authority' || me.organisationKind === 'team')

/** An officer of the authority: the same role in a partnership is another job. */
export const officerRole = ({ me }: Asking): Role | undefined =>
  me?.organisationKind === 'authority' || me?.organisationKind === 'team' ? me.role : undefined

export const writesGuidance = (asking: Asking): boolean =>
  runsTheAuthority(asking) ||
  ['admissions', 'sena', 'virtual-school', 'finance', 'quality-assurance'].includes(
    officerRole(asking) ?? '',
  )

/** k2: on roll at my school today, by a main, current or subsidiary registration. */
export const onOurRoll = (asking: Asking, child: string): boolean =>
  asking.find
    .of('enrolment', 'child_id', child)
    .some(each => ours(asking, each.school_id) && holds(each, asking.world.today))

/** Entered by us, and no school's roll has named the child yet: somebody must be able to write the first line. */
export const newlyEntered = (asking: Asking, { id, ...child }: Child): boolean =>
  ours(asking, child.created_by_organisation_id) &&
  child.merged_into_id === null &&
  !asking.find
    .of('enrolment', 'child_id', id)
    .some(({ from_on }: Enrolment) => from_on <= asking.world.today)

const unsent = ['draft', 'discarded']
export const isSent = ({ status }: Pick<Referral, 'status'>) => !unsent.includes(status)

/** k4: the case belongs to my partnership. Drafts belong to their author alone. */
export const inOurPartnership = (asking: Asking, referral: Referral): boolean =>
  isSent(referral) && ours(asking, referral.responsible_partnership_id)

/** k3: assigned to me for today, in the partnership that I work for now. */
export const assignedToMe = (asking: Asking, referral: Referral): boolean =>
  inOurPartnership(asking, referral) &&
  asking.find
    .of('case_assignment', 'referral_id', referral.id)
    .some(each => mine(asking, each.user_id) && holds(each, asking.world.today))

/** k14: an issued decision that names my school releases the case to it. */
export const releasedToUs = (asking: Asking, referral: string): boolean =>
  asking.find
    .of('decision', 'referral_id', referral)
    .some((each: Decision) => each.status === 'issued' && ours(asking, each.school_id))

/** k5 and k12: invited, not recused, released and not replaced or taken back, inside the window. */
export function inMyPack(asking: Asking, item: AgendaItem): boolean {
  const { find, me, world } = asking
  const meeting = find.byId('meeting', item.meeting_id)
  if (!me || !meeting || meeting.status === 'cancelled' || item.status === 'withdrawn') return false
  const now = world.now.getTime()
  const { window_opens_at: opens, window_closes_at: closes } = meeting
  if (!opens || !closes || Date.parse(opens) > now || Date.parse(closes) <= now) return false
  const released = find
    .of('pack', 'meeting_id', meeting.id)
    .some(pack => !pack.superseded_at && !pack.recalled_at)
  return released && isInvitedTo(asking, item) && !steppedBack(asking, item)
}

function isInvitedTo(asking: Asking, { meeting_id, referral_id }: AgendaItem): boolean {
  const { find } = asking
  if (iAm(asking, 'panel-member'))
    return find
      .of('invitation', 'meeting_id', meeting_id)
      .some(each => !each.withdrawn_at && ours(asking, each.school_id))
  if (iAm(asking, 'admissions')) return find.byId('referral', referral_id)?.kind === 'fair-access'
  return (
    iAm(asking, 'chair', 'coordinator') &&
    ours(asking, find.byId('meeting', meeting_id)?.partnership_id)
  )
}

/** A member steps back as a person; a school steps back whole when no person is named. */
export const steppedBack = (asking: Asking, item: { id: string }): boolean =>
  asking.find
    .of('interest', 'agenda_item_id', item.id)
    .some(
      each =>
        each.recused &&
        !each.ended_at &&
        (mine(asking, each.user_id) || (each.user_id === null && ours(asking, each.school_id))),
    )
