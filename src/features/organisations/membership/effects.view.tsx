import { shortDayInWords } from '#domain/london-time.ts'
import { InsetText } from '#govuk/index.ts'
import type { WorkOfSchool } from './effects.query.ts'

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** What follows when a school leaves: told before it is saved. */
export const EffectsOfLeaving = ({
  school,
  partnership,
  work,
}: {
  school: string
  partnership: string
  work: WorkOfSchool
}) => {
  const meetings = work.meetings.filter(meeting => meeting.partnership === partnership)
  const drafts = work.referrals.reduce((sum, each) => sum + each.drafts, 0)
  return (
    <InsetText>
      <h2 class="govuk-heading-s">What follows from this</h2>
      <ul class="govuk-list govuk-list--bullet">
        {work.referrals
          .filter(({ open }) => open > 0)
          .map(({ partnership: holder, open }) => (
            <li>
              {counted(open, 'open case', 'open cases')} of {school} {open === 1 ? 'stays' : 'stay'}{' '}
              with {holder ?? 'whoever has it'}. Nothing about {open === 1 ? 'it' : 'them'} changes.
            </li>
          ))}
        {work.referrals.every(({ open }) => open === 0) && <li>{school} has no open cases.</li>}
        {drafts > 0 && (
          <li>
            {counted(drafts, 'draft', 'drafts')} that {school} has not sent yet will find no
            partnership when sent after the last day, unless the school has joined another.
          </li>
        )}
        {meetings.length > 0 && (
          <li>
            {school} is invited to {counted(meetings.length, 'meeting', 'meetings')} to come (
            {meetings.map(({ on }) => shortDayInWords(on)).join(', ')}). Invitations to meetings
            after the last day open nothing any more; tell the co-ordinator.
          </li>
        )}
        {work.panelMembers > 0 && (
          <li>
            {counted(work.panelMembers, 'person', 'people')} at {school}{' '}
            {work.panelMembers === 1 ? 'is a panel member' : 'are panel members'}. They keep their
            role and will not be invited to this partnership’s meetings any more.
          </li>
        )}
        <li>
          {partnership} still meets the needs of children whom {school} excludes permanently. From
          the day after, the school is charged for them as one that is not a member.
        </li>
      </ul>
    </InsetText>
  )
}

/** What follows when a school joins. */
export const EffectsOfJoining = ({ partnership }: { partnership?: string }) => (
  <InsetText>
    <h2 class="govuk-heading-s">What follows from this</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        From the first day on, {partnership ?? 'the partnership'} gets the referrals that the school
        sends. Cases that another partnership has already stay there.
      </li>
      <li>
        The school has to be invited to every panel meeting from that day on: a decision about a
        Fair Access child does not stand when a member school was not invited. Ask the co-ordinator
        to invite it to meetings for which invitations have gone out.
      </li>
    </ul>
  </InsetText>
)
