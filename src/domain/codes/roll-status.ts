import { codeList, type KeyOf } from './code-list.ts'

/** Census codes of enrolment. `registration` is the word that the rules read; those without are on no school's roll. */
export const rollStatuses = codeList([
  { key: 'C', name: 'On this roll only', registration: 'single' },
  { key: 'M', name: 'On two rolls, this one the main', registration: 'main' },
  { key: 'S', name: 'On two rolls, this one the subsidiary', registration: 'subsidiary' },
  // Schools’ own systems keep guests, who are taught here and stay on another roll. The census does not ask.
  { key: 'G', name: 'Guest, on the roll of another school', registration: 'guest' },
  { key: 'F', name: 'At a further education college', registration: undefined },
  { key: 'O', name: 'At another provider', registration: undefined },
])
export type RollStatus = KeyOf<typeof rollStatuses>
