import { codeList, type KeyOf } from './code-list.ts'

/**
 * Types of the national register of schools. `kind` is how the rules see the school; a type that is not listed here
 * is kept under its number and the name in the file.
 */
export const establishmentTypes = codeList([
  { key: '01', name: 'Community school', kind: 'maintained' },
  { key: '02', name: 'Voluntary aided school', kind: 'maintained' },
  { key: '03', name: 'Voluntary controlled school', kind: 'maintained' },
  { key: '05', name: 'Foundation school', kind: 'maintained' },
  { key: '07', name: 'Community special school', kind: 'special' },
  { key: '08', name: 'Non-maintained special school', kind: 'special' },
  { key: '10', name: 'Other independent special school', kind: 'independent' },
  { key: '11', name: 'Other independent school', kind: 'independent' },
  { key: '12', name: 'Foundation special school', kind: 'special' },
  { key: '14', name: 'Pupil referral unit', kind: 'pru' },
  { key: '18', name: 'Further education', kind: 'college' },
  { key: '28', name: 'Academy sponsor led', kind: 'academy' },
  { key: '33', name: 'Academy special sponsor led', kind: 'special' },
  { key: '34', name: 'Academy converter', kind: 'academy' },
  { key: '35', name: 'Free schools', kind: 'academy' },
  { key: '36', name: 'Free schools special', kind: 'special' },
  { key: '38', name: 'Free schools alternative provision', kind: 'pru' },
  { key: '40', name: 'University technical college', kind: 'academy' },
  { key: '41', name: 'Studio schools', kind: 'academy' },
  { key: '42', name: 'Academy alternative provision converter', kind: 'pru' },
  { key: '43', name: 'Academy alternative provision sponsor led', kind: 'pru' },
  { key: '44', name: 'Academy special converter', kind: 'special' },
  { key: '49', name: 'Online provider', kind: 'online' },
])
export type EstablishmentType = KeyOf<typeof establishmentTypes>

export const establishmentStatuses = codeList([
  { key: '1', name: 'Open' },
  { key: '2', name: 'Closed' },
  { key: '3', name: 'Open, but proposed to close' },
  { key: '4', name: 'Proposed to open' },
])
export type EstablishmentStatus = KeyOf<typeof establishmentStatuses>
