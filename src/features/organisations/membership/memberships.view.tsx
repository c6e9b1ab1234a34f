import { dayInWords, momentInWords, shortDayInWords } from '#domain/london-time.ts'
import { type Cell, Details, Table, Timeline } from '#govuk/index.ts'
import { howLeft, type Membership, type MembershipChange } from './memberships.query.ts'

/** The memberships of a school, or of a partnership, each with its days and how it ended. */
export const MembershipTable = ({
  caption,
  memberships,
  of,
  mayChange,
  empty,
}: {
  caption: string
  memberships: readonly Membership[]
  of: 'school' | 'partnership'
  mayChange: boolean
  empty: string
}) => (
  <Table
    caption={caption}
    head={[
      of === 'school' ? 'Partnership' : 'School',
      'From',
      'To',
      'How it ended',
      ...(mayChange ? ['Change'] : []),
    ]}
    empty={empty}
    rows={memberships.map(member => [
      of === 'school' ? (
        <a class="govuk-link" href={`/organisations/${member.partnership_id}`}>
          {member.partnership}
        </a>
      ) : (
        <a class="govuk-link" href={`/organisations/${member.school_id}`}>
          {member.school}
        </a>
      ),
      shortDayInWords(member.joined_on),
      member.left_on ? shortDayInWords(member.left_on) : 'Still a member',
      ending(member),
      ...(mayChange ? [<Change member={member} />] : []),
    ])}
  />
)

function ending({ how_left, decided_by, reason }: Membership): Cell {
  if (how_left === null) return ''
  return (
    <div>
      {howLeft[how_left]}
      {decided_by && <>. Decided by {decided_by}</>}
      {reason && <div class="govuk-hint govuk-!-margin-bottom-0">{reason}</div>}
    </div>
  )
}

const Change = ({ member }: { member: Membership }) => (
  <div>
    {member.left_on === null && (
      <>
        <a class="govuk-link" href={`/organisations/members/${member.id}/leave`}>
          End<span class="govuk-visually-hidden"> the membership of {member.school}</span>
        </a>
        <br />
      </>
    )}
    <a class="govuk-link" href={`/organisations/members/${member.id}/correct`}>
      Correct<span class="govuk-visually-hidden"> the membership of {member.school}</span>
    </a>
  </div>
)

const changeWords = {
  joined: 'joined',
  left: 'left',
  corrected: 'corrected',
  removed: 'taken out, as it never was',
} as const

interface Dates {
  readonly joinedOn?: string
  readonly leftOn?: string | null
}

/** Who entered what about these memberships, and why. */
export const ChangesOfMembership = ({ changes }: { changes: readonly MembershipChange[] }) =>
  changes.length === 0 ? null : (
    <Details summary="Who entered and changed this">
      <Timeline
        events={changes.map(change => ({
          title: `${change.school} in ${change.partnership}: ${changeWords[change.what]}`,
          when: momentInWords(change.changed_at),
          dateTime: change.changed_at.toISOString(),
          by: change.changed_by,
          children: (
            <p class="govuk-body">
              {spanInWords(change.before as Dates | null, 'Before')}
              {spanInWords(change.after as Dates | null, 'Now')}
              {change.decided_by && `Decided by ${change.decided_by}. `}
              {change.reason}
            </p>
          ),
        }))}
      />
    </Details>
  )

function spanInWords(dates: Dates | null, label: string) {
  if (!dates?.joinedOn) return ''
  const to = dates.leftOn ? ` to ${dayInWords(dates.leftOn as never)}` : ''
  return `${label}: from ${dayInWords(dates.joinedOn as never)}${to}. `
}
