import { londonDay } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import { memberSchools } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { isAllocation } from './decide.ts'
import { type EnforceabilityStep, enforceabilityOf } from './enforceability.ts'

export async function decisionById({ tx }: Pick<Doer, 'tx'>, id: string) {
  const decision = await tx
    .selectFrom('decision')
    .leftJoin('referral', 'referral.id', 'decision.referral_id')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'decision.school_id')
    .leftJoin('organisation as referrer', 'referrer.id', 'referral.referring_organisation_id')
    .leftJoin(
      'organisation as partnership',
      'partnership.id',
      'referral.responsible_partnership_id',
    )
    .leftJoin('meeting', 'meeting.id', 'decision.meeting_id')
    .leftJoin('user_account as recorder', 'recorder.id', 'decision.recorded_by')
    .selectAll('decision')
    .select([
      'referral.reference as case_reference',
      'referral.kind',
      'referral.status as referral_status',
      'referral.child_id',
      'referral.referring_organisation_id',
      'referral.responsible_partnership_id',
      'child.forename',
      'child.surname',
      'school.name as school',
      'referrer.name as referrer',
      'referrer.kind as referrer_kind',
      'partnership.name as partnership',
      'meeting.reference as meeting_reference',
      'meeting.starts_at as meeting_starts_at',
      'meeting.status as meeting_status',
      'recorder.name as recorder',
    ])
    .where('decision.id', '=', id)
    .executeTakeFirst()
  if (!decision) throw new NotFound()
  return decision
}
export type Decision = Awaited<ReturnType<typeof decisionById>>

/** The strip of a Fair Access allocation, from what is recorded; nothing for other decisions. */
export async function enforceability(
  { tx }: Pick<Doer, 'tx'>,
  decision: Decision,
): Promise<EnforceabilityStep[] | undefined> {
  if (!isAllocation(decision.code)) return undefined
  const meetingId = decision.ratified_in_id ?? decision.meeting_id
  const meeting = meetingId
    ? await tx
        .selectFrom('meeting')
        .select(['id', 'status', 'starts_at', 'partnership_id'])
        .where('id', '=', meetingId)
        .executeTakeFirst()
    : undefined
  const members = meeting
    ? await memberSchools(tx, meeting.partnership_id, londonDay(meeting.starts_at))
    : []
  const invited = meeting
    ? await tx
        .selectFrom('invitation')
        .select(['school_id', 'sent_at'])
        .where('meeting_id', '=', meeting.id)
        .where('withdrawn_at', 'is', null)
        .execute()
    : []
  const told = await tx
    .selectFrom('notice')
    .select(['kind'])
    .where('decision_id', '=', decision.id)
    .execute()
  const kinds = new Set(told.map(({ kind }) => kind))
  return enforceabilityOf({
    members,
    invited: invited.map(({ school_id, sent_at }) => ({ schoolId: school_id, sentAt: sent_at })),
    meeting: meeting && {
      held: ['open', 'held', 'minuted'].includes(meeting.status),
      startsAt: meeting.starts_at,
    },
    decisionMinuted: decision.school_id !== null && decision.reasons.trim() !== '',
    schoolTold: kinds.has('allocated-school'),
    admissionsTold: kinds.has('admissions'),
    emergency: decision.emergency,
    ratified: decision.ratified_at !== null,
  })
}
