import type { Table } from '../world/world.ts'

/** Which record a part of an address names. A route whose parameter is not here fails the walk. */
const tables: Readonly<Record<string, Table>> = {
  child: 'child',
  referral: 'referral',
  meeting: 'meeting',
  item: 'agenda_item',
  decision: 'decision',
  action: 'decision_action',
  notice: 'notice',
  check: 'on_roll_check',
  cycle: 'panel_cycle',
  dispute: 'responsibility_dispute',
  question: 'question',
  finding: 'finding',
  assignment: 'case_assignment',
  file: 'file',
  batch: 'import_batch',
  person: 'user_account',
  role: 'membership',
  organisation: 'organisation',
  member: 'partnership_member',
  import: 'gias_import',
  message: 'message',
  lookup: 'child_lookup',
  pair: 'possible_duplicate',
  change: 'proposed_change',
  contact: 'contact',
  exclusion: 'exclusion',
  enrolment: 'enrolment',
  admission: 'admission',
  agency: 'agency_involvement',
  care: 'care_status',
  needs: 'special_needs',
  topUp: 'top_up',
  address: 'child_address',
  location: 'protected_location',
  passkey: 'passkey',
  session: 'session',
  term: 'term',
  day: 'closure',
  held: 'challenge',
  proposal: 'rule_parameter',
  article: 'article',
  placement: 'placement',
  provider: 'provider',
  document: 'evidence_item',
  sighting: 'evidence_sighting',
  site: 'provider_site',
  subcontractor: 'provider_subcontractor',
  agreement: 'service_level_agreement',
  listing: 'provider_listing',
  plan: 'individual_plan',
  objective: 'plan_objective',
  review: 'placement_review',
  link: 'pupil_link',
  report: 'provider_report',
  questionnaire: 'questionnaire',
  request: 'questionnaire_request',
  visit: 'visit',
  entry: 'visit_item',
  concern: 'provider_concern',
  direction: 'off_site_direction',
  move: 'managed_move',
  removal: 'roll_removal',
  absence: 'removal_absence',
}
const special: readonly (readonly [RegExp, string, Table])[] = [
  [/^\/cases\/:referral\/questions\//, 'question', 'information_request'],
  [/^\/providers\//, 'person', 'provider_person'],
  [/^\/placements\//, 'change', 'placement_change'],
  [/^\/placements\//, 'contact', 'substantial_plan_agreement'],
  [/^\/placements\//, 'session', 'placement_session'],
  [/^\/moves\//, 'party', 'managed_move_consent'],
  [/^\/visits\//, 'file', 'file'],
  [/^\/visits\//, 'action', 'visit_action'],
  [/^\/directions\//, 'review', 'off_site_review'],
  [/^\/directions\//, 'request', 'off_site_review_request'],
  [/\/response\/:row/, 'row', 'response_step'],
  [/\/attendance\/:row/, 'row', 'attendance_summary'],
  [/\/risk\/:row/, 'row', 'risk'],
]

export interface Parameter {
  readonly name: string
  readonly table: Table | undefined
  /** The column by which the record is named. */
  readonly column: string
}

/** Columns that name a record where its id does not. */
const columns: readonly (readonly [RegExp, string, string])[] = [
  [/./, 'article', 'slug'],
  [/./, 'provider', 'organisation_id'],
  [/./, 'document', 'document'],
  [/^\/placements\//, 'contact', 'contact_id'],
  [/^\/moves\//, 'party', 'by_organisation'],
]

export const parametersOf = (path: string): Parameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    table:
      special.find(([route, which]) => which === name && route.test(path))?.[2] ?? tables[name],
    column: columns.find(([route, which]) => which === name && route.test(path))?.[2] ?? 'id',
  }))

/** What is no record: rules and their numbers are the same for everybody. */
export const sameForAll: Readonly<Record<string, readonly string[]>> = {
  rule: ['RTE-06', 'FA-01'],
  contradiction: ['C-01'],
  parameter: ['P-OSD-NOTICE'],
  party: ['school', 'child'],
  area: ['A'],
  number: ['1', '3'],
}
