import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { TicketPanel } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { WaitingChangeRow } from './proposed-change.query.ts'

/** A change that waits, where the record is read. */
export const WaitingChange = ({
  change,
  me,
}: {
  change: WaitingChangeRow
  me: Pick<Me, 'userId'>
}) => (
  <TicketPanel
    title={changeInWords(change)}
    tone="orange"
    actions={
      <a class="govuk-link" href={`/children/changes/${change.id}`}>
        {change.proposedById === me.userId ? 'Look at your proposal' : 'Confirm or refuse'}
        <span class="govuk-visually-hidden">: {changeInWords(change)}</span>
      </a>
    }
  >
    <p class="govuk-body">
      Proposed by {change.proposedBy}, {change.organisation}, on {momentInWords(change.proposedAt)}.
      It waits for a second person.
    </p>
  </TicketPanel>
)

export function changeInWords(change: WaitingChangeRow): string {
  switch (change.kind) {
    case 'upn':
      return change.upn
        ? `Change of UPN from ${change.upn} to ${change.newUpn ?? 'none'}`
        : `UPN ${change.newUpn ?? 'none'}`
    case 'birth-date':
      return `Change of date of birth from ${dayInWords(change.birthDate)} to ${change.newBirthDate ? dayInWords(change.newBirthDate) : 'none'}`
    case 'merge':
      return `Joining the record of ${change.otherForename} ${change.otherSurname} into this one`
  }
}
