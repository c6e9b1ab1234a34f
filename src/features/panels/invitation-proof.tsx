import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button, Form, Table, Tag } from '#govuk/index.ts'
import { answerWords } from './invitations.query.ts'
import type { MeetingModel } from './meeting.page.tsx'

/** One row for each member school: the evidence on which a Fair Access decision stands. */
export function InvitationProof({
  invitations,
  members,
  meeting,
  shortNotice,
  demo,
}: MeetingModel) {
  const invited = new Set(invitations.map(({ school_id }) => school_id))
  const held = !['planned', 'invited'].includes(meeting.status)
  const missing = members.filter(({ id }) => !invited.has(id))
  return (
    <>
      <h2 class="govuk-heading-m">Proof of invitation</h2>
      <p class="govuk-body">
        {missing.length === 0 && members.length > 0
          ? `All ${members.length} schools that are members on the day have been invited.`
          : `${missing.length} of ${members.length} schools that are members on the day have not been invited.`}
      </p>
      <Table
        caption="Invitations"
        captionHidden
        head={['School', 'Sent', 'E-mail', 'Opened', 'Answer', ...(held ? ['Attended'] : [])]}
        empty="No school is a member on the day of this meeting."
        rows={[
          ...missing.map(({ name }) => [name, <Tag tone="red">Not invited</Tag>, '', '', '']),
          ...invitations.map(row => [
            row.school,
            <>
              {momentInWords(row.sent_at)}
              {shortNotice(row.sent_at) && (
                <>
                  {' '}
                  <Tag tone="yellow">Short notice</Tag>
                </>
              )}
            </>,
            row.delivery === 'held' && demo ? (
              <a class="govuk-link" href="/demo/mail">
                See the mail
              </a>
            ) : (
              deliveryWords[row.delivery ?? 'none']
            ),
            row.opened_at ? momentInWords(row.opened_at) : 'Not yet',
            row.answer
              ? `${answerWords[row.answer]}${row.attendee_name ? `: ${row.attendee_name}` : ''}`
              : 'Not answered',
            ...(held ? [(row.attended && attendedWords[row.attended]) ?? 'Not recorded'] : []),
          ]),
        ]}
      />
    </>
  )
}

const deliveryWords: Record<string, string> = {
  queued: 'Waiting to be sent',
  sent: 'Sent',
  failed: 'Could not be sent: ask the data steward',
  held: 'Kept: no mail server is set up',
  none: 'No e-mail',
}

const attendedWords: Record<string, string> = {
  attended: 'Attended',
  apologies: 'Apologies',
  absent: 'Absent',
}

/** What a member's school said, and the way to say it. */
export function MyAnswer({ invitations, meeting, me }: MeetingModel) {
  const mine = invitations.find(({ school_id }) => school_id === me.organisationId)
  if (!mine || !may(me, 'meeting.answer') || meeting.status === 'cancelled') return null
  return (
    <>
      <h2 class="govuk-heading-m">Your school’s answer</h2>
      <p class="govuk-body">
        {mine.answer
          ? `${answerWords[mine.answer]}${mine.attendee_name ? `: ${mine.attendee_name}` : ''}, answered on ${mine.answered_at ? momentInWords(mine.answered_at) : ''}.`
          : `Your school was invited on ${momentInWords(mine.sent_at)} and has not answered yet.`}
      </p>
      <Button
        href={`/meetings/${meeting.id}/answer`}
        variant={mine.answer ? 'secondary' : undefined}
      >
        {mine.answer ? 'Change the answer' : 'Answer the invitation'}
      </Button>
    </>
  )
}

/** A button of the meeting page that posts. */
export const PostButton = ({
  to,
  children,
  variant,
}: {
  to: string
  children: string
  variant?: 'secondary' | 'warning'
}) => (
  <Form action={to} classes="onroll-inline-form">
    <Button {...(variant ? { variant } : {})}>{children}</Button>
  </Form>
)
