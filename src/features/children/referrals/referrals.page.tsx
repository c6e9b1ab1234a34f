import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import { Button, Table } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { childPage } from '../record/child-page.tsx'

/** The child’s referrals, of those that the reader may see. */
export const referralsPage = childPage({
  path: '/children/:child/referrals',
  section: 'referrals',
  title: 'Referrals',
  permission: 'referral.read',
  load: ({ tx }, { child }) => referralsOf(tx, child.id),
  view: (referrals, { child, sees }, { me }) => (
    <>
      <Table
        caption="Referrals of this child"
        captionHidden
        narrow="cards"
        firstCellIsHeader
        head={['Referral', 'Kind', 'Referred by', 'Sent', 'Now']}
        empty="There is no referral of this child that you may see."
        rows={referrals.map(referral => [
          <a
            class="govuk-link"
            href={`/${referral.status === 'draft' ? 'referrals' : 'cases'}/${referral.id}`}
          >
            {writeReference('referral', referral.reference)}
          </a>,
          referral.kind === 'fair-access' ? 'Fair Access' : 'School referral',
          referral.referredBy,
          referral.submittedAt ? dayInWords(londonDay(referral.submittedAt)) : 'Not sent',
          statusWords[referral.status],
        ])}
      />
      {may(me, 'referral.write') && sees.education && (
        <Button href={`/referrals/new?child=${child.id}`}>Refer this child</Button>
      )}
    </>
  ),
})

const referralsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('referral as r')
    .innerJoin('organisation as referring', 'referring.id', 'r.referring_organisation_id')
    .select([
      'r.id',
      'r.reference',
      'r.kind',
      'r.status',
      'r.submitted_at as submittedAt',
      'referring.name as referredBy',
    ])
    .where('r.child_id', '=', childId)
    .where('r.status', '<>', 'discarded')
    .orderBy('r.reference', 'desc')
    .execute()

const statusWords: Readonly<Record<string, string>> = {
  draft: 'Draft, not sent',
  submitted: 'Sent',
  accepted: 'Accepted',
  listed: 'On a panel agenda',
  decided: 'Decided',
  closed: 'Closed',
  returned: 'Returned to the school',
  'referred on': 'Referred on',
  withdrawn: 'Withdrawn',
}
