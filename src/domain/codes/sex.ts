import { oneLine } from '../plain-text.ts'
import { codeList, type KeyOf } from './code-list.ts'

/** As in the school census, which asks for legal sex. */
export const sexes = codeList([
  { key: 'F', name: 'Female' },
  { key: 'M', name: 'Male' },
  { key: 'U', name: 'Not known' },
])
export type Sex = KeyOf<typeof sexes>

const words = new Map<string, Sex>([
  ['f', 'F'],
  ['female', 'F'],
  ['girl', 'F'],
  ['m', 'M'],
  ['male', 'M'],
  ['boy', 'M'],
  ['u', 'U'],
  ['unknown', 'U'],
  ['not known', 'U'],
])

export const asSex = (typed: string): Sex | undefined => words.get(oneLine(typed).toLowerCase())
