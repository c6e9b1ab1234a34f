import { addDays, type IsoDate, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluate } from '#features/findings/index.ts'
import { addressesOf, calendarOf, teamOf } from '#features/organisations/index.ts'
import { recordCaseEvent } from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import type { Decision } from './decision.query.ts'
import type { OnRollCheck } from './on-roll.query.ts'

/** Co-ordinators' FAQ question 3, point 5: on roll within a week of the decision, read as calendar days. */
const daysToBeOnRoll = 7
const promptDaysBefore = 2

const changedMeanwhile =
  'Somebody else has just changed this, or both have confirmed it by now. Reload the page to see it as it is.'

/** The clock starts with the decision. The prompt falls on a school day, so that somebody reads it. */
export async function startOnRollCheck({ tx }: Doer, decision: Decision, schoolId: string) {
  const decidedOn = londonDay(decision.decided_at)
  const dueOn = addDays(decidedOn, daysToBeOnRoll)
  const calendar = await calendarOf(tx, schoolId)
  const promptOn =
    calendar.lastOnOrBefore(addDays(dueOn, -promptDaysBefore)) ?? addDays(dueOn, -promptDaysBefore)
  await tx
    .insertInto('on_roll_check')
    .values({
      id: newId(),
      decision_id: decision.id,
      referral_id: decision.referral_id,
      school_id: schoolId,
      decided_on: decidedOn,
      due_on: dueOn,
      prompt_on: promptOn < decidedOn ? decidedOn : promptOn,
      next_chase_on: addDays(dueOn, 1),
    })
    .execute()
}

/** The school, or Admissions, says from which day the child is on roll. Both must, and agree, before the case can close. */
export async function confirmOnRoll(doer: Doer, check: OnRollCheck, rollDate: IsoDate) {
  const { tx, me, now, today, audit } = doer
  if (rollDate > today)
    throw new Refusal('The child is not on roll until that day. Confirm it then.')
  if (rollDate < check.decided_on && me.role !== 'admissions')
    throw new Refusal(
      'That is before the decision. Check the date; if it is right, ask Admissions to confirm it.',
    )
  const change =
    me.role === 'admissions'
      ? {
          admissions_roll_date: rollDate,
          admissions_confirmed_at: now,
          admissions_confirmed_by: me.userId,
        }
      : {
          school_roll_date: rollDate,
          school_confirmed_at: now,
          school_confirmed_by: me.userId,
          school_problem: null,
          school_objects: null,
        }
  const saved = await tx
    .updateTable('on_roll_check')
    .set(change)
    .where('id', '=', check.id)
    .where('version', '=', check.version)
    .where('closed_at', 'is', null)
    .returning(['school_roll_date', 'admissions_roll_date'])
    .executeTakeFirst()
  if (!saved) throw new Refusal(changedMeanwhile)
  if (saved.school_roll_date && saved.school_roll_date === saved.admissions_roll_date)
    await tx
      .updateTable('on_roll_check')
      .set({ closed_at: now })
      .where('id', '=', check.id)
      .execute()
  audit({
    event: 'on-roll.confirmed',
    subjectKind: 'on-roll',
    subjectId: check.id,
    childId: check.child_id ?? undefined,
    detail: { by: me.role, rollDate },
  })
  await recordCaseEvent(doer, check.referral_id, 'on roll confirmed', { by: me.role, rollDate })
  await reevaluate(doer, [check.referral_id])
}

/**
 * The school says why the child is not on roll yet, and takes back a day that it named before. It stops nothing: the
 * clock goes on.
 */
export async function reportProblem(
  doer: Doer,
  check: OnRollCheck,
  problem: string,
  objects: 'full' | 'other' | null,
) {
  const { numUpdatedRows } = await doer.tx
    .updateTable('on_roll_check')
    .set({
      school_problem: problem,
      school_objects: objects,
      school_roll_date: null,
      school_confirmed_at: null,
      school_confirmed_by: null,
    })
    .where('id', '=', check.id)
    .where('version', '=', check.version)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal(changedMeanwhile)
  doer.audit({
    event: 'on-roll.answered',
    subjectKind: 'on-roll',
    subjectId: check.id,
    childId: check.child_id ?? undefined,
    detail: check.school_roll_date ? { takesBack: check.school_roll_date } : {},
  })
  await recordCaseEvent(doer, check.referral_id, 'on roll problem', {})
  await reevaluate(doer, [check.referral_id])
}

/** Not on roll: Admissions is told and asked to keep the co-ordinator informed (question 3, point 6). */
export async function escalateToAdmissions(doer: Doer, check: OnRollCheck) {
  const { tx, me, now, today, audit } = doer
  const admissions = await teamOf(tx, 'admissions')
  if (!admissions)
    throw new Refusal(
      'There is no Admissions team yet. Ask the authority’s administrator to set it up.',
    )
  await tx
    .updateTable('on_roll_check')
    .set({
      escalated_at: now,
      escalated_by: me.userId,
      keep_informed: true,
      next_chase_on: addDays(today, 7),
    })
    .where('id', '=', check.id)
    .execute()
  for (const to of await addressesOf(tx, admissions.id, ['admissions'], today))
    await sendMail(tx, {
      kind: 'on-roll-escalated',
      to,
      subject: `Not on roll: case R-${check.reference}`,
      body: `The child of case R-${check.reference} was to be on roll and is not. Sign in to Onroll to say what action you are taking; the co-ordinator asks to be kept informed.`,
      fromOrganisationId: me.organisationId,
    })
  audit({
    event: 'on-roll.escalated',
    subjectKind: 'on-roll',
    subjectId: check.id,
    childId: check.child_id ?? undefined,
  })
  await recordCaseEvent(doer, check.referral_id, 'on roll escalated', {})
  await reevaluate(doer, [check.referral_id])
}

/** Admissions says what it is doing. */
export async function answerEscalation(doer: Doer, check: OnRollCheck, action: string) {
  const { tx, now, today, audit } = doer
  await tx
    .updateTable('on_roll_check')
    .set({ admissions_action: action, admissions_action_at: now, next_chase_on: addDays(today, 7) })
    .where('id', '=', check.id)
    .execute()
  audit({
    event: 'on-roll.answered',
    subjectKind: 'on-roll',
    subjectId: check.id,
    childId: check.child_id ?? undefined,
  })
  await recordCaseEvent(doer, check.referral_id, 'on roll answered', {})
}
