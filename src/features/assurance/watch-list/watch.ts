import type { IsoDate } from '#domain/dates.ts'
import type { Rating } from '../questionnaire/lifecycle.ts'
import type { WatchedRow } from './watched.query.ts'

/** Where one of the two parts of the assurance stands (LAC-05, LAC-06). */
export interface Part {
  readonly state: 'agreement' | 'not told' | 'told' | 'enough' | 'not enough'
  readonly on: IsoDate | null
}

export interface Watched {
  readonly row: WatchedRow
  readonly quality: Part
  readonly monitoring: Part
  /** What is missing, the gravest first. */
  readonly missing: readonly string[]
}

export const partWords: Readonly<Record<Part['state'], string>> = {
  agreement: 'By the partnership’s agreement',
  'not told': 'Not told',
  told: 'Told',
  enough: 'Enough',
  'not enough': 'Not enough',
}

export function watch(row: WatchedRow, today: IsoDate): Watched {
  const quality = partOf(row, row.quality_recorded_on, row.quality_rating)
  const monitoring = partOf(row, row.monitoring_recorded_on, row.monitoring_rating)
  return { row, quality, monitoring, missing: missingFrom(row, { quality, monitoring }, today) }
}

/** What a partnership buys is covered by its agreement with the Council; what a school buys, it answers for itself. */
function partOf(row: WatchedRow, recorded: IsoDate | null, rating: Rating | null): Part {
  if (row.commissioner_kind === 'partnership') return { state: 'agreement', on: null }
  const on = row.told_on ?? recorded
  if (!on) return { state: 'not told', on: null }
  if (!rating) return { state: 'told', on }
  return { state: rating === 'not enough' ? 'not enough' : 'enough', on }
}

function missingFrom(
  row: WatchedRow,
  { quality, monitoring }: Pick<Watched, 'quality' | 'monitoring'>,
  today: IsoDate,
): string[] {
  const open = row.form_status === 'draft' || row.form_status === 'sent back'
  const late = open && row.form_due_on !== null && row.form_due_on < today
  return [
    ...(late ? ['Questionnaire overdue'] : []),
    ...(quality.state === 'not told' ? ['Quality and appropriateness'] : []),
    ...(monitoring.state === 'not told' ? ['Monitoring'] : []),
    ...(quality.state === 'not enough' ? ['Quality is not enough'] : []),
    ...(monitoring.state === 'not enough' ? ['Monitoring is not enough'] : []),
    ...(row.evidence_awaited ? ['Evidence asked for'] : []),
    ...(row.has_plan ? [] : ['Agreed plan']),
    ...(row.next_review_on === null ? ['Next review'] : []),
    ...(row.next_review_on !== null && row.next_review_on < today ? ['Review overdue'] : []),
    ...(row.minutes === null ? ['Hours'] : []),
  ]
}

export const hoursOf = ({ minutes }: Pick<WatchedRow, 'minutes'>): string =>
  minutes === null ? 'Not known' : String(Math.round((minutes / 60) * 100) / 100)
