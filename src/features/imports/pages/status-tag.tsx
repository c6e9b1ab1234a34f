import { Tag, type Tone } from '#govuk/index.ts'
import type { Batch } from '../batch.ts'

// A new status does not compile until it has its words here.
const appearance = {
  uploaded: ['Columns to match', 'blue'],
  matched: ['Columns to match', 'blue'],
  checking: ['Being checked', 'yellow'],
  checked: ['Checked, not imported', 'blue'],
  importing: ['Being imported', 'yellow'],
  imported: ['Imported', 'green'],
  undoing: ['Being undone', 'yellow'],
  undone: ['Undone', 'grey'],
  failed: ['Stopped', 'red'],
  discarded: ['Set aside', 'grey'],
} as const satisfies Record<Batch['status'], readonly [words: string, tone: Tone | 'blue']>

export const StatusTag = ({ status }: { status: Batch['status'] }) => {
  const [words, tone] = appearance[status]
  return tone === 'blue' ? <Tag>{words}</Tag> : <Tag tone={tone}>{words}</Tag>
}
