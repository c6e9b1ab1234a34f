import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const inCare = { care: { status: 'looked-after', authority: 'leicestershire', from: '2026-11-09' } }
const owed = (asOf: string, more: Json = {}, commissioner = 'h01'): Json => ({
  asOf,
  pupils: [{ id: 'p1', ...inCare }],
  placements: [{ id: 'pl1', commissioners: [commissioner] }],
  ...more,
})
const answers = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [String(n + 1), 'An answer']))
const form = (more: Json = {}): Json => ({
  questionnaires: [{ id: 'q1', pupil: 'p1', provider: 'forge', commissioner: 'h01', ...more }],
})

describe('QST-01 the tenth school day', () => {
  test.each([
    ['2026-11-20', 'info', undefined],
    ['2026-11-23', 'info', undefined],
    ['2026-11-24', 'breach', 1],
  ])('on %s: %s', (asOf, level, overdueDays) => {
    const [finding] = said('QST-01', placed, owed(asOf))
    expect(finding).toMatchObject({ level, due: '2026-11-23' })
    expect(finding?.overdueDays).toBe(overdueDays)
  })

  test('returned by today, by this school and about this provider', () => {
    const returned = (more: Json) => levelsSaid('QST-01', placed, owed('2026-11-20', form(more)))
    expect(returned({ returnedDate: '2026-11-20' })).toEqual([])
    expect(returned({ returnedDate: '2026-11-21' })).toEqual(['info'])
    expect(returned({ returnedDate: '2026-11-20', commissioner: 'h02' })).toEqual(['info'])
    expect(returned({ returnedDate: '2026-11-20', provider: 'harbour' })).toEqual(['info'])
  })

  test.each(['hbep', 'leicestershire'])('nothing is owed for a placement by %s', commissioner => {
    expect(said('QST-01', placed, owed('2026-11-20', {}, commissioner))).toEqual([])
  })

  test('a calendar that does not reach is said to be unknown', () => {
    const facts = owed('2026-11-20', { calendar: null })
    const [finding] = said('QST-01', placed, facts)
    expect(finding).toMatchObject({ level: 'info', values: { unknown: 'calendar' } })
    expect(finding).not.toHaveProperty('due')
  })

  test('two placements of one school at one provider owe one form, from the earlier start', () => {
    const second = {
      id: 'pl2',
      pupil: 'p1',
      provider: 'forge',
      commissioners: ['h01'],
      start: '2026-11-16',
    }
    const facts = owed('2026-11-20', {
      placements: [{ id: 'pl1', commissioners: ['h01'] }, second],
    })
    expect(said('QST-01', placed, facts)).toHaveLength(1)
  })

  test('care that ended yesterday, or starts tomorrow, owes nothing', () => {
    const care = (more: Json) => [{ id: 'p1', care: { ...inCare.care, ...more } }]
    const asked = (more: Json) => said('QST-01', placed, owed('2026-11-20', { pupils: care(more) }))
    expect(asked({ to: '2026-11-19' })).toEqual([])
    expect(asked({ to: '2026-11-20' })).toHaveLength(1)
    expect(asked({ from: '2026-11-21' })).toEqual([])
  })
})

describe('QST-05 fifteen answers', () => {
  test.each([
    [0, [0]],
    [13, [13]],
    [14, [14]],
    [15, []],
  ])('%i answered: %j', (count, shown) => {
    const facts = owed('2026-11-20', form({ answers: answers(count) }))
    expect(said('QST-05', placed, facts).map(f => f.values?.['answered'])).toEqual(shown)
  })

  test('no answers at all block, and a returned form is past that', () => {
    expect(said('QST-05', placed, owed('2026-11-20', form()))).toMatchObject([
      { blocks: ['return-questionnaire'], values: { answered: 0, required: 15 } },
    ])
    const returned = form({ returnedDate: '2026-11-20' })
    expect(said('QST-05', placed, owed('2026-11-20', returned))).toEqual([])
  })
})

test('QST-03 keeps a required draft in sight, and no other', () => {
  expect(said('QST-03', placed, owed('2026-11-24', form()))).toMatchObject([
    { level: 'info', due: '2026-11-23', overdueDays: 1, values: { status: 'draft' } },
  ])
  expect(said('QST-03', placed, owed('2026-11-24', form({ commissioner: 'h02' })))).toEqual([])
  expect(said('QST-03', placed, owed('2026-11-24', form(), 'hbep'))).toEqual([])
})

test('QST-04 until the evidence is supplied', () => {
  const asked = (more: Json) =>
    levelsSaid(
      'QST-04',
      placed,
      owed('2026-11-20', form({ evidenceRequestedDate: '2026-11-18', ...more })),
    )
  expect(asked({})).toEqual([])
  expect(asked({ returnedDate: '2026-11-16' })).toEqual(['info'])
  expect(asked({ returnedDate: '2026-11-16', evidenceSuppliedDate: '2026-11-20' })).toEqual([])
  expect(asked({ returnedDate: '2026-11-16', evidenceSuppliedDate: '2026-11-21' })).toEqual([
    'info',
  ])
})

test('QST-02 and QST-06 say why nothing is required', () => {
  expect(levelsSaid('QST-02', placed, owed('2026-11-20', {}, 'hbep'))).toEqual(['info'])
  expect(levelsSaid('QST-02', placed, owed('2026-11-20'))).toEqual([])
  const others = { pupils: [{ id: 'p1', care: { ...inCare.care, authority: 'leicester-city' } }] }
  expect(levelsSaid('QST-06', placed, owed('2026-11-20', others))).toEqual(['info'])
  expect(levelsSaid('QST-06', placed, owed('2026-11-20'))).toEqual([])
  expect(levelsSaid('QST-01', placed, owed('2026-11-20', others))).toEqual([])
})

test('REG-06 asks for the number whenever none is recorded', () => {
  const says = (saysRegistered: boolean | null, provider: Json = {}) =>
    levelsSaid('REG-06', placed, {
      ...owed('2026-11-20', form({ saysRegistered })),
      providers: [{ id: 'forge', ...provider }],
    })
  expect(says(true)).toEqual(['warning'])
  expect(says(true, { dfeUrn: '149999' })).toEqual([])
  expect(says(false)).toEqual([])
  expect(says(null)).toEqual([])
})
