import { oneLine } from '../plain-text.ts'
import { type Code, codeList } from './code-list.ts'
import { englishAuthorities } from './english-authorities.ts'

/** An authority as home, as carer or as keeper of a plan. `key` is the word that the rules read. */
export interface LocalAuthority extends Code {
  /** The department's three-digit number; absent outside England. */
  readonly number?: string
  /** Codes of its area in postcode directories. */
  readonly areas: readonly string[]
}

const inEngland = englishAuthorities.map(
  ([number, key, name, areas]): LocalAuthority => ({ key, name, number, areas: areas.split(' ') }),
)

// Old records and numbers of schools still name them.
const abolished: readonly LocalAuthority[] = [
  {
    key: 'northamptonshire',
    name: 'Northamptonshire',
    number: '928',
    areas: ['E10000021'],
    to: '2021-03-31',
  },
  { key: 'cumbria', name: 'Cumbria', number: '909', areas: ['E10000006'], to: '2023-03-31' },
]

const beyondEngland: readonly LocalAuthority[] = [
  { key: 'wales', name: 'An authority in Wales', areas: [] },
  { key: 'scotland', name: 'An authority in Scotland', areas: [] },
  { key: 'northern-ireland', name: 'The Education Authority in Northern Ireland', areas: [] },
  { key: 'outside-the-united-kingdom', name: 'Outside the United Kingdom', areas: [] },
]

// Plainly invented, for the demonstration. No real authority has a number from 990.
const invented: readonly LocalAuthority[] = [
  { key: 'fennshire', name: 'Fennshire (demonstration)', number: '999', areas: ['Z10000999'] },
  { key: 'wold-city', name: 'Wold City (demonstration)', number: '998', areas: ['Z06000998'] },
  { key: 'marchland', name: 'Marchland (demonstration)', number: '997', areas: ['Z10000997'] },
]
export const isInvented = (key: string): boolean => invented.some(one => one.key === key)

export const localAuthorities = codeList<readonly LocalAuthority[]>([
  ...inEngland,
  ...abolished,
  ...beyondEngland,
  ...invented,
])

const byNumber = new Map(localAuthorities.all.map(one => [one.number, one]))
const byArea = new Map(localAuthorities.all.flatMap(one => one.areas.map(area => [area, one])))
const byName = new Map(
  localAuthorities.all.flatMap(one => [
    [one.key, one],
    [wordsOf(one.name), one],
  ]),
)

export const authorityWithNumber = (number: string): LocalAuthority | undefined =>
  byNumber.get(number)

/** The authority of a county, unitary or borough code in a postcode directory. */
export const authorityOfArea = (area: string): LocalAuthority | undefined => byArea.get(area)

/** The authority that people mean by `855`, `Leicestershire`, `Leicestershire County Council` or `LB Barnet`. */
export function asLocalAuthority(typed: string): LocalAuthority | undefined {
  const words = wordsOf(typed)
  return byNumber.get(words) ?? byName.get(words)
}

function wordsOf(name: string): string {
  return oneLine(name)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\(demonstration\)/g, '')
    .replace(/\b(county|borough|metropolitan|royal|london|district)\b/g, ' ')
    .replace(/\b(lb|rb|mbc|cc|bc|council)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-?(of-)?|-?$/g, '')
}
