import type { ProvisionTables, Report } from '../../world/provision/rows.ts'
import { type Asking, atSchool, iAm, mine, ours } from '../asking.ts'
import { mayReadAbout } from '../children.ts'
import { mayReadPlacement, ofAProvider, readableVersions } from './placements.ts'
import { assuresQuality, looksInto, mayReadConcern, mayReadVisit, readsStaff } from './providers.ts'

type Rule<T extends keyof ProvisionTables> = (
  asking: Asking,
  row: ProvisionTables[T][number],
) => boolean

const signedIn = ({ me }: Asking) => me !== undefined
const withPlacement = (asking: Asking, { placement_id }: { placement_id: string }) =>
  mayReadPlacement(asking, placement_id)
/** What commissioner, school and officers say among themselves, and not to the provider. */
const notForProviders = (asking: Asking, each: { placement_id: string }) =>
  withPlacement(asking, each) && !ofAProvider(asking)
const intoProvider = (asking: Asking, { provider_id }: { provider_id: string }) =>
  looksInto(asking, provider_id)
const byCommissioner = (
  asking: Asking,
  { provider_id, commissioner_id }: { provider_id: string; commissioner_id: string },
) => ours(asking, commissioner_id) || (looksInto(asking, provider_id) && !atSchool(asking))
const withVisit = (asking: Asking, { visit_id }: { visit_id: string }) =>
  mayReadVisit(asking, visit_id)
const withDirection = (asking: Asking, { direction_id }: { direction_id: string }) => {
  const direction = asking.find.byId('off_site_direction', direction_id)
  return direction !== undefined && provisionRules.off_site_direction(asking, direction)
}
/** Row 17, k10; of a tutor’s organisation they read what they wrote and what is about children whom they teach (D31). */
export const ofOurReports = (asking: Asking, each: Report) =>
  ours(asking, each.by_organisation) &&
  (iAm(asking, 'provider-manager', 'provider-dsl') ||
    (iAm(asking, 'provider-tutor') &&
      (mine(asking, each.by_user) || mayReadPlacement(asking, each.placement_id))))
/** Row 17: k2, k4 and k7. */
const receives = (asking: Asking, { placement_id }: Report) => {
  const placement = asking.find.byId('placement', placement_id)
  return (
    placement !== undefined &&
    iAm(asking, 'coordinator', 'school-referrer', 'school-dsl', 'virtual-school') &&
    mayReadPlacement(asking, placement_id) &&
    mayReadAbout(asking, 'education', placement.child_id)
  )
}
const withReport = (asking: Asking, { report_id }: { report_id: string }) => {
  const report = asking.find.byId('provider_report', report_id)
  return report !== undefined && provisionRules.provider_report(asking, report)
}
const withForm = (asking: Asking, { questionnaire_id }: { questionnaire_id: string }) => {
  const form = asking.find.byId('questionnaire', questionnaire_id)
  return form !== undefined && provisionRules.questionnaire(asking, form)
}

/** Rows 14 to 22, 24 and 27 of the matrix: may this asker read this row? */
export const provisionRules: { readonly [T in keyof ProvisionTables]: Rule<T> } = {
  placement: (asking, { id }) => mayReadPlacement(asking, id),
  placement_session: withPlacement,
  school_session: (asking, { child_id }) => mayReadAbout(asking, 'education', child_id),
  medical_exception: (asking, { child_id }) =>
    mayReadAbout(asking, 'special needs', child_id) || mayReadAbout(asking, 'care', child_id),
  no_school_time: (asking, { child_id }) => mayReadAbout(asking, 'education', child_id),
  placement_event: (asking, each) =>
    withPlacement(asking, each) && (ours(asking, each.by_organisation) || !ofAProvider(asking)),
  placement_change: withPlacement,
  placement_agreement: notForProviders,
  tripwire_override: notForProviders,
  placement_tutor: (asking, each) => withPlacement(asking, each) || mine(asking, each.user_id),
  // Row 27: who answers for it reads the register; who was told reads what it was told, while it may see the placement.
  disclosure: (asking, each) =>
    (iAm(asking, 'coordinator', 'school-dsl', 'virtual-school') &&
      mayReadAbout(asking, 'contacts', each.child_id)) ||
    mine(asking, each.by_user) ||
    (each.shared &&
      ours(asking, each.to_organisation_id) &&
      mayReadPlacement(asking, each.placement_id)),
  substantial_plan: (asking, each) =>
    withPlacement(asking, each) && (each.status !== 'draft' || !ofAProvider(asking)),
  substantial_plan_agreement: (asking, { plan_id }) => {
    const plan = asking.find.byId('substantial_plan', plan_id)
    return plan !== undefined && notForProviders(asking, plan)
  },
  provider_standing: intoProvider,
  provider_site: signedIn,
  provider_subcontractor: intoProvider,
  provider_number_check: signedIn,
  provider_person: readsStaff,
  provider_training: readsStaff,
  evidence_item: intoProvider,
  insurance_policy: intoProvider,
  // A school knows its own sightings; the others know whose they are.
  evidence_sighting: (asking, each) => {
    const item = asking.find.byId('evidence_item', each.evidence_id)
    return (
      ours(asking, each.commissioner_id) ||
      (item !== undefined && intoProvider(asking, item) && !atSchool(asking))
    )
  },
  commissioner_check: byCommissioner,
  service_level_agreement: byCommissioner,
  provider_audit: intoProvider,
  provider_listing: intoProvider,
  evidence_reminder: (asking, { evidence_id }) => {
    const item = asking.find.byId('evidence_item', evidence_id)
    return item !== undefined && intoProvider(asking, item)
  },
  individual_plan: (asking, each) =>
    withPlacement(asking, each) && (each.status !== 'draft' || !ofAProvider(asking)),
  plan_objective: (asking, each) =>
    withPlacement(asking, each) &&
    (!ofAProvider(asking) ||
      readableVersions(asking, each.placement_id).some(number => each.added_in <= number)),
  placement_review: withPlacement,
  objective_progress: withPlacement,
  placement_contact: (asking, each) =>
    withPlacement(asking, each) && (ours(asking, each.by_organisation) || !ofAProvider(asking)),
  pupil_link: notForProviders,
  pupil_view: notForProviders,
  placement_closing: notForProviders,
  provider_report: (asking, each) =>
    ofOurReports(asking, each) || (each.status === 'sent' && receives(asking, each)),
  provider_report_objective: withReport,
  // S4: its author and the safeguarding leads of both sides; nobody else of either, and no officer.
  provider_report_safeguarding: (asking, each) =>
    (ours(asking, each.by_organisation) &&
      (iAm(asking, 'provider-dsl') ||
        (iAm(asking, 'provider-manager', 'provider-tutor') && mine(asking, each.by_user)))) ||
    (iAm(asking, 'school-dsl') && withReport(asking, each)),
  provider_report_reading: withReport,
  register_mark: withPlacement,
  register_notice: withPlacement,
  off_site_direction: (asking, each) =>
    mayReadAbout(asking, 'education', each.child_id) &&
    (!['draft', 'discarded'].includes(each.status) || ours(asking, each.school_id)),
  off_site_review: withDirection,
  off_site_review_request: withDirection,
  // Row 18: its two schools, and whose case or remit the child is.
  managed_move: (asking, each) =>
    (atSchool(asking) &&
      // The receiving school reads it while it may come to something, and after it has. A trial goes to nobody.
      (ours(asking, each.from_school_id) ||
        (ours(asking, each.to_school_id) &&
          !each.trial &&
          ['proposed', 'agreed', 'completed'].includes(each.status)))) ||
    (iAm(asking, 'coordinator', 'support-worker', 'virtual-school', 'sena') &&
      mayReadAbout(asking, 'education', each.child_id)),
  managed_move_consent: (asking, { move_id }) => {
    const move = asking.find.byId('managed_move', move_id)
    return move !== undefined && provisionRules.managed_move(asking, move)
  },
  // The authority is told of every name that was deleted (ROL-05).
  roll_removal: (asking, each) =>
    (each.status === 'made' && iAm(asking, 'admissions')) ||
    (atSchool(asking) && ours(asking, each.school_id)) ||
    (iAm(asking, 'coordinator', 'support-worker', 'virtual-school', 'sena', 'admissions') &&
      mayReadAbout(asking, 'education', each.child_id)),
  removal_absence: (asking, { removal_id }) => {
    const removal = asking.find.byId('roll_removal', removal_id)
    return removal !== undefined && provisionRules.roll_removal(asking, removal)
  },
  new_pupil_return: (asking, each) =>
    (atSchool(asking) && ours(asking, each.school_id)) ||
    iAm(asking, 'admissions') ||
    (iAm(asking, 'coordinator') && mayReadAbout(asking, 'education', each.child_id)),
  work_experience: withPlacement,
  visit: (asking, { id }) => mayReadVisit(asking, id),
  visit_item: withVisit,
  visit_interview: withVisit,
  visit_judgement: withVisit,
  visit_action: withVisit,
  visit_reply: withVisit,
  // Who relies on a report, and what its moderator said, is no business of the provider's.
  visit_moderation: (asking, each) => withVisit(asking, each) && assuresQuality(asking),
  visit_adoption: (asking, each) => withVisit(asking, each) && assuresQuality(asking),
  provider_concern: mayReadConcern,
  concern_note: (asking, { concern_id }) => {
    const concern = asking.find.byId('provider_concern', concern_id)
    return (
      iAm(asking, 'quality-assurance') && concern !== undefined && mayReadConcern(asking, concern)
    )
  },
  provider_approval: (asking, each) =>
    assuresQuality(asking) ||
    iAm(asking, 'support-worker', 'sena') ||
    (iAm(asking, 'provider-manager', 'provider-dsl') && ours(asking, each.provider_id)),
  // Row 22: the school that buys, and the Virtual School for children in its remit.
  questionnaire: (asking, each) =>
    (atSchool(asking) && ours(asking, each.commissioner_id)) ||
    (iAm(asking, 'virtual-school') && mayReadAbout(asking, 'care', each.child_id)),
  questionnaire_answer: (asking, each) => {
    const form = asking.find.byId('questionnaire', each.questionnaire_id)
    return (
      form !== undefined &&
      withForm(asking, each) &&
      (ours(asking, form.commissioner_id) || ['returned', 'accepted'].includes(form.status))
    )
  },
  questionnaire_rating: (asking, each) => {
    const form = asking.find.byId('questionnaire', each.questionnaire_id)
    return (
      form !== undefined &&
      withForm(asking, each) &&
      (iAm(asking, 'virtual-school') || ['sent back', 'accepted'].includes(form.status))
    )
  },
  questionnaire_request: withForm,
}
