import { addDays, type IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { PlannedSession } from '../proposal/propose-placement.ts'

export interface SchoolWeek {
  readonly childId: string
  readonly schoolId: string
  readonly fromOn: IsoDate
  readonly sessions: readonly PlannedSession[]
  readonly subjects: readonly string[]
}

/** What the child has at school from a day on. What held before ends the day before; nothing is drawn over. */
export async function setSchoolWeek(doer: Doer, week: SchoolWeek): Promise<void> {
  const { tx, me, now, audit } = doer
  await endBefore(doer, week.childId, week.fromOn)
  if (week.sessions.length === 0)
    await tx
      .insertInto('no_school_time')
      .values({
        id: newId(),
        child_id: week.childId,
        from_on: week.fromOn,
        recorded_by: me.userId,
        recorded_at: now,
      })
      .execute()
  else
    await tx
      .insertInto('school_session')
      .values(
        week.sessions.map(({ weekday, startsAt, endsAt, breakMinutes }) => ({
          id: newId(),
          child_id: week.childId,
          school_id: week.schoolId,
          weekday,
          starts_at: startsAt,
          ends_at: endsAt,
          break_minutes: breakMinutes,
          subjects: [...week.subjects],
          from_on: week.fromOn,
          recorded_by: me.userId,
          recorded_at: now,
        })),
      )
      .execute()
  audit({
    event: 'programme.changed',
    subjectKind: 'child',
    subjectId: week.childId,
    childId: week.childId,
    detail: { what: 'school week', from: week.fromOn, sessions: week.sessions.length },
  })
  await reevaluateProvision(doer, week.childId)
}

async function endBefore({ tx }: Doer, childId: string, fromOn: IsoDate) {
  for (const table of ['school_session', 'no_school_time'] as const) {
    const open = await tx
      .selectFrom(table)
      .select(['id', 'from_on'])
      .where('child_id', '=', childId)
      .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', fromOn)]))
      .execute()
    if (open.some(({ from_on }) => from_on >= fromOn))
      throw new Refusal(
        'A week that begins on that day or later is on record already. Enter a later day.',
      )
    for (const { id } of open) {
      const { numUpdatedRows } = await tx
        .updateTable(table)
        .set({ to_on: addDays(fromOn, -1) })
        .where('id', '=', id)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n)
        throw new Refusal('Another school entered the week that holds now. Ask it to change it.')
    }
  }
}
