import { z } from 'zod'
import { isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { SummaryList } from '#govuk/index.ts'
import { releasedLabels } from './released-fields.ts'

/** What was told, by the keys of the fields. */
export const Snapshot = z.record(z.string(), z.string())
export type Snapshot = Readonly<z.infer<typeof Snapshot>>

/** What was told, as it was told. */
export const ReleasedView = ({ fields }: { fields: Snapshot }) => (
  <SummaryList
    rows={Object.entries(releasedLabels).flatMap(([key, label]) => {
      const value = fields[key]
      return value ? [{ key: label, value: shownValue(key, value) }] : []
    })}
  />
)

export const shownValue = (key: string, value: string): string =>
  key === 'born' && isIsoDate(value) ? dayInWords(value) : value
