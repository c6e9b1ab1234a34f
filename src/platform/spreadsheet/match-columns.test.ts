import { expect, test } from 'vitest'
import { columnWords, spellingDistance } from './column-words.ts'
import { headersLeft, matchColumns } from './match-columns.ts'

const fields = [
  { key: 'surname', name: 'Surname', alsoCalled: ['Last name', 'Family name', 'Legal surname'] },
  { key: 'forename', name: 'Forename', alsoCalled: ['First name', 'Given name'] },
  { key: 'birthDate', name: 'Date of birth', alsoCalled: ['DOB', 'D.O.B.'] },
  { key: 'upn', name: 'UPN', alsoCalled: ['Unique pupil number'] },
  { key: 'yearGroup', name: 'Year group', alsoCalled: ['NC year', 'Year'] },
  { key: 'postcode', name: 'Postcode', alsoCalled: ['Post code', 'Home postcode'] },
] as const

const match = (...headers: string[]) =>
  Object.fromEntries(
    matchColumns(headers, fields)
      .filter(one => one.certainty !== 'none')
      .map(one => [one.field, `${one.certainty}: ${one.header}`]),
  )

test('A school’s own headings are matched', () => {
  expect(
    match('UPN', 'Last Name', 'first_name', 'DateOfBirth', 'Pupil’s Postcode', 'NC Year'),
  ).toEqual({
    upn: 'confident: UPN',
    surname: 'confident: Last Name',
    forename: 'confident: first_name',
    birthDate: 'confident: DateOfBirth',
    postcode: 'confident: Pupil’s Postcode',
    yearGroup: 'confident: NC Year',
  })
})

test.each([
  ['SURNAME', 'surname', 'confident'],
  ['D.O.B', 'birthDate', 'confident'],
  ['DoB (dd/mm/yyyy)', 'birthDate', 'confident'],
  ['Birth date', 'birthDate', 'confident'],
  ['Surnmae', 'surname', 'unsure'],
  ['Forenames', 'forename', 'unsure'],
  ['Surname (legal)', 'surname', 'confident'],
  ['Preferred surname', 'surname', 'unsure'],
  ['Current year group', 'yearGroup', 'unsure'],
])('%s is %s: %s', (header, field, certainty) => {
  expect(match(header)).toEqual({ [field]: `${certainty}: ${header}` })
})

test('Two columns that would both do leave it to the person, and the better one is proposed', () => {
  expect(match('Last name', 'Family name')).toEqual({ surname: 'unsure: Last name' })
  expect(match('Preferred surname', 'Surname')).toEqual({ surname: 'confident: Surname' })
})

test('What is like nothing is left over', () => {
  const headers = ['Surname', 'House colour', '']
  const matches = matchColumns(headers, fields)
  expect(headersLeft(headers, matches)).toEqual(['House colour', ''])
  expect(match('UPM', 'Yea', 'Name')).toEqual({})
})

test('Words and spelling', () => {
  expect(columnWords('PupilUPNNumber')).toEqual(['upn', 'number'])
  expect(columnWords('Student')).toEqual(['student'])
  expect(spellingDistance('surname', 'surnmae', 1)).toBe(1)
  expect(spellingDistance('surname', 'sirname', 1)).toBe(1)
  expect(spellingDistance('surname', 'forename', 2)).toBeUndefined()
})
