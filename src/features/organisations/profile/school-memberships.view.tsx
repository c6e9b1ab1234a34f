import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Button, InsetText } from '#govuk/index.ts'
import {
  isMemberOn,
  type Membership,
  type MembershipChange,
} from '../membership/memberships.query.ts'
import { ChangesOfMembership, MembershipTable } from '../membership/memberships.view.tsx'
import type { Organisation } from './organisation.query.ts'

/** The partnership that a school is in now, and those it has been in. */
export const SchoolMemberships = ({
  organisation,
  memberships,
  changes,
  runs,
  today,
}: {
  organisation: Organisation
  memberships: readonly Membership[]
  changes: readonly MembershipChange[]
  runs: boolean
  today: IsoDate
}) => {
  const now = memberships.find(member => isMemberOn(member, today))
  const next = memberships.find(member => member.joined_on > today)
  return (
    <>
      <InsetText>
        {now ? (
          <>
            Member of{' '}
            <a class="govuk-link" href={`/organisations/${now.partnership_id}`}>
              {now.partnership}
            </a>{' '}
            since {dayInWords(now.joined_on)}
            {now.left_on && <>, until {dayInWords(now.left_on)}</>}.
          </>
        ) : (
          'Not a member of any partnership today.'
        )}
        {next && (
          <>
            {' '}
            Joins {next.partnership} on {dayInWords(next.joined_on)}.
          </>
        )}
      </InsetText>
      {memberships.length > 0 && (
        <MembershipTable
          caption="Partnership memberships"
          memberships={memberships}
          of="school"
          mayChange={runs}
          empty=""
        />
      )}
      {runs && organisation.closed_on === null && memberships.every(({ left_on }) => left_on) && (
        <Button href={`/organisations/${organisation.id}/join`} variant="secondary">
          Add to a partnership
        </Button>
      )}
      {runs && <ChangesOfMembership changes={changes} />}
    </>
  )
}
