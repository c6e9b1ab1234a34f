import { expect, test } from 'vitest'
import { asNameInParts, asPersonName, whyNotPersonName } from './person-name.ts'

test.each([
  ['  Zoe\u0308 ', 'Zoë'],
  ["O'Neill", "O'Neill"],
  ['O’Neill', 'O’Neill'],
  ['Smith-Jones', 'Smith-Jones'],
  ['d’Arcy-MacNeil', 'd’Arcy-MacNeil'],
  ['Y', 'Y'],
  ['Ng', 'Ng'],
  ['Ann\u202eevil\u202c', 'Annevil'],
  ['An\u200bn\u0000', 'Ann'],
  ['Mary\r\nJane', 'Mary Jane'],
  ['محمد', 'محمد'],
  ['李小龍', '李小龍'],
  ['=HYPERLINK("x")', '=HYPERLINK("x")'],
  ['a'.repeat(200), 'a'.repeat(200)],
])('%j is kept as %j', (typed, kept) => {
  expect(asPersonName(typed)).toBe(kept)
})

test('Only an empty, letterless or endless name is refused', () => {
  expect(whyNotPersonName(' \u200b ')).toBe('Enter a name')
  expect(whyNotPersonName('---')).toBe('A name must have at least one letter')
  expect(whyNotPersonName('a'.repeat(201))).toBe('A name must be 200 characters or fewer')
  expect(whyNotPersonName('Y')).toBeUndefined()
})

test.each([
  ['SMITH, Ann', 'Ann', 'Smith'],
  ["O'NEILL-JONES, Ann Marie", 'Ann Marie', "O'Neill-Jones"],
  ['VAN DER BERG, Jo', 'Jo', 'Van Der Berg'],
  ['McNeil, Jo', 'Jo', 'McNeil'],
  ['NG, Li', 'Li', 'NG'],
  ['Ann Smith', 'Ann', 'Smith'],
])('%s is in two parts', (typed, forename, surname) => {
  expect(asNameInParts(typed)).toEqual({ forename, surname })
})

test.each(['Ana Maria Silva', 'Ann', 'Smith, Ann, Miss', ', Ann', 'Smith,'])(
  '%s could be parted in more than one way, or in none',
  typed => {
    expect(asNameInParts(typed)).toBeUndefined()
  },
)
