import { daysBetween, type IsoDate } from '#domain/dates.ts'
import type { Tone } from '../words.ts'
import type { EvidenceKind } from './documents.ts'

export interface Shown {
  readonly expiresOn: IsoDate | null
  readonly notApplicableBecause: string | null
  readonly files: number
}

export type DocumentState =
  | 'does not apply'
  | 'missing'
  | 'expired'
  | 'expiring'
  | 'without a file'
  | 'stated'
  | 'in date'

/** From when on a document is said to run out: the day of the first reminder. */
const expiringDays = 60

/** How a document stands on a day. It holds through the whole of its last day (EVD-12). */
export function stateOf(
  kind: Pick<EvidenceKind, 'id'>,
  shown: Shown | undefined,
  { employsNobody, today }: { employsNobody: boolean; today: IsoDate },
): DocumentState {
  if (!shown) return kind.id === 'DOC-01' && employsNobody ? 'does not apply' : 'missing'
  if (shown.expiresOn && shown.expiresOn < today) return 'expired'
  if (shown.notApplicableBecause) return 'stated'
  if (shown.files === 0) return 'without a file'
  return shown.expiresOn && daysBetween(today, shown.expiresOn) <= expiringDays
    ? 'expiring'
    : 'in date'
}

/** Does it still have to be brought? */
export const isOpen = (state: DocumentState): boolean =>
  state === 'missing' || state === 'expired' || state === 'without a file'

export const stateWords: Record<DocumentState, { word: string; tone: Tone }> = {
  'does not apply': { word: 'Does not apply', tone: 'grey' },
  missing: { word: 'Missing', tone: 'red' },
  expired: { word: 'Expired', tone: 'red' },
  expiring: { word: 'Runs out soon', tone: 'yellow' },
  'without a file': { word: 'No file yet', tone: 'orange' },
  stated: { word: 'Does not apply: stated', tone: 'turquoise' },
  'in date': { word: 'In date', tone: 'green' },
}
