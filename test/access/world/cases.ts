import { type Building, day, moment, organisationsOf, span, teamOf } from './build.ts'
import type { Referral } from './rows.ts'

const statuses = [
  'draft',
  'submitted',
  'accepted',
  'listed',
  'decided',
  'closed',
  'returned',
  'referred on',
  'withdrawn',
  'discarded',
] as const

/** Referrals in every state and of both kinds, and all that hangs on a case. */
export function makeCases(building: Building) {
  const { dice, rows, size } = building
  const schools = organisationsOf(building, 'school')
  const partnerships = organisationsOf(building, 'partnership')
  const children = rows.child.filter(({ merged_into_id }) => merged_into_id === null)
  for (let n = 0; n < Math.max(4, Math.round(44 * size)); n++) {
    const status = statuses[n % statuses.length] ?? 'draft'
    const kind = dice.chance(0.3) ? 'fair-access' : 'school'
    const early = status === 'draft' || status === 'discarded'
    const child = dice.pick(children)
    const roll = rows.enrolment.filter(({ child_id }) => child_id === child.id)
    const school =
      roll.length > 0 && dice.chance(0.8) ? dice.pick(roll).school_id : dice.pick(schools)
    const referral: Referral = {
      id: dice.id(),
      kind,
      status,
      child_id: early && dice.chance(0.2) ? null : child.id,
      referring_organisation_id: kind === 'school' ? school : teamOf(building, 'admissions'),
      responsible_partnership_id: early && dice.chance(0.7) ? null : dice.pick(partnerships),
      submitted_at: early ? null : moment(building, -20),
    }
    rows.referral.push(referral)
    if (kind === 'fair-access') rows.fair_access_case.push({ referral_id: referral.id })
    addParts(building, referral)
    addPeople(building, referral, partnerships)
    addDisputes(building, referral, partnerships)
  }
}

function addParts(building: Building, { id, child_id, ...referral }: Referral) {
  const { dice, rows } = building
  const row = () => ({ id: dice.id(), referral_id: id })
  const place = referral.responsible_partnership_id ?? referral.referring_organisation_id
  if (dice.chance(0.5)) rows.response_step.push(row())
  if (dice.chance(0.5))
    rows.attendance_summary.push({
      ...row(),
      school_year: '2026-27',
      possible_sessions: 100,
      attended_sessions: 50,
      unauthorised_sessions: 10,
    })
  if (dice.chance(0.5)) rows.risk.push({ ...row(), likelihood: 2, severity: 3 })
  if (dice.chance(0.5)) rows.referral_version.push({ ...row(), number: 1, content: {} })
  if (dice.chance(0.7))
    rows.case_event.push({
      ...row(),
      kind: dice.pick(['started', 'decided']),
      by_organisation: place,
    })
  for (let n = dice.number(0, 2); n > 0; n--)
    rows.case_note.push({ ...row(), shared_with_school: dice.chance(0.5), by_organisation: place })
  for (let n = dice.number(0, 2); n > 0; n--)
    rows.file.push({
      ...row(),
      size: 10,
      state: dice.pick(['received', 'scanning', 'clean', 'blocked', 'not scanned']),
      by_organisation: dice.pick([place, referral.referring_organisation_id]),
    })
  if (dice.chance(0.5))
    rows.finding.push({
      ...row(),
      child_id,
      level: 'warning',
      subject_type: 'referral',
      subject_id: id,
      superseded_at: dice.chance(0.3) ? moment(building, -1) : null,
    })
  if (child_id && dice.chance(0.3))
    rows.finding.push({
      id: dice.id(),
      referral_id: null,
      child_id,
      level: 'info',
      subject_type: 'pupil',
      subject_id: child_id,
    })
}

/** Who asks, who writes to whom, who is assigned. */
function addPeople(building: Building, referral: Referral, partnerships: readonly string[]) {
  const { dice, rows } = building
  const row = () => ({ id: dice.id(), referral_id: referral.id })
  const ours = referral.responsible_partnership_id
  const theirs = referral.referring_organisation_id
  if (dice.chance(0.4))
    rows.information_request.push({
      ...row(),
      asked_of_organisation_id: dice.chance(0.8) ? theirs : dice.pick(partnerships),
      answered_at: dice.chance(0.3) ? moment(building, -1) : null,
    })
  if (ours && dice.chance(0.6)) {
    const [from, to] = dice.chance(0.5)
      ? [ours, theirs]
      : [theirs, dice.pick([ours, ...partnerships])]
    rows.case_message.push({ ...row(), from_organisation_id: from, to_organisation_id: to })
  }
  const supporter = rows.membership.find(
    ({ role, organisation_id }) => role === 'support-worker' && organisation_id === ours,
  )
  if (supporter && dice.chance(0.3))
    rows.case_assignment.push({
      ...row(),
      user_id: supporter.user_id,
      role: 'support',
      from_on: day(building, -5),
      to_on: null,
    })
  for (const { user_id } of dice.some(
    rows.membership.filter(({ role }) => role === 'support-worker' || role === 'coordinator'),
    0.15,
  ))
    rows.case_assignment.push({
      ...row(),
      user_id,
      role: dice.pick(['owner', 'support']),
      ...span(building),
    })
}

function addDisputes(building: Building, referral: Referral, partnerships: readonly string[]) {
  const { dice, rows } = building
  if (dice.chance(0.5)) return
  // A case may have been handed over since: then neither of the two who argued holds it.
  const raiser =
    (dice.chance(0.5) ? referral.responsible_partnership_id : null) ?? dice.pick(partnerships)
  const id = dice.id()
  rows.responsibility_dispute.push({
    id,
    referral_id: referral.id,
    raised_by_id: raiser,
    with_id: dice.pick(partnerships.filter(other => other !== raiser)),
    opened_on: day(building, -5),
    case_reference: 1,
  })
  for (let n = dice.number(1, 2); n > 0; n--)
    rows.responsibility_message.push({
      id: dice.id(),
      dispute_id: id,
      by_organisation: dice.pick(partnerships),
    })
}
