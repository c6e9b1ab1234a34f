import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Id } from './facts.ts'
import type { World } from './world.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day as people say it: 17 November 2026. */
export function spokenDay(day: IsoDate): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${dayOfMonth} ${months[(month ?? 1) - 1]} ${year}`
}

/** 1 pupil, 5 pupils; 1 person, 9 people. */
export const spokenCount = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** 18 hours, 18 hours 45 minutes. */
export function spokenHours(minutes: number): string {
  const hours = spokenCount(Math.floor(minutes / 60), 'hour')
  return minutes % 60 === 0 ? hours : `${hours} ${spokenCount(minutes % 60, 'minute')}`
}

export const providerName = (id: Id, world: World): string => world.provider(id)?.name ?? id

export const schoolName = (id: Id, world: World): string => world.school(id)?.name ?? id

export const commissionerName = (id: Id, world: World): string =>
  id === world.authority
    ? 'the authority'
    : (world.partnership(id)?.name ?? world.school(id)?.name ?? id)

/** An authority as people say it; the word of the facts where no list knows it. */
export const authorityName = (key: Id): string => localAuthorities.find(key)?.name ?? key

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
