import { codeList, type KeyOf } from './code-list.ts'

/** Year groups as the school census writes them. The number is the one that rules count with. */
export const yearGroups = codeList([
  { key: 'N1', name: 'Nursery, first year', number: -2 },
  { key: 'N2', name: 'Nursery, second year', number: -1 },
  { key: 'R', name: 'Reception', number: 0 },
  { key: '1', name: 'Year 1', number: 1 },
  { key: '2', name: 'Year 2', number: 2 },
  { key: '3', name: 'Year 3', number: 3 },
  { key: '4', name: 'Year 4', number: 4 },
  { key: '5', name: 'Year 5', number: 5 },
  { key: '6', name: 'Year 6', number: 6 },
  { key: '7', name: 'Year 7', number: 7 },
  { key: '8', name: 'Year 8', number: 8 },
  { key: '9', name: 'Year 9', number: 9 },
  { key: '10', name: 'Year 10', number: 10 },
  { key: '11', name: 'Year 11', number: 11 },
  { key: '12', name: 'Year 12', number: 12 },
  { key: '13', name: 'Year 13', number: 13 },
  { key: '14', name: 'Year 14', number: 14 },
])
export type YearGroupCode = KeyOf<typeof yearGroups>
