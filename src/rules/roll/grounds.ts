import type { IsoDate } from '#domain/dates.ts'
import type { Programme, Removal } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { unbrokenAbsence } from '../parameters/register.ts'
import type { World } from '../world.ts'
import { schoolDaysAbsent } from './unbroken-absence.ts'

/** Regulation 9(1) (a) to (o), in its order: the only grounds on which a name is deleted. */
export const grounds: Readonly<Record<string, string>> = {
  'registered-at-another-school': 'registered at another school',
  'not-continuing-after-nursery': 'not going on after nursery education',
  'dual-registration-ended': 'registered elsewhere too, and the other school agrees',
  'attendance-order-changed': 'a school attendance order was changed to name another school',
  'attendance-order-revoked': 'a school attendance order was revoked',
  'educated-otherwise':
    'the parent has written that the child is educated otherwise than at school',
  'moved-away': 'no longer lives within a reasonable distance',
  'not-returned-from-leave': 'has not returned from leave',
  'continuous-absence': 'absent for 20 school days without a break',
  custody: 'detained under a sentence',
  died: 'has died',
  'over-compulsory-school-age':
    'will be over compulsory school age and does not go on to a sixth form',
  'boarding-fees-unpaid': 'a boarder whose fees are unpaid',
  'left-independent-school': 'no longer a pupil of an independent or non-maintained special school',
  'permanently-excluded': 'permanently excluded',
}

export const isGround = (word: string | undefined): word is string =>
  word !== undefined && Object.hasOwn(grounds, word)

/** The day on which a removal is judged: the deletion when it has been made, else today. */
export const dayJudged = (removal: Removal, world: World): IsoDate =>
  world.happened(removal.deletionDate) ?? world.today

/** What stops a removal, or is a breach once the name is deleted. */
export function gate(
  removal: Removal,
  world: World,
  values: NonNullable<Draft['values']>,
  message: string,
): Draft {
  return {
    level: world.happened(removal.deletionDate) ? 'breach' : 'high',
    blocks: ['remove-from-roll'],
    values,
    message,
  }
}

/** A record counts only when it was made by the day judged. */
const doneBy = (date: IsoDate | undefined, day: IsoDate) => date !== undefined && date <= day

const evidence: Readonly<
  Record<string, { missing: string; date: (r: Removal) => IsoDate | undefined }>
> = {
  'registered-at-another-school': {
    missing: 'new-school-confirmed',
    date: removal => removal.newSchoolConfirmedDate,
  },
  'educated-otherwise': { missing: 'parent-notice', date: removal => removal.parentNoticeDate },
  'not-returned-from-leave': {
    missing: 'joint-enquiries',
    date: removal => removal.enquiriesCompletedDate,
  },
}

/** For the grounds that need evidence: what is missing, or null when it is there; undefined for the others. */
export function missingEvidence(removal: Removal, world: World): string | null | undefined {
  const wanted = isGround(removal.ground) ? evidence[removal.ground] : undefined
  if (!wanted) return undefined
  return doneBy(wanted.date(removal), dayJudged(removal, world)) ? null : wanted.missing
}

/** The live programme for anxiety or illness that keeps the child on the roll, against absence as the ground or none. */
export function supportAgainst(removal: Removal, world: World): Programme | undefined {
  const { ground } = removal
  if (isGround(ground) && ground !== 'continuous-absence' && ground !== 'not-returned-from-leave')
    return undefined
  const day = dayJudged(removal, world)
  return world
    .by('programmes', 'pupil', removal.pupil)
    .filter(({ reason }) => reason === 'anxiety' || reason === 'illness')
    .filter(({ start, end }) => start <= day && day <= (end ?? day))
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0]
}

export type AbsenceTest = { readonly days: number; readonly failed: readonly string[] }

/** The conditions of the ground of continuous absence; undefined for other grounds. */
export function absenceTest(removal: Removal, world: World, law: Law): AbsenceTest | undefined {
  if (removal.ground !== 'continuous-absence') return undefined
  const day = dayJudged(removal, world)
  const days = schoolDaysAbsent(removal.pupil, removal.school, day, world)
  return {
    days,
    failed: [
      ...(days < law.value(unbrokenAbsence, day) ? ['fewer-than-20-school-days'] : []),
      ...(removal.sicknessBelieved === false ? [] : ['sickness-not-excluded']),
      ...(doneBy(removal.enquiriesCompletedDate, day) ? [] : ['joint-enquiries']),
    ],
  }
}

/** Whether ROL-01 to ROL-04 stop this removal. */
export const groundIsBlocked = (removal: Removal, world: World, law: Law): boolean =>
  !isGround(removal.ground) ||
  typeof missingEvidence(removal, world) === 'string' ||
  supportAgainst(removal, world) !== undefined ||
  (absenceTest(removal, world, law)?.failed.length ?? 0) > 0
