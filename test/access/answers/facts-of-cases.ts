import type { Asking } from '../oracle/asking.ts'
import { mayReadReferral } from '../oracle/cases.ts'
import { only } from './answer.ts'
import { among, askedAbout, cut, type Facts, ofRecord } from './fact-rows.ts'

export function caseFacts(asking: Asking): Facts {
  const { find, world } = asking
  const { rows } = world
  const asked = askedAbout(world, 'referral')
  const mine = rows.referral.filter(
    ({ id }) => asked.has(id) && (asking.purpose === 'worker' || mayReadReferral(asking, id)),
  )
  const children = new Set(mine.map(({ child_id }) => child_id).filter(id => id !== null))
  // One child's cases are weighed together; what somebody has not sent is theirs alone.
  const cases = new Set(
    rows.referral
      .filter(
        each =>
          mine.includes(each) ||
          (each.child_id !== null &&
            children.has(each.child_id) &&
            !among(each, 'status', 'draft', 'discarded')),
      )
      .map(({ id }) => id),
  )
  const ofCases = <T extends { referral_id: string | null }>(from: readonly T[]) =>
    from.filter(({ referral_id }) => referral_id !== null && cases.has(referral_id))
  const ofChildren = <T extends { child_id: string }>(from: readonly T[]) =>
    from.filter(({ child_id }) => children.has(child_id))
  const items = ofCases(rows.agenda_item).filter(each => !among(each, 'status', 'withdrawn'))
  const meetings = new Set([
    ...items.map(({ meeting_id }) => meeting_id),
    ...ofCases(rows.decision).map(each => String(each['meeting_id'])),
  ])
  const ofMeetings = <T extends { meeting_id: string }>(from: readonly T[]) =>
    from.filter(({ meeting_id }) => meetings.has(meeting_id))
  return {
    ...ofRecord(asking, child => children.has(child)),
    referrals: cut(
      rows.referral.filter(({ id }) => cases.has(id)),
      ...['id', 'kind', 'status', 'child_id', 'referring_organisation_id', 'gate_on_roll'],
      ...['gate_special_needs', 'gate_care', 'submitted_at', 'first_response_at', 'ended_at'],
    ),
    fairAccessCases: cut(
      ofCases(rows.fair_access_case),
      ...['referral_id', 'category', 'in_year_measures_tried', 'received_on', 'accepted_on'],
    ),
    disputes: cut(
      ofCases(rows.responsibility_dispute),
      ...['referral_id', 'opened_on', 'ended_at'],
    ),
    children: cut(
      rows.child.filter(({ id }) => children.has(id)),
      ...['id', 'birth_date'],
    ),
    addresses: cut(
      ofChildren(rows.child_address),
      ...['child_id', 'home_authority', 'home_area_id', 'from_on', 'to_on'],
    ),
    admissions: cut(
      ofChildren(rows.admission),
      ...['id', 'child_id', 'school_id', 'applied_on', 'outcome_on', 'completed_on'],
    ),
    exclusions: cut(
      ofChildren(rows.exclusion).filter(each => among(each, 'kind', 'permanent')),
      ...['id', 'child_id', 'school_id', 'from_on', 'reinstated_on', 'education_from'],
    ),
    agenda: items
      .map(each => ({ each, meeting: find.byId('meeting', each.meeting_id) }))
      .filter(({ meeting }) => meeting?.status !== 'cancelled')
      .map(({ each, meeting }) => ({
        ...only(each, 'referral_id', 'meeting_id'),
        ...only(meeting ?? {}, 'starts_at'),
      })),
    meetings: cut(
      rows.meeting.filter(({ id }) => meetings.has(id)),
      ...['id', 'partnership_id', 'starts_at'],
    ),
    invitations: cut(
      ofMeetings(rows.invitation).filter(each => each.withdrawn_at === null),
      ...['meeting_id', 'school_id', 'sent_at'],
    ),
    attendance: cut(ofMeetings(rows.meeting_attendance), 'meeting_id', 'school_id', 'attended'),
    decisions: cut(
      ofCases(rows.decision).filter(each => !among(each, 'status', 'superseded')),
      ...['id', 'referral_id', 'meeting_id', 'code', 'status', 'school_id', 'tier', 'decided_at'],
      ...['issued_at', 'start_on', 'end_on'],
    ),
    notices: ofCases(rows.notice).map(each => ({
      ...only(each, 'referral_id', 'decision_id', 'to_organisation_id', 'sent_at'),
      team: find.byId('organisation', String(each['to_organisation_id']))?.team ?? null,
    })),
    onRoll: cut(
      ofCases(rows.on_roll_check),
      ...['decision_id', 'referral_id', 'school_confirmed_at', 'admissions_confirmed_at'],
      'school_objects',
    ),
  }
}
