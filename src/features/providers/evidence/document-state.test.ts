import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { stateOf } from './document-state.ts'
import { evidenceKinds, standardGroups } from './documents.ts'

const today = isoDate('2026-11-17')
const shown = (expires: string | null, { files = 1, because = null as string | null } = {}) => ({
  expiresOn: expires === null ? null : isoDate(expires),
  notApplicableBecause: because,
  files,
})
const state = (it: ReturnType<typeof shown> | undefined, id = 'DOC-12', employsNobody = false) =>
  stateOf({ id }, it, { employsNobody, today })

test('A document holds through the whole of its last day', () => {
  expect(state(shown('2026-11-17'))).toBe('expiring')
  expect(state(shown('2026-11-16'))).toBe('expired')
})

test('It runs out soon from sixty days before', () => {
  expect(state(shown('2027-01-16'))).toBe('expiring')
  expect(state(shown('2027-01-17'))).toBe('in date')
  expect(state(shown(null))).toBe('in date')
})

test('Without a file it is not there; a statement needs none, and expires like a document', () => {
  expect(state(shown(null, { files: 0 }))).toBe('without a file')
  expect(state(shown(null, { files: 0, because: 'We own no appliances.' }))).toBe('stated')
  expect(state(shown('2026-01-01', { files: 0, because: 'We own no appliances.' }))).toBe('expired')
})

test('Only the employer’s certificate does not apply, and only where nobody is employed', () => {
  expect(state(undefined, 'DOC-01', true)).toBe('does not apply')
  expect(state(undefined, 'DOC-01')).toBe('missing')
  expect(state(undefined, 'DOC-02', true)).toBe('missing')
})

test('Every document of Appendix 2, and the one of the letter, serves one of the four standards', () => {
  expect(evidenceKinds).toHaveLength(26)
  for (const group of Object.keys(standardGroups))
    expect(evidenceKinds.some(kind => kind.group === group)).toBe(true)
})
