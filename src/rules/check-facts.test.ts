import { expect, test } from 'vitest'
import { checkFacts } from './check-facts.ts'

const world = { asOf: '2026-11-21', authority: 'leicestershire' }

test.each([
  ['a list', [], '', 'This must be an object'],
  ['nothing', null, '', 'This must be an object'],
  ['no day', { authority: 'x' }, '/asOf', '“asOf” is missing'],
  [
    'another day',
    { ...world, asOf: '21/11/2026' },
    '/asOf',
    'This must be a day (YYYY-MM-DD) or a time with its offset',
  ],
  [
    'a time without its offset',
    { ...world, asOf: '2026-11-21T09:00' },
    '/asOf',
    'This must be a day (YYYY-MM-DD) or a time with its offset',
  ],
  [
    '31 February',
    { ...world, calendar: { closures: ['2026-02-31'] } },
    '/calendar/closures/0',
    'This must be a real day, such as 2026-11-18',
  ],
  [
    'an unknown field',
    { ...world, pupils: [{ id: 'p1', name: 'A' }] },
    '/pupils/0/name',
    '“name” is not a field that a facts document has here',
  ],
  [
    'a sum with pence',
    { ...world, rates: [{ id: 'r', financialYear: '2026-27', averagePupilCostPence: 1.5 }] },
    '/rates/0/averagePupilCostPence',
    'This must be a whole number',
  ],
  [
    'a negative sum',
    { ...world, costShares: [{ id: 'c', totalPence: -1, shares: [] }] },
    '/costShares/0/totalPence',
    'This must be 0 or more',
  ],
  [
    'no shares',
    { ...world, costShares: [{ id: 'c', totalPence: 1, shares: [] }] },
    '/costShares/0/shares',
    'This list needs 1 or more entries',
  ],
  [
    'an empty word',
    { ...world, schools: [{ id: 's', name: '' }] },
    '/schools/0/name',
    'This must not be empty',
  ],
  [
    'a word not on a closed list',
    { ...world, policy: { proRataMethod: 'by-eye' } },
    '/policy/proRataMethod',
    'This must be one of: complete-weeks-52, calendar-days-365, school-days-190',
  ],
  [
    'an answer to no question',
    {
      ...world,
      questionnaires: [
        { id: 'q', pupil: 'p', provider: 'f', commissioner: 'h', answers: { '16': 'x' } },
      ],
    },
    '/questionnaires/0/answers',
    '“16” is not a name that may stand here',
  ],
])('%s is refused in plain words', (_what, document, path, message) => {
  expect(checkFacts(document)).toEqual({ path, message })
})

test('words that are not on an open list are welcome', () => {
  const pupils = [{ id: 'p1', send: { status: 'isp' } }]
  expect(checkFacts({ ...world, pupils })).toBeUndefined()
})
