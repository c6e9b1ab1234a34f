import { type ActionOf, lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** From a school's draft to a case that is closed. The database holds the same table and refuses other moves. */
export const referralLifecycle = lifecycle('referral', {
  draft: { submit: 'submitted', discard: 'discarded' },
  submitted: {
    accept: 'accepted',
    return: 'returned',
    'refer on': 'referred on',
    withdraw: 'withdrawn',
  },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  accepted: {
    list: 'listed',
    decide: 'decided',
    return: 'returned',
    'refer on': 'referred on',
    withdraw: 'withdrawn',
    close: 'closed',
  },
  listed: { decide: 'decided', defer: 'accepted', withdraw: 'withdrawn' },
  decided: { close: 'closed', 'bring back': 'accepted', withdraw: 'withdrawn' },
  closed: { reopen: 'accepted' },
  'referred on': {},
  withdrawn: {},
  discarded: {},
})
export type ReferralStatus = StatusOf<typeof referralLifecycle>
export type ReferralAction = ActionOf<typeof referralLifecycle>
