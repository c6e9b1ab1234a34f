import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import { Button, Table } from '#govuk/index.ts'
import { childPage } from '../record/child-page.tsx'
import { referralHref, referralStatusWords, referralsOf } from './referrals.query.ts'

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
        firstCellIsHeader
        head={['Referral', 'Kind', 'Referred by', 'Sent', 'Now']}
        empty="There is no referral of this child that you may see."
        rows={referrals.map(referral => [
          <a class="govuk-link" href={referralHref(referral)}>
            {writeReference('referral', referral.reference)}
          </a>,
          referral.kind === 'fair-access' ? 'Fair Access' : 'School referral',
          referral.referredBy,
          referral.submittedAt ? dayInWords(londonDay(referral.submittedAt)) : 'Not sent',
          referralStatusWords[referral.status],
        ])}
      />
      {may(me, 'referral.write') && sees.education && (
        <Button href={`/referrals/new?child=${child.id}`}>Refer this child</Button>
      )}
    </>
  ),
})
