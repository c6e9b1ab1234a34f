/** Where a referral is written: a school’s part by part, Admissions’ on its own page about the child. */
export const editHref = (referral: {
  readonly id: string
  readonly kind: string
  readonly child_id: string | null
}): string =>
  referral.kind === 'fair-access'
    ? `/fair-access/new/${referral.child_id}`
    : `/referrals/${referral.id}`
