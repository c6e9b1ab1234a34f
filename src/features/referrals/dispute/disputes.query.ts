import type { Tx } from '#platform/database/database.ts'

export const disputeStatusWords = {
  open: 'Open',
  agreed: 'Agreed',
  'not agreed': 'Not agreed',
  withdrawn: 'Withdrawn',
} as const

/** The disputes that the person asking takes part in, the newest first. */
export const disputesOf = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('responsibility_dispute as dispute')
    .leftJoin('organisation as raiser', 'raiser.id', 'dispute.raised_by_id')
    .leftJoin('organisation as other', 'other.id', 'dispute.with_id')
    .leftJoin('organisation as school', 'school.id', 'dispute.school_id')
    .select([
      'dispute.id',
      'dispute.referral_id as referralId',
      'dispute.raised_by_id as raisedBy',
      'dispute.with_id as withId',
      'dispute.case_reference as reference',
      'dispute.year_group as year',
      'dispute.reason',
      'dispute.opened_on as openedOn',
      'dispute.proposed_share_percent as share',
      'dispute.proposal',
      'dispute.proposed_by_id as proposedBy',
      'dispute.moves_responsibility as moves',
      'dispute.agreed_by_raiser as agreedByRaiser',
      'dispute.agreed_by_other as agreedByOther',
      'dispute.status',
      'dispute.outcome',
      'dispute.version',
      'raiser.name as raiserName',
      'other.name as otherName',
      'school.name as school',
    ])
    .orderBy('dispute.opened_on', 'desc')
    .orderBy('dispute.id', 'desc')
    .execute()
  return rows
}
export type Dispute = Awaited<ReturnType<typeof disputesOf>>[number]
