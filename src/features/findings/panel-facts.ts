import type { IsoDate } from '#domain/dates.ts'
import type { FairAccessCase, FairAccessDecision, PanelMeeting } from '#rules/facts.ts'
import { day, dayOf, isClosed } from './case-facts.ts'
import type { CaseRows } from './case-rows.query.ts'

export function panelMeetingsFrom(rows: CaseRows): PanelMeeting[] {
  const invited = Map.groupBy(rows.invitations, ({ meeting_id }) => meeting_id)
  const present = Map.groupBy(rows.attendance, ({ meeting_id }) => meeting_id)
  return rows.meetings.map(({ id, partnership_id, starts_at }) => {
    const attendance = present.get(id)
    return {
      id,
      partnership: partnership_id,
      startsAt: starts_at,
      invitations: (invited.get(id) ?? []).map(({ school_id, sent_at }) => ({
        school: school_id,
        sentAt: sent_at,
      })),
      // Until attendance is taken nobody is known to have come or stayed away.
      ...(attendance
        ? {
            attended: attendance.flatMap(({ school_id, attended }) =>
              school_id && attended === 'attended' ? [school_id] : [],
            ),
          }
        : {}),
    }
  })
}

export function fairAccessCasesFrom(rows: CaseRows, today: IsoDate): FairAccessCase[] {
  const details = new Map(rows.fairAccessCases.map(row => [row.referral_id, row]))
  return rows.referrals.flatMap(referral => {
    if (referral.kind !== 'fair-access' || !referral.child_id) return []
    const detail = details.get(referral.id)
    const decision = decisionOf(rows, referral.id)
    const check = rows.onRoll.find(({ referral_id }) => referral_id === referral.id)
    const meeting = decision?.meeting_id ?? lastListed(rows, referral.id)
    return {
      id: referral.id,
      pupil: referral.child_id,
      receivedDate: detail?.received_on ?? dayOf(referral.submitted_at) ?? today,
      ...(detail?.category ? { category: detail.category } : {}),
      ...(detail?.in_year_measures_tried == null
        ? {}
        : { inYearMeasuresTried: detail.in_year_measures_tried }),
      ...(detail?.accepted_on ? { acceptedDate: detail.accepted_on } : {}),
      ...(meeting ? { panelMeeting: meeting } : {}),
      ...(decision?.school_id ? { decision: allocation(rows, decision, decision.school_id) } : {}),
      ...(check?.school_objects ? { refusalReason: check.school_objects } : {}),
      ...(check
        ? {
            onRoll: {
              ...day('schoolConfirmedDate', check.school_confirmed_at),
              ...day('admissionsConfirmedDate', check.admissions_confirmed_at),
            },
          }
        : {}),
      ...(isClosed(referral.status) ? { closedDate: dayOf(referral.ended_at) ?? today } : {}),
    }
  })
}

type Decision = CaseRows['decisions'][number]

/** The allocation that stands: the latest one that names a school. */
const decisionOf = (rows: CaseRows, referral: string): Decision | undefined =>
  rows.decisions
    .filter(each => each.referral_id === referral && each.school_id !== null)
    .reduce<Decision | undefined>(
      (best, each) => (best === undefined || each.decided_at > best.decided_at ? each : best),
      undefined,
    )

const lastListed = (rows: CaseRows, referral: string): string | undefined =>
  rows.agenda
    .filter(each => each.referral_id === referral)
    .sort((a, b) => (a.starts_at < b.starts_at ? 1 : -1))[0]?.meeting_id

function allocation(rows: CaseRows, decision: Decision, school: string): FairAccessDecision {
  const told = (isWho: (notice: CaseRows['notices'][number]) => boolean) =>
    rows.notices
      .filter(notice => notice.decision_id === decision.id && isWho(notice))
      .map(({ sent_at }) => sent_at)
      .sort()[0]
  const informed = told(({ to_organisation_id }) => to_organisation_id === school)
  const admissions = told(({ team }) => team === 'admissions')
  return {
    decidedAt: decision.decided_at,
    school,
    ...(informed ? { schoolInformedAt: informed } : {}),
    ...(admissions ? { admissionsInformedAt: admissions } : {}),
  }
}
