import { allowed } from '../allowed.ts'
import { type Asking, atSchool, iAm, mine, ours } from '../asking.ts'
import { mayReadAbout } from '../children.ts'
import { type Rules, signed } from '../writers.ts'
import { provisionRules } from './allowed.ts'
import { mayReadPlacement, mayReport, mayRunPlacement } from './placements.ts'
import { assuresQuality, keepsProvider, mayReadConcern, worksFor } from './providers.ts'

const by = (asking: Asking, row: object, column: string) =>
  mine(asking, String((row as Record<string, unknown>)[column]))
const forUs = (asking: Asking, row: object, column = 'by_organisation') =>
  ours(asking, String((row as Record<string, unknown>)[column]))
const builds = (asking: Asking) => iAm(asking, 'coordinator', 'support-worker') || atSchool(asking)
const inOurName = (asking: Asking, row: object) => by(asking, row, 'by_user') && forUs(asking, row)
const runs = (asking: Asking, { placement_id }: { placement_id: string }) =>
  mayRunPlacement(asking, placement_id)
const reads = (asking: Asking, { placement_id }: { placement_id: string }) =>
  mayReadPlacement(asking, placement_id)
const madeByUs = (asking: Asking, row: { placement_id: string }) =>
  runs(asking, row) && by(asking, row, 'made_by')
const notLater = ({ world }: Asking, row: object) =>
  String((row as Record<string, unknown>)['on_day']) <= world.today
const keeps = (asking: Asking, { provider_id }: { provider_id: string }) =>
  keepsProvider(asking, provider_id)
const ownDraft = (asking: Asking, { visit_id }: { visit_id: string }) => {
  const visit = asking.find.byId('visit', visit_id)
  return (
    visit !== undefined &&
    visit.status === 'draft' &&
    ours(asking, visit.commissioner_id) &&
    provisionRules.visit(asking, visit)
  )
}
const directs = (asking: Asking, { direction_id }: { direction_id: string }) => {
  const direction = asking.find.byId('off_site_direction', direction_id)
  return (
    direction !== undefined &&
    atSchool(asking) &&
    ours(asking, direction.school_id) &&
    provisionRules.off_site_direction(asking, direction)
  )
}
const formOf = (asking: Asking, { questionnaire_id }: { questionnaire_id: string }) => {
  const form = asking.find.byId('questionnaire', questionnaire_id)
  return form && provisionRules.questionnaire(asking, form) ? form : undefined
}

/** A draft that the asker reads, of a placement of which they may still report. */
const draftOf = (asking: Asking, { report_id }: { report_id: string }) => {
  const report = asking.find.byId('provider_report', report_id)
  return report &&
    report.status === 'draft' &&
    provisionRules.provider_report(asking, report) &&
    mayReport(asking, report.placement_id)
    ? report
    : undefined
}

/** May a request add this row of provision? (C of rows 14 to 22 and 27) */
export const mayAddToProvision: Rules = {
  placement: (asking, each) =>
    ((builds(asking) && ours(asking, each.commissioner_id) && each.arranged_by_id === null) ||
      // What the authority commissions is arranged by a partnership.
      (iAm(asking, 'coordinator', 'support-worker') &&
        each.arranged_by_id !== null &&
        ours(asking, each.arranged_by_id) &&
        asking.find.byId('organisation', each.commissioner_id)?.kind === 'authority')) &&
    by(asking, each, 'made_by') &&
    each.status === 'proposed' &&
    mayReadAbout(asking, 'education', each.child_id),
  placement_session: runs,
  school_session: (asking, each) =>
    by(asking, each, 'recorded_by') &&
    mayReadAbout(asking, 'education', each.child_id) &&
    (iAm(asking, 'coordinator', 'support-worker') ||
      (atSchool(asking) && ours(asking, each.school_id))),
  medical_exception: (asking, each) =>
    builds(asking) &&
    by(asking, each, 'recorded_by') &&
    mayReadAbout(asking, 'special needs', each.child_id),
  no_school_time: (asking, each) =>
    builds(asking) &&
    by(asking, each, 'recorded_by') &&
    mayReadAbout(asking, 'education', each.child_id),
  placement_event: (asking, each) => reads(asking, each) && inOurName(asking, each),
  placement_change: (asking, each) =>
    (builds(asking) || iAm(asking, 'provider-manager')) &&
    reads(asking, each) &&
    by(asking, each, 'asked_by') &&
    forUs(asking, each, 'asked_by_organisation_id') &&
    each['status'] === 'asked' &&
    !each['decided_by'],
  placement_agreement: runs,
  tripwire_override: runs,
  placement_tutor: (asking, each) =>
    iAm(asking, 'provider-manager') &&
    by(asking, each, 'named_by') &&
    reads(asking, each) &&
    asking.find
      .of('membership', 'user_id', each.user_id)
      .some(({ organisation_id }) => ours(asking, organisation_id)),
  disclosure: (asking, each) =>
    (builds(asking) || iAm(asking, 'virtual-school')) &&
    inOurName(asking, each) &&
    mayReadAbout(asking, 'education', each.child_id) &&
    (each.placement_id === null || mayRunPlacement(asking, each.placement_id)),
  substantial_plan: (asking, each) => {
    const placement = asking.find.byId('placement', each.placement_id)
    return (
      madeByUs(asking, each) &&
      each.status === 'draft' &&
      placement?.child_id === each.child_id &&
      placement.provider_id === each.provider_id
    )
  },
  substantial_plan_agreement: (asking, each) => {
    const plan = asking.find.byId('substantial_plan', each.plan_id)
    return plan !== undefined && runs(asking, plan) && by(asking, each, 'recorded_by')
  },
  provider_standing: keeps,
  provider_site: keeps,
  provider_subcontractor: keeps,
  provider_number_check: (asking, each) =>
    iAm(asking, 'quality-assurance') && by(asking, each, 'checked_by') && forUs(asking, each),
  provider_person: (asking, each) =>
    iAm(asking, 'provider-manager') && ours(asking, each.provider_id),
  provider_training: (asking, each) =>
    iAm(asking, 'provider-manager') &&
    ours(asking, each.provider_id) &&
    by(asking, each, 'recorded_by') &&
    asking.find.byId('provider_person', String(each['person_id']))?.provider_id ===
      each.provider_id,
  evidence_item: (asking, each) =>
    keeps(asking, each) &&
    by(asking, each, 'added_by') &&
    forUs(asking, each) &&
    each.superseded_at === null,
  insurance_policy: (asking, each) => {
    const item = asking.find.byId('evidence_item', each.evidence_id)
    return keeps(asking, each) && item?.provider_id === each.provider_id && !item.superseded_at
  },
  evidence_sighting: (asking, each) =>
    assuresQuality(asking) &&
    ours(asking, each.commissioner_id) &&
    by(asking, each, 'by_user') &&
    !each['withdrawn_at'] &&
    asking.find.byId('evidence_item', each.evidence_id)?.superseded_at === null,
  commissioner_check: (asking, each) =>
    assuresQuality(asking) && ours(asking, each.commissioner_id) && by(asking, each, 'by_user'),
  service_level_agreement: (asking, each) =>
    assuresQuality(asking) && ours(asking, each.commissioner_id) && by(asking, each, 'recorded_by'),
  provider_audit: (asking, each) =>
    iAm(asking, 'coordinator', 'quality-assurance') &&
    by(asking, each, 'recorded_by') &&
    forUs(asking, each),
  provider_listing: (asking, each) =>
    assuresQuality(asking) && by(asking, each, 'recorded_by') && forUs(asking, each),
  individual_plan: madeByUs,
  plan_objective: madeByUs,
  placement_review: madeByUs,
  placement_closing: madeByUs,
  objective_progress: (asking, each) => {
    const objective = asking.find.byId('plan_objective', each.objective_id)
    return (
      (builds(asking) || iAm(asking, 'provider-manager', 'provider-tutor')) &&
      inOurName(asking, each) &&
      reads(asking, each) &&
      notLater(asking, each) &&
      objective?.placement_id === each.placement_id &&
      provisionRules.plan_objective(asking, objective) &&
      (!each['review_id'] ||
        asking.find.byId('placement_review', String(each['review_id']))?.placement_id ===
          each.placement_id)
    )
  },
  placement_contact: (asking, each) =>
    (builds(asking) || iAm(asking, 'virtual-school', 'provider-manager', 'provider-tutor')) &&
    inOurName(asking, each) &&
    reads(asking, each) &&
    notLater(asking, each),
  provider_report: (asking, each) =>
    inOurName(asking, each) && each.status === 'draft' && mayReport(asking, each.placement_id),
  provider_report_objective: (asking, each) => {
    const report = draftOf(asking, each)
    const objective = asking.find.byId('plan_objective', each.objective_id)
    return (
      report !== undefined &&
      objective?.placement_id === report.placement_id &&
      provisionRules.plan_objective(asking, objective)
    )
  },
  provider_report_safeguarding: (asking, each) =>
    inOurName(asking, each) && draftOf(asking, each) !== undefined,
  provider_report_reading: (asking, each) => {
    const report = asking.find.byId('provider_report', each.report_id)
    return (
      inOurName(asking, each) &&
      iAm(asking, 'coordinator', 'school-referrer', 'school-dsl', 'virtual-school') &&
      each['as_role'] === asking.me?.role &&
      report !== undefined &&
      provisionRules.provider_report(asking, report)
    )
  },
  pupil_link: (asking, each) =>
    (iAm(asking, 'coordinator') || atSchool(asking)) &&
    madeByUs(asking, each) &&
    each['tries'] === 0 &&
    !each['used_at'] &&
    !each['revoked_at'],
  pupil_view: (asking, each) =>
    runs(asking, each) &&
    by(asking, each, 'recorded_by') &&
    each['how'] !== 'link' &&
    !each['link_id'],
  register_mark: (asking, each) =>
    iAm(asking, 'provider-manager', 'provider-tutor', 'support-worker') &&
    inOurName(asking, each) &&
    reads(asking, each) &&
    ranThen(asking, each),
  register_notice: (asking, each) =>
    iAm(asking, 'provider-manager', 'provider-tutor', 'support-worker') &&
    reads(asking, each) &&
    each.kind === 'absence' &&
    asking.find
      .of('register_mark', 'placement_id', each.placement_id)
      .some(
        mark =>
          mark['on_day'] === each.on_day &&
          mark['starts_at'] === each.starts_at &&
          mark['reason'] === 'not known',
      ),
  off_site_direction: (asking, each) =>
    atSchool(asking) &&
    ours(asking, each.school_id) &&
    by(asking, each, 'made_by') &&
    each.status === 'draft' &&
    mayReadAbout(asking, 'education', each.child_id) &&
    (!each['placement_id'] ||
      (asking.find.byId('placement', String(each['placement_id']))?.child_id === each.child_id &&
        mayReadPlacement(asking, String(each['placement_id'])))),
  off_site_review: (asking, each) => directs(asking, each) && by(asking, each, 'made_by'),
  off_site_review_request: (asking, each) => {
    const direction = asking.find.byId('off_site_direction', each.direction_id)
    return (
      by(asking, each, 'recorded_by') &&
      (directs(asking, each) ||
        (iAm(asking, 'sena') &&
          each['asked_by'] === 'authority' &&
          direction !== undefined &&
          provisionRules.off_site_direction(asking, direction)))
    )
  },
  managed_move: (asking, each) =>
    atSchool(asking) &&
    ours(asking, each.from_school_id) &&
    by(asking, each, 'made_by') &&
    each.status === 'proposed' &&
    mayReadAbout(asking, 'education', each.child_id),
  managed_move_consent: (asking, each) => {
    const move = asking.find.byId('managed_move', each.move_id)
    return (
      atSchool(asking) &&
      by(asking, each, 'recorded_by') &&
      forUs(asking, each) &&
      ['proposed', 'agreed'].includes(move?.status ?? '') &&
      move !== undefined &&
      provisionRules.managed_move(asking, move) &&
      ours(asking, each.party === 'to school' ? move.to_school_id : move.from_school_id)
    )
  },
  roll_removal: (asking, each) =>
    atSchool(asking) &&
    ours(asking, each.school_id) &&
    by(asking, each, 'made_by') &&
    each.status === 'proposed' &&
    mayReadAbout(asking, 'education', each.child_id),
  removal_absence: (asking, each) => {
    const removal = asking.find.byId('roll_removal', each.removal_id)
    return (
      atSchool(asking) &&
      by(asking, each, 'recorded_by') &&
      removal?.status === 'proposed' &&
      ours(asking, removal.school_id)
    )
  },
  new_pupil_return: (asking, each) => {
    const entered = asking.find.byId('enrolment', each.enrolment_id)
    return (
      atSchool(asking) &&
      ours(asking, each.school_id) &&
      ours(asking, entered?.school_id) &&
      entered?.child_id === each.child_id &&
      allowed(asking, 'enrolment', entered) &&
      !each.made_on
    )
  },
  work_experience: runs,
  visit: (asking, each) =>
    assuresQuality(asking) &&
    ours(asking, each.commissioner_id) &&
    by(asking, each, 'made_by') &&
    each.status === 'planned',
  visit_item: (asking, each) => ownDraft(asking, each) && by(asking, each, 'by_user'),
  visit_interview: (asking, each) => ownDraft(asking, each) && by(asking, each, 'by_user'),
  visit_judgement: (asking, each) => ownDraft(asking, each) && by(asking, each, 'by_user'),
  visit_action: (asking, each) => {
    const visit = asking.find.byId('visit', each.visit_id)
    return (
      visit !== undefined &&
      provisionRules.visit(asking, visit) &&
      by(asking, each, 'made_by') &&
      visit.provider_id === each.provider_id &&
      ['draft', 'submitted', 'moderated', 'published'].includes(visit.status) &&
      (ours(asking, visit.commissioner_id) || iAm(asking, 'quality-assurance'))
    )
  },
  visit_moderation: (asking, each) => {
    const visit = asking.find.byId('visit', each.visit_id)
    return (
      iAm(asking, 'quality-assurance') &&
      by(asking, each, 'by_user') &&
      visit?.status === 'submitted'
    )
  },
  visit_reply: (asking, each) => {
    const visit = asking.find.byId('visit', each.visit_id)
    return (
      iAm(asking, 'provider-manager', 'provider-dsl') &&
      by(asking, each, 'by_user') &&
      visit !== undefined &&
      ours(asking, visit.provider_id) &&
      ['moderated', 'published'].includes(visit.status)
    )
  },
  visit_adoption: (asking, each) => {
    const visit = asking.find.byId('visit', each.visit_id)
    return (
      assuresQuality(asking) &&
      ours(asking, each.commissioner_id) &&
      by(asking, each, 'by_user') &&
      visit?.status === 'published' &&
      !ours(asking, visit.commissioner_id)
    )
  },
  provider_concern: (asking, each) =>
    assuresQuality(asking) &&
    mine(asking, each.raised_by) &&
    forUs(asking, each) &&
    each.status === 'open' &&
    !each['outcome'] &&
    !each['closed_by'] &&
    !each['closed_at'] &&
    !worksFor(asking, each.provider_id),
  concern_note: (asking, each) => {
    const concern = asking.find.byId('provider_concern', each.concern_id)
    return (
      iAm(asking, 'quality-assurance') &&
      by(asking, each, 'by_user') &&
      concern !== undefined &&
      mayReadConcern(asking, concern)
    )
  },
  provider_approval: (asking, each) =>
    iAm(asking, 'quality-assurance') &&
    inOurName(asking, each) &&
    !worksFor(asking, each.provider_id),
  // The Virtual School asks again after a form that it accepted, or set aside itself, while the child is still there.
  questionnaire: (asking, each) => {
    const before = asking.find.byId('questionnaire', String(each['follows_id']))
    const same = (other: {
      child_id: string
      provider_id: string | null
      commissioner_id: string
    }) =>
      other.child_id === each.child_id &&
      other.provider_id === each.provider_id &&
      other.commissioner_id === each.commissioner_id
    return (
      iAm(asking, 'virtual-school') &&
      mayReadAbout(asking, 'care', each.child_id) &&
      each.status === 'draft' &&
      !each['returned'] &&
      !each['accepted_at'] &&
      !each['next_due_on'] &&
      before !== undefined &&
      (before.status === 'accepted' ||
        (before.status === 'not needed' && Boolean(before['set_aside_by']))) &&
      same(before) &&
      asking.find
        .of('placement', 'child_id', each.child_id)
        .some(placement => ['accepted', 'live'].includes(placement.status) && same(placement))
    )
  },
  questionnaire_answer: (asking, each) => {
    const form = formOf(asking, each)
    return (
      form !== undefined &&
      ours(asking, form.commissioner_id) &&
      ['draft', 'sent back'].includes(form.status) &&
      signed(asking, each, 'confirmed_by')
    )
  },
  questionnaire_rating: (asking, each) =>
    iAm(asking, 'virtual-school') &&
    by(asking, each, 'by_user') &&
    formOf(asking, each)?.status === 'returned',
  questionnaire_request: (asking, each) =>
    iAm(asking, 'virtual-school') &&
    by(asking, each, 'asked_by') &&
    !each['supplied'] &&
    !each['supplied_at'] &&
    ['returned', 'accepted'].includes(formOf(asking, each)?.status ?? ''),
}

/** A mark is for a session of the child's week, on a day that has come, while the placement runs. */
function ranThen({ find, world }: Asking, mark: { placement_id: string; [name: string]: unknown }) {
  const [day, starts] = [String(mark['on_day']), String(mark['starts_at'])]
  const placement = find.byId('placement', mark.placement_id)
  const [started, ended] = [placement?.['started_on'], placement?.['ended_on']]
  const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1
  return (
    day <= world.today &&
    typeof started === 'string' &&
    started <= day &&
    (typeof ended !== 'string' || ended >= day) &&
    find
      .of('placement_session', 'placement_id', mark.placement_id)
      .some(
        each =>
          each['weekday'] === weekday &&
          each['starts_at'] === starts &&
          each['ends_at'] === mark['ends_at'] &&
          String(each['from_on']) <= day &&
          (!each['to_on'] || String(each['to_on']) >= day),
      )
  )
}
