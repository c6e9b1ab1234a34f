import { describe, expect, test } from 'vitest'
import { checkFacts } from './check-facts.ts'
import { evaluate } from './engine.ts'
import type { Facts } from './facts.ts'
import { allScenarios, factsOf } from './scenario-files.ts'
import type { Json } from './scenarios.ts'

const cases = new Map(allScenarios().map(scenario => [scenario.id, scenario]))

/** The rules that speak of a worked case once that field is not known, wherever it stands. */
function speaking(scenario: string, field: string): Set<string> {
  const known = cases.get(scenario)
  if (!known) throw new RangeError(`There is no worked case ${scenario}`)
  const facts = without(factsOf(known), field.split('.')) as Facts
  expect(checkFacts(facts)).toBeUndefined()
  return new Set(evaluate(facts).map(({ rule }) => rule))
}

function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(item => without(item, [key, ...rest]))
  if (typeof value !== 'object' || value === null) return value
  const { [key]: gone, ...kept } = value as Json
  if (gone === undefined) return value
  return rest.length ? { ...kept, [key]: without(gone, rest) } : kept
}

describe('a rule still speaks when what it asks for is not known', () => {
  test.each([
    ['RTE-01', 'X-160', 'pupils.rolls'],
    ['RTE-01', 'X-160', 'schools.memberships'],
    ['RTE-02', 'X-70b', 'calendar'],
    ['RTE-02', 'X-70b', 'exclusions.educationFrom'],
    ['RTE-02', 'X-188a', 'schools.memberships'],
    ['RTE-04', 'X-87b', 'calendar'],
    ['RTE-06', 'A-10', 'pupils.send.ehcpAuthority'],
    ['RTE-07', 'H-12a', 'referrals.referredBy'],
    ['LAC-01', 'A-06', 'pupils.care.authority'],
    ['LAC-03', 'A-07', 'pupils.care.socialWorkerContact'],
    ['LAC-04', 'A-09', 'admissions.completedDate'],
    ['LAC-04', 'H-01c', 'admissions.notifiedDate'],
    ['LAC-04', 'H-01c', 'calendar'],
    ['LAC-05', 'X-252', 'placements.assurance'],
    ['FA-01', 'B-04', 'fairAccessCases.category'],
    ['FA-01', 'B-04', 'fairAccessCases.inYearMeasuresTried'],
    ['FA-02', 'B-06', 'fairAccessCases.onRoll'],
    ['FA-03', 'X-64c', 'calendar'],
    ['FA-04', 'B-03', 'panelMeetings'],
    ['FA-04', 'B-03', 'panelMeetings.invitations'],
    ['FA-04', 'B-04', 'schools.memberships'],
    ['FA-04', 'B-04', 'calendar'],
    ['FA-05', 'B-05', 'panelMeetings.attended'],
    ['FA-06', 'B-06', 'fairAccessCases.decision.schoolInformedAt'],
    ['FA-07', 'B-06', 'fairAccessCases.onRoll.admissionsConfirmedDate'],
    ['FA-07', 'B-09b', 'calendar'],
    ['MMV-01', 'D-01', 'managedMoves.parentConsents'],
    ['MMV-01', 'D-01', 'managedMoves.toSchoolAgrees'],
    ['MMV-02', 'X-92b', 'managedMoves.start'],
    ['MMV-05', 'D-01', 'pupils.send'],
    ['OSD-01', 'D-05', 'offSiteDirections.purpose'],
    ['OSD-02', 'D-05', 'offSiteDirections.noticeDate'],
    ['OSD-02', 'D-06', 'calendar'],
    ['OSD-03', 'D-05', 'offSiteDirections.notice'],
    ['OSD-04', 'D-05', 'offSiteDirections.reviews'],
    ['OSD-07', 'D-05', 'offSiteDirections.end'],
    ['ROL-01', 'D-15', 'removals.ground'],
    ['ROL-02', 'X-120b', 'removals.newSchoolConfirmedDate'],
    ['ROL-04', 'D-15', 'attendance'],
    ['ROL-04', 'D-15', 'calendar'],
    ['ROL-04', 'D-15', 'removals.sicknessBelieved'],
    ['ROL-04', 'D-15', 'removals.enquiriesCompletedDate'],
    ['ROL-05', 'D-19', 'removals.returnDate'],
    ['ROL-06', 'X-74a', 'pupils.rolls.newPupilReturnDate'],
    ['ROL-07', 'H-14', 'placements.attendanceCode'],
    ['OOA-05', 'E-03', 'pupils'],
    ['OOA-05', 'X-105b', 'programmes.homeAuthorityReferral'],
    ['WEX-01', 'X-242', 'workExperience.goal'],
    ['WEX-02', 'X-242', 'workExperience.lebcCheckDate'],
    ['WEX-03', 'X-242', 'workExperience.genuineDeclarationDate'],
    ['WEX-04', 'X-242', 'workExperience.host'],
    ['SEN-03', 'A-12', 'pupils.send.topUps'],
    ['SEN-05', 'X-114a', 'pupils.send.status'],
    ['SEN-05', 'X-114a', 'pupils.send.additionalCostPence'],
    ['SEN-05', 'X-114b', 'fundingTransfers'],
    ['SEN-07', 'M-28', 'specialistPlacements.feasibility'],
    ['SEN-08', 'M-28', 'specialistPlacements.schoolKeepsOnRoll'],
    ['SEN-09', 'M-28', 'specialistPlacements.ehcpWordingCheckedDate'],
    ['SEN-10', 'M-30a', 'policy'],
    ['SEN-11', 'X-142a', 'annualReviews.reportDate'],
    ['SAF-01', 'H-14', 'providers.agreements.kcsieClause'],
    ['SAF-02', 'H-14', 'providers.people.safeguardingTraining'],
    ['SAF-03', 'H-14', 'providers.people'],
    ['SAF-04', 'H-14', 'providers.people'],
    ['HLP-02', 'X-164', 'questions.containsPersonalData'],
  ])('%s of %s without %s', (rule, scenario, field) => {
    expect([...speaking(scenario, field)]).toContain(rule)
  })
})

describe('where the book lets a rule fall silent, another asks', () => {
  test.each([
    ['RTE-06', 'RTE-05', 'A-10', 'pupils.send.status'],
    ['FA-09', 'RTE-05', 'B-02', 'pupils.send.status'],
    ['FA-05', 'FA-04', 'B-05', 'fairAccessCases.panelMeeting'],
    ['LAC-03', 'LAC-01', 'A-07', 'pupils.care.authority'],
    ['LAC-05', 'PLN-15', 'X-252', 'placements.commissioners'],
    ['OSD-02', 'OSD-01', 'D-07', 'offSiteDirections.purpose'],
    ['OSD-04', 'OSD-01', 'H-06', 'offSiteDirections.purpose'],
    ['ROL-02', 'ROL-01', 'X-120a', 'removals.ground'],
    ['ROL-04', 'ROL-01', 'D-14', 'removals.ground'],
    ['SAF-01', 'EVD-11', 'H-22', 'providers.agreements'],
    ['SAF-02', 'SAF-03', 'H-21', 'providers.people'],
    ['SEN-05', 'SEN-03', 'X-114a', 'pupils.send'],
  ])('%s, then %s, of %s without %s', (_silent, asks, scenario, field) => {
    expect([...speaking(scenario, field)]).toContain(asks)
  })
})
