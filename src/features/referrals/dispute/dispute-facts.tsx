import { dayInWords } from '#domain/london-time.ts'
import { yearGroupName } from '#domain/year-group.ts'
import { SummaryList } from '#govuk/index.ts'
import { Lines } from '../form/content-view.tsx'
import { type Dispute, disputeStatusWords } from './disputes.query.ts'
import { proposalWords } from './proposal.ts'

/** All that the other partnership may know of the case, and where the two stand. */
export const DisputeFacts = ({ dispute, mine }: { dispute: Dispute; mine: boolean }) => (
  <SummaryList
    rows={[
      { key: 'State', value: disputeStatusWords[dispute.status] },
      { key: 'Held by', value: dispute.raiserName },
      { key: 'With', value: dispute.otherName },
      { key: 'School', value: dispute.school },
      {
        key: 'Year group',
        value: dispute.year === null ? 'Not known' : yearGroupName(dispute.year),
      },
      { key: 'Since', value: dayInWords(dispute.openedOn) },
      { key: 'Why', value: <Lines text={dispute.reason} /> },
      {
        key: 'Proposal',
        value: proposalWords(
          { sharePercent: dispute.share, proposal: dispute.proposal, moves: dispute.moves },
          dispute.otherName ?? 'The other partnership',
        ),
      },
      {
        key: 'Agreed by',
        value:
          [
            dispute.agreedByRaiser ? dispute.raiserName : undefined,
            dispute.agreedByOther ? dispute.otherName : undefined,
          ]
            .filter(Boolean)
            .join(' and ') || 'Nobody yet',
      },
      !!dispute.outcome && { key: 'Outcome', value: dispute.outcome },
      mine && {
        key: 'Case',
        value: (
          <a class="govuk-link" href={`/cases/${dispute.referralId}`}>
            Open the case
          </a>
        ),
      },
    ]}
  />
)
