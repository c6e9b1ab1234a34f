import { type Asking, atSchool, iAm, mine, ours } from '../asking.ts'
import { mayReadAbout } from '../children.ts'
import type { Rules } from '../writers.ts'
import { ofOurReports, provisionRules } from './allowed.ts'
import { mayReadPlacement, mayReport, mayRunPlacement } from './placements.ts'
import { assuresQuality, keepsProvider, worksFor } from './providers.ts'

const runs = (asking: Asking, { placement_id }: { placement_id: string }) =>
  mayRunPlacement(asking, placement_id)
const keeps = (asking: Asking, { provider_id }: { provider_id: string }) =>
  keepsProvider(asking, provider_id)
const builds = (asking: Asking) => iAm(asking, 'coordinator', 'support-worker') || atSchool(asking)
const ownDraft = (asking: Asking, { visit_id }: { visit_id: string }) => {
  const visit = asking.find.byId('visit', visit_id)
  return (
    visit !== undefined &&
    visit.status === 'draft' &&
    ours(asking, visit.commissioner_id) &&
    provisionRules.visit(asking, visit)
  )
}
const ofOurDirection = (asking: Asking, { direction_id }: { direction_id: string }) => {
  const direction = asking.find.byId('off_site_direction', direction_id)
  return (
    direction !== undefined &&
    atSchool(asking) &&
    ours(asking, direction.school_id) &&
    provisionRules.off_site_direction(asking, direction)
  )
}

const draftRead = (asking: Asking, { report_id }: { report_id: string }) => {
  const report = asking.find.byId('provider_report', report_id)
  return report?.status === 'draft' && provisionRules.provider_report(asking, report)
    ? report
    : undefined
}

/** May a request change this row of provision at all? (U of rows 14 to 22) */
export const mayChangeProvision: Rules = {
  placement: (asking, each) =>
    mayRunPlacement(asking, each.id) ||
    // What was offered is answered by its provider's manager.
    (iAm(asking, 'provider-manager') &&
      ours(asking, each.provider_id) &&
      each.status === 'offered'),
  placement_session: runs,
  school_session: (asking, each) =>
    mayReadAbout(asking, 'education', each.child_id) &&
    (iAm(asking, 'coordinator', 'support-worker') ||
      (atSchool(asking) && ours(asking, each.school_id))),
  medical_exception: (asking, each) =>
    builds(asking) && mayReadAbout(asking, 'special needs', each.child_id),
  no_school_time: (asking, each) =>
    builds(asking) && mayReadAbout(asking, 'education', each.child_id),
  placement_change: (asking, each) =>
    runs(asking, each) ||
    (ours(asking, String(each['asked_by_organisation_id'])) && each['status'] === 'asked'),
  placement_agreement: runs,
  placement_tutor: (asking, each) =>
    iAm(asking, 'provider-manager') && mayReadPlacement(asking, each.placement_id),
  substantial_plan: (asking, each) =>
    runs(asking, each) ||
    (iAm(asking, 'provider-manager', 'provider-dsl') &&
      ours(asking, each.provider_id) &&
      each.status === 'in force' &&
      mayReadPlacement(asking, each.placement_id)),
  substantial_plan_agreement: (asking, { plan_id }) => {
    const plan = asking.find.byId('substantial_plan', plan_id)
    return plan !== undefined && runs(asking, plan)
  },
  provider_standing: keeps,
  provider_site: keeps,
  provider_subcontractor: keeps,
  provider_person: (asking, each) =>
    iAm(asking, 'provider-manager') && ours(asking, each.provider_id),
  evidence_item: (asking, each) => keeps(asking, each) && each.superseded_at === null,
  evidence_sighting: (asking, each) =>
    assuresQuality(asking) && ours(asking, each.commissioner_id) && !each['withdrawn_at'],
  service_level_agreement: (asking, each) =>
    assuresQuality(asking) && ours(asking, each.commissioner_id),
  provider_listing: (asking, each) =>
    assuresQuality(asking) && ours(asking, String(each['by_organisation'])) && !each.left_on,
  individual_plan: (asking, each) =>
    runs(asking, each) ||
    (iAm(asking, 'provider-manager') &&
      each.status === 'with provider' &&
      mayReadPlacement(asking, each.placement_id)),
  plan_objective: runs,
  placement_review: runs,
  placement_closing: runs,
  pupil_link: runs,
  // As long as it is a draft; beyond the ten days it can be thrown away.
  provider_report: (asking, each) => each.status === 'draft' && ofOurReports(asking, each),
  provider_report_objective: (asking, each) => {
    const report = draftRead(asking, each)
    return report !== undefined && mayReport(asking, report.placement_id)
  },
  provider_report_safeguarding: (asking, each) =>
    (iAm(asking, 'provider-dsl') || mine(asking, each.by_user)) &&
    draftRead(asking, each) !== undefined,
  off_site_direction: (asking, each) =>
    atSchool(asking) &&
    ours(asking, each.school_id) &&
    mayReadAbout(asking, 'education', each.child_id),
  off_site_review: ofOurDirection,
  off_site_review_request: ofOurDirection,
  managed_move: (asking, each) =>
    atSchool(asking) &&
    ours(asking, each.from_school_id) &&
    mayReadAbout(asking, 'education', each.child_id),
  roll_removal: (asking, each) => atSchool(asking) && ours(asking, each.school_id),
  new_pupil_return: (asking, each) => atSchool(asking) && ours(asking, each.school_id),
  work_experience: runs,
  visit: (asking, each) =>
    (assuresQuality(asking) &&
      ours(asking, each.commissioner_id) &&
      ['planned', 'draft'].includes(each.status)) ||
    (iAm(asking, 'quality-assurance') && ['submitted', 'moderated'].includes(each.status)),
  visit_item: ownDraft,
  visit_interview: ownDraft,
  visit_judgement: ownDraft,
  visit_action: (asking, each) => {
    const visit = asking.find.byId('visit', each.visit_id)
    return (
      (iAm(asking, 'provider-manager', 'provider-dsl') && ours(asking, each.provider_id)) ||
      iAm(asking, 'quality-assurance') ||
      (visit !== undefined &&
        assuresQuality(asking) &&
        ours(asking, visit.commissioner_id) &&
        provisionRules.visit(asking, visit))
    )
  },
  provider_concern: (asking, each) =>
    iAm(asking, 'quality-assurance') && !worksFor(asking, each.provider_id),
  questionnaire: (asking, each) =>
    (atSchool(asking) &&
      ours(asking, each.commissioner_id) &&
      ['draft', 'sent back'].includes(each.status)) ||
    (iAm(asking, 'virtual-school') &&
      mayReadAbout(asking, 'care', each.child_id) &&
      ['draft', 'sent back', 'returned'].includes(each.status)),
  questionnaire_answer: (asking, each) => {
    const form = asking.find.byId('questionnaire', each.questionnaire_id)
    return (
      form !== undefined &&
      provisionRules.questionnaire(asking, form) &&
      ours(asking, form.commissioner_id) &&
      ['draft', 'sent back'].includes(form.status)
    )
  },
  questionnaire_rating: (asking, each) => {
    const form = asking.find.byId('questionnaire', each.questionnaire_id)
    return (
      iAm(asking, 'virtual-school') &&
      form?.status === 'returned' &&
      provisionRules.questionnaire(asking, form)
    )
  },
  questionnaire_request: (asking, each) => {
    const form = asking.find.byId('questionnaire', each.questionnaire_id)
    return (
      !each['supplied_at'] &&
      form !== undefined &&
      atSchool(asking) &&
      ours(asking, form.commissioner_id)
    )
  },
}

export const mayRemoveProvision: Rules = {
  // A week that was only proposed is drawn again, and so is a change that has not begun.
  placement_session: (asking, each) =>
    runs(asking, each) &&
    (String(each['from_on']) >= asking.world.today ||
      ['proposed', 'declined'].includes(
        asking.find.byId('placement', each.placement_id)?.status ?? '',
      )),
  plan_objective: runs,
  removal_absence: (asking, { removal_id }) => {
    const removal = asking.find.byId('roll_removal', removal_id)
    return atSchool(asking) && removal?.status === 'proposed' && ours(asking, removal.school_id)
  },
}
