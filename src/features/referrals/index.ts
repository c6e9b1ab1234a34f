export { type CaseEventKind, caseEventTitles, recordCaseEvent } from './case-event.ts'
export { changeReferral, moveReferral, referralToChange } from './move-referral.ts'
export { type ReferralAction, type ReferralStatus, referralLifecycle } from './referral.ts'
export { reevaluate, reevaluateChild } from '#features/findings/index.ts'
