import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const asOf = '2026-11-21'
const insured = (kind: 'el' | 'pl' | 'pi', amountPence: number, commissioner = 'h01'): Json => ({
  asOf,
  providers: [{ id: 'forge', insurance: [{ id: `forge-${kind}`, amountPence }] }],
  placements: [{ id: 'pl1', commissioners: [commissioner] }],
})
const million = 100_000_000

describe('employers’ liability', () => {
  test.each([
    [5 * million - 1, ['high'], []],
    [5 * million, [], ['info']],
    [5 * million + 1, [], ['info']],
    [10 * million - 1, [], ['info']],
    [10 * million, [], []],
    [10 * million + 1, [], []],
  ])('%i pence of cover: law %j, guide %j', (amount, law, guide) => {
    expect(levelsSaid('EVD-03', placed, insured('el', amount))).toEqual(law)
    expect(levelsSaid('EVD-04', placed, insured('el', amount))).toEqual(guide)
  })

  test('below the guide is a breach only for what the authority commissions', () => {
    const facts = insured('el', 5 * million, 'leicestershire')
    expect(levelsSaid('EVD-04', placed, facts)).toEqual(['breach'])
  })

  test('an amount that is not known is not shown, and no commissioner is a finding too', () => {
    const unknown = {
      asOf,
      providers: [{ id: 'forge', insurance: [{ id: 'forge-el', amountPence: null }] }],
    }
    expect(said('EVD-03', placed, unknown)).toMatchObject([{ amounts: { minimum: 5 * million } }])
    const alone = { ...insured('el', 5 * million), placements: [] }
    const [finding] = said('EVD-04', placed, alone)
    expect(finding).toMatchObject({ level: 'info' })
    expect(finding?.values).toBeUndefined()
  })

  test.each<[string, Json, string[], string[]]>([
    ['a company not known to employ', { employsAnyone: null }, ['high'], []],
    ['a company that employs nobody', { employsAnyone: false }, [], ['high']],
    [
      'a company with a declaration of today',
      { employsAnyone: false, noEmployeesDeclarationDate: asOf },
      [],
      ['info'],
    ],
    [
      'a declaration dated tomorrow',
      { employsAnyone: false, noEmployeesDeclarationDate: '2026-11-22' },
      [],
      ['high'],
    ],
    ['a sole trader with staff', { legalForm: 'sole-trader' }, ['high'], []],
    [
      'a sole trader of unknown staff',
      { legalForm: 'sole-trader', employsAnyone: null },
      [],
      ['high'],
    ],
  ])('%s, no cover: EVD-03 %j, EVD-07 %j', (_who, provider, law, trader) => {
    const facts = { asOf, providers: [{ id: 'forge', insurance: [], ...provider }] }
    expect(levelsSaid('EVD-03', placed, facts)).toEqual(law)
    expect(levelsSaid('EVD-07', placed, facts)).toEqual(trader)
  })
})

describe('public liability and professional indemnity', () => {
  test.each([
    [2 * million - 1, ['high'], ['start-placement']],
    [2 * million, ['info'], []],
    [2 * million + 1, ['info'], []],
    [10 * million - 1, ['info'], []],
    [10 * million, [], []],
  ])('%i pence of public liability: %j blocks %j', (amount, levels, blocks) => {
    const findings = said('EVD-05', placed, insured('pl', amount))
    expect(findings.map(({ level }) => level)).toEqual(levels)
    expect(findings.flatMap(finding => finding.blocks)).toEqual(blocks)
  })

  test.each([
    [2 * million - 1, ['info'], ['breach']],
    [2 * million, [], []],
    [2 * million + 1, [], []],
  ])('%i pence of indemnity: school %j, authority %j', (amount, school, authority) => {
    expect(levelsSaid('EVD-06', placed, insured('pi', amount))).toEqual(school)
    expect(levelsSaid('EVD-06', placed, insured('pi', amount, 'leicestershire'))).toEqual(authority)
  })

  test('without any insurance on record nothing passes by silence', () => {
    const facts = { asOf, providers: [{ id: 'forge', insurance: null }] }
    expect(levelsSaid('EVD-03', placed, facts)).toEqual(['high'])
    expect(levelsSaid('EVD-05', placed, facts)).toEqual(['high'])
    expect(levelsSaid('EVD-06', placed, facts)).toEqual(['info'])
  })
})

describe('expiry', () => {
  const expiring = (expires: string) => ({
    asOf,
    providers: [{ id: 'forge', insurance: [{ id: 'forge-pi', expires }] }],
  })
  test.each([
    ['2026-11-20', 'warning', { status: 'expired' }, ['start-placement']],
    ['2026-11-21', 'info', { status: 'expiring', daysLeft: 0 }, []],
    ['2026-11-22', 'info', { status: 'expiring', daysLeft: 1 }, []],
    ['2026-12-20', 'info', { status: 'expiring', daysLeft: 29 }, []],
    ['2026-12-21', 'info', { status: 'expiring', daysLeft: 30 }, []],
  ])('%s: %s %j', (expires, level, values, blocks) => {
    expect(said('EVD-12', placed, expiring(expires))).toMatchObject([
      { level, values: { item: 'professional-indemnity', ...values }, blocks, due: expires },
    ])
  })

  test('31 days before the last day, and without one, it is silent', () => {
    expect(said('EVD-12', placed, expiring('2026-12-22'))).toEqual([])
    const undated = {
      asOf,
      providers: [{ id: 'forge', insurance: [{ id: 'forge-pi', expires: null }] }],
    }
    expect(said('EVD-12', placed, undated)).toEqual([])
  })

  test('only the newest document of a kind is judged', () => {
    const evidence = (...lasts: string[]) => ({
      asOf,
      providers: [
        {
          id: 'forge',
          evidence: [
            { id: 'forge-doc-10', $delete: true },
            ...lasts.map((expires, n) => ({ id: `fire-${n}`, document: 'DOC-10', expires })),
          ],
        },
      ],
    })
    const values = { item: 'DOC-10', status: 'expired' }
    expect(said('EVD-12', placed, evidence('2026-10-01', '2026-11-20'))).toMatchObject([
      { values, due: '2026-11-20' },
    ])
    expect(said('EVD-12', placed, evidence('2027-06-01', '2026-11-20'))).toEqual([])
  })
})
