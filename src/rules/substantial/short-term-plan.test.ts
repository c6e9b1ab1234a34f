import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const fourDays = ['monday', 'tuesday', 'wednesday', 'thursday'].map(weekday => ({
  weekday,
  start: '10:00',
  end: '14:30',
}))
const complete = {
  id: 'sp1',
  pupil: 'p1',
  provider: 'forge',
  start: '2026-10-26',
  writtenDate: '2026-10-23',
  schoolAgreedDate: '2026-10-23',
  parentAgreements: [{ person: 'p1-mother', agreed: true }],
  reviewDate: '2026-12-18',
  endDate: '2027-01-15',
  providerCopyAcknowledgedDate: '2026-10-26',
}
const withPlan = (plan: Json = {}, more: Json = {}): Json => ({
  asOf: '2026-11-21',
  placements: [{ id: 'pl1', timetable: fourDays }],
  substantialPlans: [{ ...complete, ...plan }],
  ...more,
})
const exception = (facts: Json) => said('ILL-04', placed, facts)[0]?.values?.['exception']

test('a complete plan is granted, and lowers the warnings to information', () => {
  expect(exception(withPlan())).toBe('granted')
  expect(said('ILL-05', placed, withPlan())).toEqual([])
  for (const rule of ['ILL-01', 'ILL-02'])
    expect(levelsSaid(rule, placed, withPlan())).toEqual(['info'])
})

describe('each element', () => {
  test.each([
    ['writtenDate', 'written-plan'],
    ['schoolAgreedDate', 'school-agreement'],
    ['parentAgreements', 'parental-agreement'],
    ['reviewDate', 'review-date'],
    ['endDate', 'end-date'],
  ])('without %s the plan is refused for %s', (field, element) => {
    const facts = withPlan({ [field]: null })
    expect(said('ILL-05', placed, facts)).toMatchObject([{ values: { element } }])
    expect(exception(facts)).toBe('refused')
    expect(levelsSaid('ILL-01', placed, facts)).toEqual(['warning'])
  })

  test.each(['writtenDate', 'schoolAgreedDate'])('%s tomorrow has not happened', field => {
    expect(levelsSaid('ILL-05', placed, withPlan({ [field]: '2026-11-22' }))).toEqual(['breach'])
    expect(levelsSaid('ILL-05', placed, withPlan({ [field]: '2026-11-21' }))).toEqual([])
  })

  test('one agreement is enough only when no holder of parental responsibility is known', () => {
    const agreed = { parentAgreements: [{ person: 'somebody', agreed: true }] }
    const parents = (list: readonly Json[]) => ({ pupils: [{ id: 'p1', parents: list }] })
    expect(levelsSaid('ILL-05', placed, withPlan(agreed, parents([])))).toEqual([])
    expect(levelsSaid('ILL-05', placed, withPlan(agreed))).toEqual(['breach'])
  })
})

describe('its dates', () => {
  test.each([
    ['2026-10-25', 'not-after-start'],
    ['2026-10-26', 'not-after-start'],
    ['2026-10-27', undefined],
    ['2027-01-14', undefined],
    ['2027-01-15', undefined],
    ['2027-01-16', 'after-end'],
  ])('a review on %s: %s', (reviewDate, problem) => {
    expect(said('ILL-05', placed, withPlan({ reviewDate }))[0]?.values?.['problem']).toBe(problem)
  })

  test.each([
    ['2026-11-22', [], 'granted'],
    ['2026-11-21', ['info'], 'granted'],
    ['2026-11-20', ['breach'], 'lapsed'],
  ])('an end on %s: %j and %s', (endDate, levels, worth) => {
    const facts = withPlan({ endDate, reviewDate: '2026-11-02' })
    expect(levelsSaid('ILL-07', placed, facts)).toEqual(levels)
    expect(exception(facts)).toBe(worth)
  })
})

test('the provider’s copy, acknowledged by today', () => {
  const on = (day: string | null) => withPlan({ providerCopyAcknowledgedDate: day })
  expect(levelsSaid('ILL-06', placed, on('2026-11-21'))).toEqual([])
  expect(levelsSaid('ILL-06', placed, on('2026-11-22'))).toEqual(['breach'])
  expect(levelsSaid('ILL-06', placed, on(null))).toEqual(['breach'])
})

describe('where the law asks for registration', () => {
  test.each<[string, Json]>([
    ['looked after', { care: { status: 'looked-after', authority: 'leicester-city' } }],
    ['an EHCP', { send: { status: 'ehcp' } }],
  ])('%s: the plan has no legal effect', (_what, pupil) => {
    const facts = withPlan({}, { pupils: [{ id: 'p1', ...pupil }] })
    expect(exception(facts)).toBe('no-legal-effect')
    expect(levelsSaid('ILL-02', placed, facts)).toEqual(['critical'])
  })

  test('SEN support counts only once the new section 92 is in force', () => {
    const pupils = [{ id: 'p1', send: { status: 'sen-support' } }]
    const policy = { switchedOn: ['section-92-definition'] }
    expect(exception(withPlan({}, { pupils }))).toBe('granted')
    expect(exception(withPlan({}, { pupils, policy }))).toBe('no-legal-effect')
  })

  test('unknown care or SEND is not assumed, and is counted', () => {
    const pupils = [{ id: 'p1', care: null, send: null }]
    const [finding] = said('ILL-02', placed, withPlan({}, { pupils }))
    expect(finding).toMatchObject({ level: 'info', values: { statusUnknown: 1, legalCount: 1 } })
  })
})

test('of several plans for the pair the last listed counts, and the others are silent', () => {
  const plans = [{ ...complete, id: 'sp0', endDate: null }, complete]
  const both = { ...withPlan(), substantialPlans: plans }
  expect(said('ILL-04', placed, both).map(({ subject }) => subject.id)).toEqual(['sp1'])
  expect(said('ILL-05', placed, both)).toEqual([])
})

test('the plan is not spoken of where the provider is registered, or the part not substantial', () => {
  const registered = withPlan({ endDate: null }, { providers: [{ id: 'forge', dfeUrn: '149999' }] })
  const short = withPlan({ endDate: null }, { placements: [{ id: 'pl1' }] })
  for (const rule of ['ILL-04', 'ILL-05', 'ILL-06', 'ILL-07'])
    for (const facts of [registered, short]) expect(said(rule, placed, facts)).toEqual([])
})
