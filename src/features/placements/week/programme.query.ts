import { addDays, type IsoDate } from '#domain/dates.ts'
import type { LetteredWeek } from '#domain/two-weeks.ts'
import { schoolWeeksFrom } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Placement, placementsOf, type SessionRow, sessionsOf } from '../placement.query.ts'
import { isTwoWeekly, type WeekStretch } from './week.ts'

export interface Programme {
  readonly day: IsoDate
  readonly stretches: readonly WeekStretch[]
  /** Where two weeks alternate: which one it is on that day, and those that follow. */
  readonly weeks: readonly LetteredWeek[]
  readonly placements: readonly Placement[]
  /** Days after this one on which the week changes. */
  readonly changesOn: readonly IsoDate[]
  /** Whether anybody has said what the child has at school. */
  readonly schoolIsKnown: boolean
  readonly fullTimeMinutes: number | null
  /** Where the school of roll says how long its week is, while it has not. */
  readonly schoolToSay: string | null
  readonly exception: { readonly evidence: string; readonly review_on: IsoDate | null } | undefined
}

const open = new Set(['proposed', 'offered', 'accepted', 'live'])
const firm = new Set(['accepted', 'live'])

/** A child's week on a day, at school and at every placement that the reader may see. */
export async function programmeOn(tx: Tx, childId: string, day: IsoDate): Promise<Programme> {
  const placements = await placementsOf(tx, childId)
  const current = placements.filter(({ status }) => open.has(status))
  const sessions = await sessionsOf(
    tx,
    current.map(({ id }) => id),
  )
  const lessons = await tx
    .selectFrom('school_session as lesson')
    .leftJoin('organisation as school', 'school.id', 'lesson.school_id')
    .selectAll('lesson')
    .select('school.name as school')
    .where('lesson.child_id', '=', childId)
    .execute()
  const byId = new Map(current.map(placement => [placement.id, placement]))
  const all: WeekStretch[] = [
    ...lessons.map(each => stretchAtSchool(each)),
    ...sessions.flatMap(each => {
      const placement = byId.get(each.placement_id)
      return placement ? [stretchAt(each, placement)] : []
    }),
  ]
  const stretches = all.filter(({ fromOn, toOn }) => fromOn <= day && (!toOn || day <= toOn))
  return {
    day,
    placements,
    stretches,
    weeks: isTwoWeekly(stretches) ? await schoolWeeksFrom(tx, day) : [],
    changesOn: [
      ...new Set(all.flatMap(({ fromOn, toOn }) => [fromOn, ...(toOn ? [addDays(toOn, 1)] : [])])),
    ]
      .filter(each => each > day)
      .sort(),
    schoolIsKnown: lessons.length > 0 || (await hasNoSchool(tx, childId, day)),
    ...(await fullTime(tx, childId, day)),
    exception: await tx
      .selectFrom('medical_exception')
      .select(['evidence', 'review_on'])
      .where('child_id', '=', childId)
      .where('recorded_on', '<=', day)
      .where(at => at.or([at('ended_on', 'is', null), at('ended_on', '>=', day)]))
      .orderBy('recorded_on', 'desc')
      .executeTakeFirst(),
  }
}

const hasNoSchool = async (tx: Tx, childId: string, day: IsoDate): Promise<boolean> =>
  (await tx
    .selectFrom('no_school_time')
    .select('id')
    .where('child_id', '=', childId)
    .where('from_on', '<=', day)
    .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', day)]))
    .executeTakeFirst()) !== undefined

/** What full time is: the week of the school of the main roll, else the authority's own answer. */
async function fullTime(
  tx: Tx,
  childId: string,
  day: IsoDate,
): Promise<Pick<Programme, 'fullTimeMinutes' | 'schoolToSay'>> {
  const school = await tx
    .selectFrom('enrolment')
    .leftJoin('school', 'school.organisation_id', 'enrolment.school_id')
    .select(['enrolment.school_id', 'school.weekly_minutes'])
    .where('enrolment.child_id', '=', childId)
    .where('enrolment.kind', '<>', 'subsidiary')
    .where('enrolment.from_on', '<=', day)
    .where(at => at.or([at('enrolment.to_on', 'is', null), at('enrolment.to_on', '>=', day)]))
    .executeTakeFirst()
  if (school?.weekly_minutes) return { fullTimeMinutes: school.weekly_minutes, schoolToSay: null }
  const policy = await tx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'policy')
    .executeTakeFirst()
  const hours = (policy?.value as { fullTimeHoursPerWeek?: number } | undefined)
    ?.fullTimeHoursPerWeek
  return {
    fullTimeMinutes: hours ? Math.round(hours * 60) : null,
    schoolToSay: school?.school_id ?? null,
  }
}

/** A session holds from the day on which the placement starts, and until it ends. */
function stretchAt(row: SessionRow, placement: Placement): WeekStretch {
  const start = placement.started_on ?? placement.planned_start_on
  const end =
    placement.status === 'live' && placement.ended_on === null ? null : placement.planned_end_on
  return {
    ...common(row),
    placementId: placement.id,
    where: placement.site_name
      ? `${placement.providerName}, ${placement.site_name}`
      : placement.providerName,
    firm: firm.has(placement.status),
    supervised: placement.supervised,
    supervisedBy: row.supervised_by,
    subjects: row.subjects.length > 0 ? row.subjects : placement.subjects,
    travel: row.travel ?? placement.travel,
    fromOn: row.from_on > start ? row.from_on : start,
    toOn: row.to_on && end ? (row.to_on < end ? row.to_on : end) : (row.to_on ?? end),
  }
}

const stretchAtSchool = (
  row: Omit<SessionRow, 'placement_id' | 'in_weeks' | 'supervised_by' | 'travel'> & {
    school: string | null
  },
): WeekStretch => ({
  ...common({ ...row, in_weeks: 'every' }),
  placementId: null,
  where: row.school ?? 'School',
  firm: true,
  supervised: true,
  supervisedBy: 'The school',
  subjects: row.subjects,
  travel: null,
  fromOn: row.from_on,
  toOn: row.to_on,
})

const common = (
  row: Pick<SessionRow, 'id' | 'weekday' | 'starts_at' | 'ends_at' | 'break_minutes' | 'in_weeks'>,
) => ({
  id: row.id,
  weekday: row.weekday,
  startsAt: row.starts_at.slice(0, 5),
  endsAt: row.ends_at.slice(0, 5),
  breakMinutes: row.break_minutes,
  inWeeks: row.in_weeks,
})
