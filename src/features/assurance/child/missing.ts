import { addDays, type IsoDate } from '#domain/dates.ts'
import { halfATerm, newest } from '../known/piece.ts'
import type { Assured } from './assured.query.ts'

/** What nobody has recorded for a child at a provider, in the words of somebody who has to mend it. */
export function missingFor({ known, watched, attendance }: Assured, today: IsoDate): string[] {
  const held = newest(known.reviews.map(({ held_on }) => held_on))
  const overdue = known.reviews.find(({ held_on, due_on }) => held_on === null && due_on < today)
  const next = known.reviews.some(({ held_on, due_on }) => held_on === null && due_on >= today)
  const contact = known.contacts[0]?.on_day ?? null
  const isLongAgo = (day: IsoDate | null) => day === null || addDays(day, halfATerm) < today
  const began = known.placements.some(
    ({ started_on }) => started_on !== null && addDays(started_on, halfATerm) < today,
  )
  return [
    ...new Set([
      ...watched.flatMap(({ missing }) => missing),
      ...(known.plan?.status === 'agreed' ? [] : ['Agreed plan']),
      ...(known.objectives.length > 0 ? [] : ['Objectives']),
      ...(overdue ? ['Review overdue'] : next ? [] : ['Next review']),
      ...(began && isLongAgo(held) ? ['A review in the last half term'] : []),
      ...(began && isLongAgo(contact) ? ['A contact in the last half term'] : []),
      ...(known.sessions.length > 0 ? [] : ['Hours']),
      ...(known.sightings.some(({ seen }) => seen)
        ? []
        : ['Evidence of the provider, seen by the commissioner']),
      ...(known.provider?.dfe_urn || known.provider?.registration ? [] : ['Registration']),
      ...(known.disclosures.length > 0 ? [] : ['What the provider was told']),
      ...(began && attendance.sessions === 0 ? ['Attendance'] : []),
    ]),
  ]
}
