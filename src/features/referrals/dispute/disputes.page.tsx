import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { yearGroupName } from '#domain/year-group.ts'
import { BackLink, EmptyState, Layout, NoBreak, PageHeading, Table, Tag } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { disputeStatusWords, disputesOf } from './disputes.query.ts'

/** The disputes of this partnership: those it raised, and those raised with it. */
export const disputesPage = page({
  path: '/disputes',
  permission: 'referral.triage',
  load: ({ tx }) => disputesOf(tx),
  discloses: 'nothing personal',
  view: (disputes, { me }) => (
    <Layout title="Disputes" before={<BackLink href="/inbox">Inbox</BackLink>}>
      <PageHeading>Disputes about responsibility</PageHeading>
      {disputes.length === 0 ? (
        <EmptyState title="No partnership disputes a case with you" />
      ) : (
        <Table
          caption="Disputes"
          captionHidden
          firstCellIsHeader
          head={['Case', 'With', 'School', 'Year group', 'Since', 'State']}
          rows={disputes.map(dispute => [
            <a class="govuk-link" href={`/disputes/${dispute.id}`}>
              <NoBreak>{writeReference('referral', dispute.reference)}</NoBreak>
            </a>,
            dispute.raisedBy === me.organisationId ? dispute.otherName : dispute.raiserName,
            dispute.school,
            dispute.year === null ? 'Not known to you' : yearGroupName(dispute.year),
            dayInWords(dispute.openedOn),
            <Tag tone={dispute.status === 'open' ? 'yellow' : 'grey'}>
              {disputeStatusWords[dispute.status]}
            </Tag>,
          ])}
        />
      )}
    </Layout>
  ),
})
