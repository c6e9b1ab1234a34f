import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { SummaryList } from '#govuk/index.ts'
import type { Direction } from './direction.query.ts'
import { purposes } from './direction.ts'
import type { linkedPlacement } from './run/end-direction.ts'

const day = (on: Direction['start_on']) => (on ? dayInWords(on) : 'Not entered')

/** What is known of a direction; what the notice still lacks says so. */
export const DirectionSummary = ({
  direction,
  placement,
  plan,
}: {
  direction: Direction
  placement: Awaited<ReturnType<typeof linkedPlacement>>
  plan: boolean
}) => (
  <SummaryList
    card={{ title: 'What it is' }}
    rows={[
      { key: 'Purpose', value: purposes[direction.purpose] },
      (direction.purpose !== 'improve-behaviour' || direction.parent_consent_on !== null) && {
        key: 'Parent’s consent',
        value: day(direction.parent_consent_on),
      },
      { key: 'First day', value: day(direction.start_on) },
      { key: 'Last day', value: day(direction.end_on) },
      { key: 'Number of days', value: direction.number_of_days?.toString() ?? 'Not entered' },
      { key: 'Address', value: direction.address ?? 'Not entered' },
      { key: 'Person to report to', value: direction.report_to ?? 'Not entered' },
      { key: 'Reasons', value: direction.reasons ?? 'Not entered' },
      { key: 'Objectives', value: direction.objectives ?? 'Not entered' },
      { key: 'Times', value: times(direction) },
      direction.notice_on !== null && {
        key: 'Notice given',
        value: `${dayInWords(direction.notice_on)}, to ${direction.notice_to}, ${direction.notice_how}`,
      },
      (plan || direction.authority_notice_on !== null) && {
        key: 'Notice to the authority (EHCP)',
        value: day(direction.authority_notice_on),
      },
      direction.notice_sha256 !== null && {
        key: 'Hash of the notice',
        value: <code class="onroll-anywhere">{direction.notice_sha256}</code>,
      },
      {
        key: 'Placement',
        value: placement ? (
          <a class="govuk-link" href={`/placements/${placement.id}`}>
            {writeReference('placement', placement.reference)},{' '}
            {placement.provider_name ?? 'a host'} ({placement.status})
          </a>
        ) : (
          'None linked'
        ),
      },
      direction.ended_on !== null && {
        key: direction.status === 'revoked' ? 'Revoked' : 'Ended',
        value: dayInWords(direction.ended_on),
      },
      direction.ended_because !== null && { key: 'Why', value: direction.ended_because },
    ]}
  />
)

function times(direction: Direction): string {
  const { session_start, session_finish, break_start, break_finish } = direction
  if (!session_start || !session_finish) return 'Not entered'
  const rest =
    break_start && break_finish
      ? `, break ${break_start.slice(0, 5)} to ${break_finish.slice(0, 5)}`
      : ''
  return `${session_start.slice(0, 5)} to ${session_finish.slice(0, 5)}${rest}`
}
