import type { Tx } from '#platform/database/database.ts'

/** The child’s referrals, of those that the reader may see, newest first. */
export const referralsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('referral as r')
    .innerJoin('organisation as referring', 'referring.id', 'r.referring_organisation_id')
    .select([
      'r.id',
      'r.reference',
      'r.kind',
      'r.child_id as childId',
      'r.status',
      'r.submitted_at as submittedAt',
      'referring.name as referredBy',
    ])
    .where('r.child_id', '=', childId)
    .where('r.status', '<>', 'discarded')
    .orderBy('r.reference', 'desc')
    .execute()

export const referralStatusWords: Readonly<Record<string, string>> = {
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

/** A draft is still a form, Admissions’ on a page about the child; what was sent is a case. */
export const referralHref = ({
  id,
  status,
  kind,
  childId,
}: Awaited<ReturnType<typeof referralsOf>>[number]) => {
  if (status !== 'draft') return `/cases/${id}`
  return kind === 'fair-access' ? `/fair-access/new/${childId}` : `/referrals/${id}`
}
