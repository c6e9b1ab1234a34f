import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Placement } from '#features/placements/index.ts'
import { InsetText, SummaryList, Tag } from '#govuk/index.ts'
import { answered, codes, goals, indicators } from './words.ts'
import { checkAgainOn, type Work } from './work.query.ts'

const amount = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})
const on = (day: IsoDate | null) => (day ? dayInWords(day) : 'Not yet')

/** What is known of the host, and until when its check holds. */
export const WorkSummary = ({
  placement,
  work,
  today,
}: {
  placement: Placement
  work: Work
  today: IsoDate
}) => {
  const again = checkAgainOn(work.lebc_check_on)
  const code = placement.attendance_code
  return (
    <>
      {work.reclassified_to && (
        <InsetText>
          This was treated as alternative provision: {work.reclassified_because}{' '}
          <a class="govuk-link" href={`/placements/${work.reclassified_to}`}>
            The placement that took its place
          </a>
        </InsetText>
      )}
      <SummaryList
        card={{ title: 'The host and its checks' }}
        rows={[
          { key: 'Host', value: work.host_name },
          { key: 'Address', value: work.host_address ?? 'Not entered' },
          { key: 'Whom to reach there', value: work.host_contact ?? 'Not entered' },
          { key: 'What the child does', value: work.activity ?? 'Not entered' },
          { key: 'Goal', value: work.goal ? goals[work.goal] : 'Not said' },
          {
            key: 'Checked by LEBC',
            value: again ? (
              <>
                {on(work.lebc_check_on)}. Look again by {dayInWords(again)}{' '}
                {again < today && <Tag tone="red">A year is over</Tag>}
              </>
            ) : (
              'Not yet'
            ),
          },
          { key: 'Fully audited', value: answered(work.fully_audited) },
          { key: 'Declared genuine', value: on(work.genuine_declared_on) },
          {
            key: 'Signs of provision',
            value:
              work.indicators
                .map(each => indicators[each as keyof typeof indicators] ?? each)
                .join('; ') || 'None',
          },
          { key: 'Employs anybody', value: answered(work.employs_anyone) },
          {
            key: 'Employers’ liability',
            value:
              work.liability_pence === null
                ? 'Not recorded'
                : amount.format(work.liability_pence / 100),
          },
          {
            key: 'Attendance code',
            value: `${code ? (codes[code as keyof typeof codes] ?? code) : 'Not recorded yet'}. Onroll suggests W for every session that the child attended.`,
          },
        ]}
      />
    </>
  )
}
