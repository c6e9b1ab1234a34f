import { addDays, type IsoDate, londonDay, weekdayOf } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { londonMoment } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { SchoolCalendar } from '#domain/school-calendar.ts'
import { authorityCalendar } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'

export interface MeetingPlan {
  readonly day: IsoDate
  /** 24-hour clock in Europe/London, "13:30". */
  readonly time: string
  readonly minutes: number
  readonly place: string
  readonly papersBy: IsoDate | null
  readonly kind?: 'panel' | 'emergency'
  readonly chairName?: string | null
}

/** Puts one meeting into the partnership's calendar and returns its id. */
export async function planMeeting(
  doer: Doer,
  { day, time, minutes, place, papersBy, kind = 'panel', chairName = null }: MeetingPlan,
  cycleId: string | null = null,
): Promise<string> {
  const { tx, me, now, audit } = doer
  const id = newId()
  const startsAt = londonMoment(day, time)
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  await tx
    .insertInto('meeting')
    .values({
      id,
      partnership_id: me.organisationId,
      cycle_id: cycleId,
      kind,
      starts_at: startsAt,
      ends_at: endsAt,
      place,
      papers_by: papersBy,
      chair_name: chairName,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  audit({ event: 'meeting.planned', subjectKind: 'meeting', subjectId: id })
  return id
}

export interface CyclePlan {
  readonly name: string
  /** 1 Monday to 5 Friday. */
  readonly weekday: number
  readonly everyWeeks: number
  readonly time: string
  readonly minutes: number
  readonly place: string
  readonly firstOn: IsoDate
  readonly lastOn: IsoDate
  readonly papersDaysBefore: number
}

/** The days on which a cycle meets, and those it passes over because schools are closed. */
export function cycleDays(plan: CyclePlan, calendar: SchoolCalendar) {
  const offset = (plan.weekday - weekdayOf(plan.firstOn) + 7) % 7
  const days: IsoDate[] = []
  for (
    let day = addDays(plan.firstOn, offset);
    day <= plan.lastOn;
    day = addDays(day, 7 * plan.everyWeeks)
  )
    days.push(day)
  return {
    meets: days.filter(day => calendar.isSchoolDay(day)),
    passedOver: days.filter(day => !calendar.isSchoolDay(day)),
  }
}

/** A cycle and all its meetings. Refused when none would fall on a school day. */
export async function planCycle(doer: Doer, plan: CyclePlan) {
  const { tx, me } = doer
  const { meets, passedOver } = cycleDays(plan, await authorityCalendar(tx))
  if (meets.length === 0)
    throw new Refusal(
      'None of these days is a school day. Check the dates, and that term dates have been entered.',
    )
  const cycleId = newId()
  await tx
    .insertInto('panel_cycle')
    .values({
      id: cycleId,
      partnership_id: me.organisationId,
      name: plan.name,
      weekday: plan.weekday,
      every_weeks: plan.everyWeeks,
      starts_at: plan.time,
      minutes: plan.minutes,
      place: plan.place,
      first_on: plan.firstOn,
      last_on: plan.lastOn,
      papers_days_before: plan.papersDaysBefore,
    })
    .execute()
  const ids: string[] = []
  for (const day of meets)
    ids.push(
      await planMeeting(
        doer,
        { ...plan, day, papersBy: addDays(day, -plan.papersDaysBefore) },
        cycleId,
      ),
    )
  return { cycleId, meetings: ids, passedOver }
}

/** Meetings of this cycle that nobody has been invited to yet are cancelled; the others stand. */
export async function endCycle({ tx, now, today, audit }: Doer, cycleId: string) {
  const { numUpdatedRows } = await tx
    .updateTable('panel_cycle')
    .set({ ended_at: now })
    .where('id', '=', cycleId)
    .executeTakeFirst()
  // Nothing is said to have ended that is another partnership’s, or nobody’s.
  if (numUpdatedRows === 0n) throw new NotFound()
  const future = await tx
    .updateTable('meeting')
    .set({ status: 'cancelled', cancelled_because: 'The cycle of meetings was ended' })
    .where('cycle_id', '=', cycleId)
    .where('status', '=', 'planned')
    .where('starts_at', '>', now)
    .returning('id')
    .execute()
  for (const { id } of future)
    audit({ event: 'meeting.cancelled', subjectKind: 'meeting', subjectId: id })
  return { cancelled: future.length, from: today }
}

/** The Europe/London day of a meeting: membership and notice are judged by it. */
export const dayOf = (meeting: { starts_at: Date }): IsoDate => londonDay(meeting.starts_at)
