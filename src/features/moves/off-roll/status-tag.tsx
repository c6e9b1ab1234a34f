import { Tag, type Tone } from '#govuk/index.ts'
import type { RemovalStatus } from './removal.ts'

export const statusWords: Record<RemovalStatus, { word: string; tone: Tone }> = {
  proposed: { word: 'Proposed', tone: 'turquoise' },
  made: { word: 'Name deleted', tone: 'orange' },
  withdrawn: { word: 'Withdrawn', tone: 'grey' },
}

export const statusTag = (status: RemovalStatus) => (
  <Tag tone={statusWords[status].tone}>{statusWords[status].word}</Tag>
)
