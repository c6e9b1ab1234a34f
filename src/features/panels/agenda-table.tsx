import { may } from '#domain/permissions.ts'
import { EmptyState, NoBreak, Table, Tag } from '#govuk/index.ts'
import { decisionCodeName } from './decide.ts'
import { PostButton } from './invitation-proof.tsx'
import type { MeetingModel } from './meeting.page.tsx'

/** Cases in the order in which they are taken. Whoever runs the meeting moves them; others see what they may read. */
export function AgendaTable({ agenda, meeting, me, runs }: MeetingModel) {
  const shown = agenda.filter(({ status }) => status !== 'withdrawn')
  if (shown.length === 0)
    return (
      <EmptyState title="No case to show" headingLevel={3}>
        {runs
          ? 'Add cases that have been accepted and may go to a panel.'
          : 'Cases appear here when the papers are released, for as long as they may be read.'}
      </EmptyState>
    )
  const prepares = may(me, 'pack.release') && runs
  const sorts = prepares && !['held', 'minuted', 'cancelled'].includes(meeting.status)
  return (
    <Table
      caption="Agenda"
      captionHidden
      head={['Item', 'Case', 'Child', 'Referred by', 'Outcome', ...(sorts ? ['Order'] : [])]}
      rows={shown.map((item, at) => [
        String(at + 1),
        <CaseLink
          item={item}
          at={at}
          meetingId={meeting.id}
          opens={prepares || Boolean(item.in_papers)}
        />,
        [item.forename, item.surname].filter(Boolean).join(' ') || 'In the papers',
        `${item.referred_by ?? ''}${item.kind === 'fair-access' ? ' (Fair Access)' : ''}`,
        outcome(item),
        ...(sorts
          ? [
              <>
                {at > 0 && (
                  <PostButton
                    to={`/meetings/${meeting.id}/items/${item.id}/up`}
                    variant="secondary"
                  >
                    Up
                  </PostButton>
                )}{' '}
                {at < shown.length - 1 && (
                  <PostButton
                    to={`/meetings/${meeting.id}/items/${item.id}/down`}
                    variant="secondary"
                  >
                    Down
                  </PostButton>
                )}
              </>,
            ]
          : []),
      ])}
    />
  )
}

/** The case’s page in the meeting, for those who may read it there now; otherwise its own page, if they may see that. */
function CaseLink({
  item,
  at,
  meetingId,
  opens,
}: {
  at: number
  item: MeetingModel['agenda'][number]
  meetingId: string
  opens: boolean
}) {
  const words = <NoBreak>{item.reference ? `R-${item.reference}` : `Item ${at + 1}`}</NoBreak>
  const href = opens ? `/meetings/${meetingId}/items/${item.id}` : `/cases/${item.referral_id}`
  if (!opens && !item.reference) return <>In the papers</>
  return (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  )
}

function outcome(item: MeetingModel['agenda'][number]) {
  if (item.decision_id)
    return (
      <>
        {decisionCodeName(item.decision_code ?? '')}{' '}
        <Tag tone={item.decision_status === 'issued' ? 'green' : 'yellow'}>
          {item.decision_status === 'issued' ? 'Issued' : 'Not issued'}
        </Tag>
      </>
    )
  return {
    listed: 'To be decided',
    deferred: 'Deferred',
    decided: 'Decided',
    withdrawn: 'Taken off',
  }[item.status]
}
