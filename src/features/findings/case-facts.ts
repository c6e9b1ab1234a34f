import { type IsoDate, londonDay } from '#domain/dates.ts'
import type { Admission, Exclusion, Programme, Referral } from '#rules/facts.ts'
import type { CaseRows } from './case-rows.query.ts'

const closed = new Set(['closed', 'withdrawn', 'referred on', 'discarded'])

export const isClosed = (status: string): boolean => closed.has(status)

/** Referrals by schools; Fair Access cases have a list of their own. A draft is read as if it were sent today. */
export function referralsFrom(rows: CaseRows, today: IsoDate): Referral[] {
  const disputes = Map.groupBy(rows.disputes, ({ referral_id }) => referral_id)
  return rows.referrals.flatMap(row => {
    if (row.kind !== 'school' || !row.child_id) return []
    const disputed = disputes.get(row.id) ?? []
    const dispute = disputed.find(({ ended_at }) => ended_at === null) ?? disputed.at(-1)
    return {
      id: row.id,
      pupil: row.child_id,
      referredBy: { type: 'school', id: row.referring_organisation_id },
      referredDate: dayOf(row.submitted_at) ?? today,
      ...day('respondedDate', row.first_response_at),
      ...(dispute
        ? {
            dispute: {
              openedDate: dispute.opened_on,
              ...day('resolvedDate', dispute.ended_at),
            },
          }
        : {}),
      ...(isClosed(row.status) ? { closedDate: dayOf(row.ended_at) ?? today } : {}),
    }
  })
}

export const admissionsFrom = (rows: CaseRows): Admission[] =>
  rows.admissions.map(row => ({
    id: row.id,
    pupil: row.child_id,
    school: row.school_id,
    receivedDate: row.applied_on,
    ...(row.outcome_on ? { notifiedDate: row.outcome_on } : {}),
    ...(row.completed_on ? { completedDate: row.completed_on } : {}),
  }))

export const exclusionsFrom = (rows: CaseRows): Exclusion[] =>
  rows.exclusions.map(row => ({
    id: row.id,
    pupil: row.child_id,
    school: row.school_id,
    decisionDate: row.from_on,
    ...(row.reinstated_on ? { reinstatedDate: row.reinstated_on } : {}),
    ...(row.education_from ? { educationFrom: row.education_from } : {}),
  }))

/** Support at a tier that was decided and told: what rules on tiers and home authorities are asked about. */
export const programmesFrom = (
  rows: CaseRows,
  partnershipOf: (meeting: string) => string | undefined,
): Programme[] =>
  rows.decisions.flatMap(decision => {
    const referral = rows.referrals.find(({ id }) => id === decision.referral_id)
    if (decision.tier === null || decision.status !== 'issued' || !referral?.child_id) return []
    const decided = londonDay(new Date(decision.decided_at))
    const partnership = decision.meeting_id ? partnershipOf(decision.meeting_id) : undefined
    return {
      id: decision.id,
      pupil: referral.child_id,
      school: referral.referring_organisation_id,
      ...(partnership ? { partnership } : {}),
      tier: decision.tier,
      decidedDate: decided,
      start: decision.start_on ?? decided,
      ...(decision.end_on ? { end: decision.end_on } : {}),
    }
  })

export const dayOf = (moment: string | null | undefined): IsoDate | undefined =>
  moment ? londonDay(new Date(moment)) : undefined

/** `{ [name]: day }`, or nothing when it has not happened. */
export const day = <Name extends string>(name: Name, moment: string | null | undefined) => {
  const on = dayOf(moment)
  return (on ? { [name]: on } : {}) as { [N in Name]?: IsoDate }
}
