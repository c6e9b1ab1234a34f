import { addDays, type IsoDate, laterOf, londonDay } from '#domain/dates.ts'
import type { Placement, Pupil, SubstantialPlan } from '#rules/facts.ts'
import { pupilsFrom } from '../child-facts.ts'
import type { ProvisionRows } from './provision-rows.query.ts'
import { timetableOn } from './timetable.ts'

type PlacementRow = ProvisionRows['placements'][number]

/** The children with their time at school, as the rules read them on a day. */
export function pupilsWithWeeks(rows: ProvisionRows, day: IsoDate): Pupil[] {
  const lessons = Map.groupBy(rows.schoolSessions.filter(holdsOn(day)), ({ child_id }) => child_id)
  const none = new Set(rows.noSchoolTime.filter(holdsOn(day)).map(({ child_id }) => child_id))
  const exceptions = new Map(rows.medicalExceptions.map(each => [each.child_id, each]))
  return pupilsFrom({ ...rows, addresses: [], referrals: [] }, day).map(pupil => {
    const atSchool = lessons.get(pupil.id)
    const exception = exceptions.get(pupil.id)
    return {
      ...pupil,
      ...(atSchool
        ? {
            schoolHoursPerWeek:
              atSchool.reduce((sum, each) => sum + each.minutes - each.break_minutes, 0) / 60,
            ...schoolSubjects(atSchool.flatMap(({ subjects }) => subjects)),
          }
        : none.has(pupil.id)
          ? { schoolHoursPerWeek: 0 }
          : {}),
      ...(exception
        ? {
            medicalException: {
              recordedDate: exception.recorded_on,
              ...(exception.review_on ? { reviewDate: exception.review_on } : {}),
            },
          }
        : {}),
    }
  })
}

const holdsOn =
  (day: IsoDate) =>
  ({ from_on, to_on }: { from_on: IsoDate; to_on: IsoDate | null }) =>
    from_on <= day && (to_on === null || day <= to_on)

const schoolSubjects = (subjects: readonly string[]) =>
  subjects.length > 0 ? { schoolSubjects: [...new Set(subjects)] } : {}

/**
 * Placements as the rules read them on a day: the week is the one that holds then, or the first one that will. `about`
 * is one that is asked about as if it ran; other proposals are then left out, and what was declined always is.
 * `authority` is the authority’s key, by which the rules know what it commissions.
 */
export function placementsFrom(
  rows: ProvisionRows,
  day: IsoDate,
  authority: string,
  about?: string,
): Placement[] {
  const sessions = Map.groupBy(rows.sessions, ({ placement_id }) => placement_id)
  return rows.placements
    .filter(
      ({ id, status }) =>
        id === about || (status !== 'declined' && (status !== 'proposed' || about === undefined)),
    )
    .map(row => ({
      ...placementFrom(row, sessions.get(row.id), day, about !== undefined),
      // The facts know the authority by its key, whichever row it is in the list of organisations.
      commissioners: [row.commissioner_kind === 'authority' ? authority : row.commissioner_id],
    }))
}

function placementFrom(
  row: PlacementRow,
  week: ProvisionRows['sessions'] | undefined,
  day: IsoDate,
  asIfItRan: boolean,
): Placement {
  const planned = row.started_on ?? row.planned_start_on
  // Asked about as if it ran, what has not begun begins that day at the latest, so that what stops a start is said of it.
  const start = asIfItRan
    ? (row.started_on ?? laterOf(planned, day))
    : startOf(row.status, planned, day)
  const end = row.planned_end_on
  return {
    id: row.id,
    pupil: row.child_id,
    provider: row.provider_id,
    start,
    // A planned end that has passed did not end it: the child is there until somebody says otherwise.
    ...(end && end >= day && end >= start ? { end } : {}),
    ...(week ? { timetable: timetableOn(week, start > day ? start : day) } : {}),
    ...(row.purpose ? { purpose: row.purpose } : {}),
    ...(row.need_category ? { needCategory: row.need_category } : {}),
    ...(row.supervised === null ? {} : { supervised: row.supervised }),
    ...(row.dual_registered === null ? {} : { dualRegistered: row.dual_registered }),
    ...(row.arranged_under ? { arrangedUnder: row.arranged_under } : {}),
    ...(row.attendance_code ? { attendanceCode: row.attendance_code } : {}),
    // Nothing chosen is a question not answered, and not an answer.
    ...(row.subjects.length > 0 ? { subjects: row.subjects } : {}),
  }
}

/** What has not started starts on the planned day; tomorrow, when that has passed, or nobody has accepted it yet. */
export function startOf(status: string, planned: IsoDate, day: IsoDate): IsoDate {
  if (status === 'live' || planned > day) return planned
  return status === 'accepted' && planned === day ? planned : addDays(day, 1)
}

/** Plans in force, those that lapsed, and drafts where there is no other, the newest last: the rules read the last. */
export function plansFrom(rows: ProvisionRows): SubstantialPlan[] {
  const agreements = Map.groupBy(rows.planAgreements, ({ plan_id }) => plan_id)
  return [...rows.plans]
    .sort((a, b) => (a.made_at < b.made_at ? -1 : 1))
    .map(plan => ({
      id: plan.id,
      pupil: plan.child_id,
      provider: plan.provider_id,
      ...(plan.start_on ? { start: plan.start_on } : {}),
      ...writtenDate(plan),
      ...(plan.school_agreed_on ? { schoolAgreedDate: plan.school_agreed_on } : {}),
      ...(plan.review_on ? { reviewDate: plan.review_on } : {}),
      ...(plan.end_on ? { endDate: plan.end_on } : {}),
      ...(plan.copy_acknowledged_on
        ? { providerCopyAcknowledgedDate: plan.copy_acknowledged_on }
        : {}),
      parentAgreements: (agreements.get(plan.id) ?? []).map(({ contact_id, agreed }) => ({
        person: contact_id,
        ...(agreed === null ? {} : { agreed }),
      })),
    }))
}

/**
 * A draft is written down, and what else it lacks is found. One that lacks nothing of its own is still not in force, so that
 * is what is found of it: a draft never allows anything.
 */
function writtenDate(plan: ProvisionRows['plans'][number]): { writtenDate?: IsoDate } {
  if (plan.written_on) return { writtenDate: plan.written_on }
  const lacks = !plan.review_on || !plan.end_on || !plan.school_agreed_on
  return plan.status === 'draft' && lacks ? { writtenDate: londonDay(new Date(plan.made_at)) } : {}
}
