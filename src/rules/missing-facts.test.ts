import { describe, expect, test } from 'vitest'
import { checkFacts } from './check-facts.ts'
import { evaluate } from './engine.ts'
import { everythingAtOnce } from './everything-at-once.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import { ruleCalled } from './registry.ts'
import type { Json } from './scenarios.ts'

const whole = everythingAtOnce()

/** Every field that the world fills, its lists taken together: `providers.insurance.expires`. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(item => fieldsOf(item, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = path ? `${path}.${key}` : key
    return [field, ...fieldsOf(inner, field)]
  })
}

/** The world without that field, wherever it stands. */
function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(item => without(item, [key, ...rest]))
  if (typeof value !== 'object' || value === null) return value
  const { [key]: gone, ...kept } = value as Json
  if (gone === undefined) return value
  return rest.length ? { ...kept, [key]: without(gone, rest) } : kept
}

function isDeclared({ rule, level, basis, blocks }: Finding): boolean {
  const called = ruleCalled(rule)
  if (!called) return false
  return (
    called.levels.includes(level) &&
    called.basis.includes(basis) &&
    blocks.every(action => called.blocks.includes(action))
  )
}

const fields = [...new Set(fieldsOf(whole))].sort()

test('the world is a facts document that fills nearly everything', () => {
  expect(checkFacts(whole)).toBeUndefined()
  expect(fields.length).toBeGreaterThan(200)
})

test.each(fields)('without %s every rule still answers, and within what it declares', field => {
  const lacking = without(whole, field.split('.')) as Facts
  // A record that has lost what the schema requires is no facts document.
  if (checkFacts(lacking)) return
  const findings = evaluate(lacking)
  expect(findings.filter(finding => !isDeclared(finding))).toEqual([])
  expect(findings.filter(({ message }) => /undefined|NaN|null/.test(message))).toEqual([])
  expect(findings.every(({ amounts = {} }) => Object.values(amounts).every(Number.isInteger))).toBe(
    true,
  )
})

describe('what is not known is said, and never passed by', () => {
  const about = (rule: string, lacking: unknown) =>
    evaluate(lacking as Facts).filter(finding => finding.rule === rule).length

  test.each([
    ['EVD-01', 'providers.evidence'],
    ['EVD-01', 'providers.evidence.sightings'],
    ['EVD-03', 'providers.insurance'],
    ['EVD-03', 'providers.insurance.amountPence'],
    ['EVD-05', 'providers.insurance'],
    ['EVD-06', 'providers.insurance.amountPence'],
    ['EVD-08', 'providers.evidence.staffCount'],
    ['EVD-09', 'providers.evidence.procedures'],
    ['EVD-10', 'providers.people'],
    ['EVD-10', 'providers.people.inSeniorLeadership'],
    ['EVD-11', 'providers.agreements'],
    ['EVD-11', 'providers.agreements.signedDate'],
    ['EVD-13', 'providers.audits'],
    ['EVD-14', 'providers.assessments.insuranceChecked'],
    ['REG-04', 'providers.commissionerChecks'],
    ['REG-04', 'providers.commissionerChecks.staffCheckedDate'],
    ['ILL-05', 'substantialPlans.writtenDate'],
    ['ILL-05', 'substantialPlans.parentAgreements'],
    ['ILL-05', 'substantialPlans.parentAgreements.agreed'],
    ['ILL-05', 'substantialPlans.endDate'],
    ['ILL-06', 'substantialPlans.providerCopyAcknowledgedDate'],
    ['PLN-01', 'pupils.schoolHoursPerWeek'],
    ['PLN-01', 'placements.timetable'],
    ['PLN-02', 'placements.needCategory'],
    ['PLN-03', 'placements.plan'],
    ['PLN-04', 'placements.plan.ehcpLinked'],
    ['PLN-05', 'placements.reviews'],
    ['PLN-06', 'placements.closure.progress'],
    ['PLN-07', 'placements.plan.providerAgreedDate'],
    ['PLN-09', 'calendar'],
    ['PLN-12', 'placements.plan.qualifications'],
    ['PLN-14', 'placements.purpose'],
    ['PLN-15', 'placements.commissioners'],
    ['QAV-01', 'providers.assessments'],
    ['QAV-02', 'providers.visits.sections'],
    ['QAV-03', 'providers.visits'],
    ['QST-01', 'questionnaires.returnedDate'],
    ['QST-05', 'questionnaires.returnedDate'],
    ['FCR-03', 'rates.averagePupilCostPence'],
    ['FCR-06', 'schools.memberships'],
    ['FCR-08', 'exclusions.regulationAmounts'],
    ['FCR-08', 'calendar'],
    ['FCR-09', 'calendar'],
    ['FCR-09', 'exclusions.reviewWindowClosedDate'],
    ['FCR-13', 'exclusions.seniorOfficerDiscussionDate'],
    ['FCR-15', 'costShares.shares.agreedDate'],
  ])('%s without %s', (rule, field) => {
    expect(about(rule, without(whole, field.split('.')))).toBeGreaterThan(0)
  })
})
