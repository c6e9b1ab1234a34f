import { fairAccessCategories } from '#domain/codes/fair-access-category.ts'
import { dayInWords } from '#domain/london-time.ts'
import { SummaryList, Table } from '#govuk/index.ts'
import type { PackContent } from './pack-content.query.ts'

const percent = (attended: number, possible: number) =>
  possible === 0 ? 'No sessions' : `${((100 * attended) / possible).toFixed(1)}%`

/** What members read of one case. A field that nobody filled in is left out. */
export function PackItem({ content }: { content: PackContent }) {
  const category = content.category && fairAccessCategories.find(content.category)
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'Child',
            value: `${content.child}${content.yearGroup === null ? '' : `, Year ${content.yearGroup}`}`,
          },
          { key: 'Referred by', value: content.referredBy },
          category
            ? { key: 'Fair Access category', value: `(${category.letter}) ${category.name}` }
            : false,
          content.askedFor !== null && {
            key: 'Asked for',
            value: `${content.askedFor}${content.tier ? ` (Tier ${content.tier})` : ''}`,
          },
          content.summary !== null && {
            key: 'Summary by the co-ordinator',
            value: content.summary,
          },
          content.needs !== null && { key: 'Needs', value: content.needs },
          content.reason !== null && { key: 'Reason', value: content.reason },
          content.strengths !== null && { key: 'Strengths', value: content.strengths },
          content.childVoice !== null && { key: 'The child’s voice', value: content.childVoice },
          content.parentVoice !== null && { key: 'The parent’s voice', value: content.parentVoice },
        ]}
      />
      {content.tried.length > 0 && (
        <Table
          caption="What has been tried"
          head={['What', 'What came of it']}
          rows={content.tried.map(({ what, impact }) => [what, impact ?? 'Not said'])}
        />
      )}
      {content.attendance.length > 0 && (
        <Table
          caption="Attendance"
          head={[
            'School year',
            { children: 'Possible', format: 'numeric' },
            { children: 'Attended', format: 'numeric' },
            { children: 'Share', format: 'numeric' },
          ]}
          rows={content.attendance.map(({ schoolYear, possible, attended }) => [
            schoolYear,
            { children: String(possible), format: 'numeric' },
            { children: String(attended), format: 'numeric' },
            { children: percent(attended, possible), format: 'numeric' },
          ])}
        />
      )}
      {content.exclusions.length > 0 && (
        <Table
          caption="Suspensions and exclusions"
          head={['Kind', 'From', { children: 'Sessions', format: 'numeric' }]}
          rows={content.exclusions.map(({ kind, from, sessions }) => [
            kind === 'permanent' ? 'Permanent exclusion' : 'Suspension',
            dayInWords(from as never),
            { children: sessions === null ? '' : String(sessions), format: 'numeric' },
          ])}
        />
      )}
    </>
  )
}
