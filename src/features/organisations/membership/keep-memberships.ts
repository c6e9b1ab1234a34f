import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import {
  type HowLeft,
  type Membership,
  membershipOf,
  membershipsOfSchool,
} from './memberships.query.ts'
import { recordChange } from './record-change.ts'

export interface Joining {
  readonly schoolId: string
  readonly partnershipId: string
  readonly on: IsoDate
  readonly decidedBy?: string | null
  readonly reason?: string | null
}

/** A school joins from that day on. Refused while it is, or will be, in another partnership. Returns the membership's id. */
export async function joinPartnership(doer: Doer, joining: Joining): Promise<string> {
  const { tx, me, now } = doer
  const { schoolId, partnershipId, on } = joining
  await refuseOverlap(doer, schoolId, { joinedOn: on, leftOn: null })
  const id = newId()
  await tx
    .insertInto('partnership_member')
    .values({
      id,
      partnership_id: partnershipId,
      school_id: schoolId,
      joined_on: on,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
    .catch(overlapAtOnce)
  await recordChange(doer, { id, partnershipId, schoolId }, 'joined', {
    after: { joinedOn: on },
    decidedBy: joining.decidedBy ?? null,
    reason: joining.reason ?? null,
  })
  return id
}

export interface Leaving {
  readonly memberId: string
  /** The last day that counts. */
  readonly on: IsoDate
  readonly how: HowLeft
  /** Who decided it: the governors of a school that withdraws, the member schools together when it is revoked. */
  readonly decidedBy: string | null
  readonly reason: string | null
}

/** Ends a membership that is still open. What it was stays, and so do the partnership's duties to the school's excluded children. */
export async function leavePartnership(doer: Doer, leaving: Leaving) {
  const member = await membershipOf(doer.tx, leaving.memberId)
  if (member.left_on !== null)
    throw new Refusal(
      `${member.school} left on ${dayInWords(member.left_on)} already. Correct that membership if the day is wrong.`,
    )
  if (leaving.on < member.joined_on)
    throw new Refusal(`${member.school} joined on ${dayInWords(member.joined_on)}, after that day`)
  await change(doer, member, {
    joined_on: member.joined_on,
    left_on: leaving.on,
    how_left: leaving.how,
    decided_by: leaving.decidedBy,
    reason: leaving.reason,
  })
  await recordChange(doer, asIds(member), 'left', {
    before: { joinedOn: member.joined_on },
    after: { joinedOn: member.joined_on, leftOn: leaving.on, how: leaving.how },
    decidedBy: leaving.decidedBy,
    reason: leaving.reason,
  })
}

export interface Correction {
  readonly memberId: string
  readonly version: number
  readonly joinedOn: IsoDate
  readonly leftOn: IsoDate | null
  readonly how: HowLeft | null
  readonly decidedBy: string | null
  readonly leavingReason: string | null
  /** Why what stood there was wrong. */
  readonly because: string
}

/** Puts right what was entered wrongly. What stood before is kept with the reason. */
export async function correctMembership(doer: Doer, correction: Correction) {
  const member = await membershipOf(doer.tx, correction.memberId)
  if (member.version !== correction.version) throw changedSince()
  const { joinedOn, leftOn, how } = correction
  if (leftOn !== null && leftOn < joinedOn)
    throw new Refusal('A school cannot leave before it joined')
  await refuseOverlap(doer, member.school_id, correction, member.id)
  await change(doer, member, {
    joined_on: joinedOn,
    left_on: leftOn,
    how_left: leftOn === null ? null : how,
    decided_by: leftOn === null ? null : correction.decidedBy,
    reason: leftOn === null ? null : correction.leavingReason,
  })
  await recordChange(doer, asIds(member), 'corrected', {
    before: { joinedOn: member.joined_on, leftOn: member.left_on, how: member.how_left },
    after: { joinedOn, leftOn, how },
    reason: correction.because,
  })
}

/** Takes out a membership that never was. It is kept among the changes. */
export async function removeMembership(
  doer: Doer,
  { memberId, because }: { memberId: string; because: string },
) {
  const member = await membershipOf(doer.tx, memberId)
  const gone = await doer.tx
    .deleteFrom('partnership_member')
    .where('id', '=', memberId)
    .returning('id')
    .execute()
  if (gone.length === 0) throw new NotFound()
  await recordChange(doer, asIds(member), 'removed', {
    before: { joinedOn: member.joined_on, leftOn: member.left_on, how: member.how_left },
    reason: because,
  })
}

async function refuseOverlap(
  { tx }: Doer,
  schoolId: string,
  { joinedOn, leftOn }: Pick<Correction, 'joinedOn' | 'leftOn'>,
  except?: string,
) {
  const other = (await membershipsOfSchool(tx, schoolId)).find(
    member =>
      member.id !== except &&
      (leftOn === null || member.joined_on <= leftOn) &&
      (member.left_on === null || member.left_on >= joinedOn),
  )
  if (!other) return
  const until = other.left_on === null ? '' : ` to ${dayInWords(other.left_on)}`
  throw new Refusal(
    `${other.school} is a member of ${other.partnership} from ${dayInWords(other.joined_on)}${until}. A school is in one partnership at a time: enter when it leaves there first.`,
  )
}

async function change(
  { tx }: Doer,
  { id, version }: Membership,
  columns: Pick<Membership, 'joined_on' | 'left_on' | 'how_left' | 'decided_by' | 'reason'>,
) {
  const done = await tx
    .updateTable('partnership_member')
    .set(columns)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
    .catch(overlapAtOnce)
  if (done.length === 0) throw changedSince()
}

/** Two people entered a membership of the same school at the same moment; the database kept the first. */
function overlapAtOnce(error: { code?: string }): never {
  if (error.code === '23P01')
    throw new Refusal('Somebody has just entered another membership of this school for these days')
  throw error
}

const changedSince = () => new Refusal('This membership has changed since you opened it')

const asIds = (member: Membership) => ({
  id: member.id,
  partnershipId: member.partnership_id,
  schoolId: member.school_id,
})
