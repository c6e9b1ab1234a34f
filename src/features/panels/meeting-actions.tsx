import { londonDay } from '#domain/dates.ts'
import { may } from '#domain/permissions.ts'
import { Button, ButtonGroup } from '#govuk/index.ts'
import { PostButton } from './invitation-proof.tsx'
import type { MeetingModel } from './meeting.page.tsx'

/** What can be done with a meeting now, in the order in which it is done. */
export function MeetingActions({
  meeting,
  me,
  agenda,
  packs,
  members,
  invitations,
  now,
}: MeetingModel) {
  const at = `/meetings/${meeting.id}`
  const ready = ['planned', 'invited'].includes(meeting.status)
  const released = packs.some(pack => !pack.superseded_at && !pack.recalled_at)
  const everybody =
    members.length > 0 &&
    members.every(({ id }) => invitations.some(({ school_id }) => school_id === id))
  const isToday = londonDay(now) >= londonDay(meeting.starts_at)
  const coordinates = may(me, 'pack.release')
  return (
    <ButtonGroup>
      {ready && !everybody && <Button href={`${at}/invite`}>Invite the schools</Button>}
      {coordinates && ready && (
        <Button href={`${at}/agenda/add`} variant={everybody ? undefined : 'secondary'}>
          Add cases to the agenda
        </Button>
      )}
      {coordinates && ['invited', 'open'].includes(meeting.status) && agenda.length > 0 && (
        <Button href={`${at}/release`} variant="secondary">
          {released ? 'Release the papers again' : 'Release the papers'}
        </Button>
      )}
      {coordinates && released && (
        <PostButton to={`${at}/recall`} variant="secondary">
          Take the papers back
        </PostButton>
      )}
      {meeting.status === 'invited' && (
        <PostButton to={`${at}/open`} {...(isToday ? {} : { variant: 'secondary' as const })}>
          Open the meeting
        </PostButton>
      )}
      {['open', 'held'].includes(meeting.status) && (
        <>
          <Button href={`${at}/attendance`} variant="secondary">
            Attendance
          </Button>
          <Button href={`${at}/minutes`} variant="secondary">
            Minutes and actions
          </Button>
        </>
      )}
      {meeting.status === 'open' && <PostButton to={`${at}/hold`}>End the meeting</PostButton>}
      {meeting.status === 'held' && (
        <PostButton to={`${at}/reopen`} variant="secondary">
          Open it again
        </PostButton>
      )}
      {ready && (
        <>
          <Button href={`${at}/change`} variant="secondary">
            Change
          </Button>
          <Button href={`${at}/cancel`} variant="secondary">
            Cancel the meeting
          </Button>
        </>
      )}
    </ButtonGroup>
  )
}
