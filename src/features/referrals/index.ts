import { disputeSettled } from './dispute/settled.job.ts'

export { reevaluate } from '#features/findings/index.ts'
export { amendReferral } from './amend-referral.ts'
export { assignReferral, assignSupport, endSupport } from './case/assign.ts'
export {
  type Case,
  type CaseIdentity,
  caseDisclosed,
  caseIdentity,
  openCase,
} from './case/case.query.ts'
export { CaseLayout, StatusTag, statusWords } from './case/case-layout.tsx'
export { type ClosingReason, closeCase, closingReasons, reopenCase } from './case/close-case.ts'
export { addNote, sendCaseMessage } from './case/correspondence.ts'
export { openForTriage } from './case/decide.pages.tsx'
export { answerInformation, askForInformation, cancelRequest } from './case/information.ts'
export {
  acceptReferral,
  handOver,
  markLookedAt,
  referOn,
  returnReferral,
} from './case/triage.ts'
export { type CaseEventKind, caseEventTitles, recordCaseEvent } from './case-event.ts'
export { type CaseTab, caseTabs } from './case-tabs.ts'
export { type ChildRecord, childRecord } from './child-record.query.ts'
export { answerDispute, type DisputeAnswer, moveAsAgreed } from './dispute/answer-dispute.ts'
export { openDispute } from './dispute/open-dispute.ts'
export type { Proposal } from './dispute/proposal.ts'
export { addFile, documentsOf, removeFile } from './documents/files.ts'
export type { Content, SentSection } from './form/content.ts'
export { ContentView, Lines } from './form/content-view.tsx'
export { referralForm } from './form/referral-form.query.ts'
export { saveRow } from './form/row-store.ts'
export { saveSection } from './form/save-section.ts'
export { type RowKind, sectionCalled, sections } from './form/sections.ts'
export { answerGate } from './gate/answer-gate.ts'
export { gateQuestions } from './gate/questions.ts'
export { changeReferral, moveReferral, referralToChange } from './move-referral.ts'
export { type ReferralAction, type ReferralStatus, referralLifecycle } from './referral.ts'
export { type Routed, type RouteKey, routeOf, routes as routeNames } from './route.ts'
export { referralPages as routes } from './routes.ts'
export { RuleInset, sourceWords } from './rule-words.tsx'
export { discardDraft, startReferral } from './start-referral.ts'
export { submitReferral } from './submit-referral.ts'
export { tellOrganisation, tellPerson } from './tell.ts'
export { sealVersion, versionsOf } from './versions.ts'
export { type WithdrawalReason, withdrawalReasons, withdrawReferral } from './withdraw-referral.ts'

export const jobs = [disputeSettled]
