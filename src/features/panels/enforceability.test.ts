import { expect, test } from 'vitest'
import { type EnforceabilityFacts, enforceabilityOf, hindrance } from './enforceability.ts'

const startsAt = new Date('2026-11-10T13:30:00Z')
const before = new Date('2026-10-26T09:00:00Z')
const good: EnforceabilityFacts = {
  members: [
    { id: 'elm', name: 'Elm School' },
    { id: 'oak', name: 'Oak School' },
  ],
  invited: [
    { schoolId: 'elm', sentAt: before },
    { schoolId: 'oak', sentAt: before },
  ],
  meeting: { held: true, startsAt },
  decisionMinuted: true,
  schoolTold: false,
  admissionsTold: false,
  emergency: false,
  ratified: false,
}
const reason = (facts: EnforceabilityFacts) => hindrance(enforceabilityOf(facts))

test('A decision of a meeting to which every member was invited can be issued', () => {
  expect(reason(good)).toBeUndefined()
})

test('A member that was not invited keeps it from being issued, by name', () => {
  expect(reason({ ...good, invited: [{ schoolId: 'elm', sentAt: before }] })).toContain(
    'Oak School',
  )
})

test('An invitation sent as the meeting began counts, and one sent after it does not', () => {
  const at = (sentAt: Date) =>
    reason({
      ...good,
      invited: [
        { schoolId: 'elm', sentAt: before },
        { schoolId: 'oak', sentAt },
      ],
    })

  expect(at(startsAt)).toBeUndefined()
  expect(at(new Date(startsAt.getTime() + 1))).toContain('Oak School')
})

test.each([
  ['a meeting that was not held', { meeting: { held: false, startsAt } }, 'has not begun'],
  ['no meeting at all', { meeting: undefined }, 'has not been to a meeting'],
  ['no known members', { members: [], invited: [] }, 'No member school'],
  ['a decision without its school', { decisionMinuted: false }, 'reasons are missing'],
  ['an emergency decision before it is ratified', { emergency: true }, 'has to be ratified'],
])('%s keeps it from being issued', (_, change, words) => {
  expect(reason({ ...good, ...change })).toContain(words)
})

test('An emergency decision that was ratified can be issued', () => {
  expect(reason({ ...good, emergency: true, ratified: true })).toBeUndefined()
})
