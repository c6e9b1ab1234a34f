import type { IsoDate } from '#domain/dates.ts'
import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { Button, DateInput, Details, Table } from '#govuk/index.ts'
import {
  isMemberOn,
  type Membership,
  type MembershipChange,
} from '../membership/memberships.query.ts'
import { ChangesOfMembership, MembershipTable } from '../membership/memberships.view.tsx'
import type { Organisation } from './organisation.query.ts'

/** Who was a member on a chosen day, and who has joined and left. */
export const PartnershipMembers = ({
  organisation,
  memberships,
  changes,
  runs,
  today,
  chosen,
}: {
  organisation: Organisation
  memberships: readonly Membership[]
  changes: readonly MembershipChange[]
  runs: boolean
  today: IsoDate
  chosen: { day: IsoDate | undefined; wrong: boolean; values: Record<string, string> }
}) => {
  const day = chosen.day ?? today
  const members = memberships.filter(member => isMemberOn(member, day))
  return (
    <>
      <Table
        caption={`${members.length === 1 ? 'One member school' : `${members.length} member schools`} on ${dayInWords(day)}`}
        head={['School', 'Town', 'Member since', 'Until']}
        empty={
          <>
            <strong>No member schools on {dayInWords(day)}.</strong>
            {runs && ' Add the schools that belong to it.'}
          </>
        }
        rows={members.map(member => [
          <a class="govuk-link" href={`/organisations/${member.school_id}`}>
            {member.school}
          </a>,
          member.town ?? '',
          shortDayInWords(member.joined_on),
          member.left_on ? shortDayInWords(member.left_on) : 'Still a member',
        ])}
      />
      <Details summary="Members on another day" open={chosen.wrong || chosen.day !== undefined}>
        <form method="get" action={`/organisations/${organisation.id}`}>
          <DateInput
            form={{
              values: chosen.values,
              errors: chosen.wrong ? { on: 'The day must be a real date' } : {},
            }}
            name="on"
            label="Day"
            hint="The last day of a membership still counts"
          />
          <Button variant="secondary">Show members</Button>
        </form>
      </Details>
      <Details summary="Schools that joined and left">
        <MembershipTable
          caption="All memberships"
          memberships={memberships}
          of="partnership"
          mayChange={runs}
          empty="No school has been a member yet."
        />
      </Details>
      {runs && <ChangesOfMembership changes={changes} />}
    </>
  )
}
