import type { Route } from '#platform/http/page.tsx'
import { answerPage, cancelQuestion } from './case/answer.page.tsx'
import { askPage } from './case/ask.page.tsx'
import { assignPage, endSupportAction } from './case/assign.page.tsx'
import { closePage, reopenPage } from './case/close.pages.tsx'
import { acceptPage, returnPage, routeAction } from './case/decide.pages.tsx'
import { educationPage } from './case/education.page.tsx'
import { caseFindingPage, caseFindingsPage } from './case/findings.pages.tsx'
import { historyPage } from './case/history.page.tsx'
import { messagesPage } from './case/messages.page.tsx'
import { notesPage } from './case/notes.page.tsx'
import { caseOverviewPage } from './case/overview.page.tsx'
import { questionsPage } from './case/questions.page.tsx'
import { referOnPage } from './case/refer-on.page.tsx'
import { caseReferralPage } from './case/referral.page.tsx'
import { disputePage, moveAsAgreedAction } from './dispute/dispute.page.tsx'
import { disputesPage } from './dispute/disputes.page.tsx'
import { openDisputePage } from './dispute/open-dispute.page.tsx'
import {
  attachmentsPage,
  attachmentUpload,
  caseDocumentsPage,
  caseUpload,
} from './documents/documents.pages.tsx'
import { fileDownload, removeFilePage } from './documents/file.pages.tsx'
import { amendPage } from './form/amend.page.tsx'
import { checkPage } from './form/check.page.tsx'
import { discardPage, withdrawPage } from './form/leave.pages.tsx'
import { rowPages } from './form/row.pages.tsx'
import { sectionPages } from './form/section.pages.tsx'
import { sentPage } from './form/sent.page.tsx'
import { taskListPage } from './form/task-list.page.tsx'
import { newReferralPage } from './gate/new.page.tsx'
import { gateOutcomePage } from './gate/outcome.page.tsx'
import { gatePages } from './gate/question.page.tsx'
import { inboxPage } from './inbox/inbox.page.tsx'
import { referralsExport } from './list/export.ts'
import { referralsPage } from './list/referrals.page.tsx'

/** Every page of this feature. Plain words stand before parameters, which would swallow them. */
export const referralPages: readonly Route[] = [
  referralsPage,
  referralsExport,
  newReferralPage,
  ...gatePages,
  gateOutcomePage,
  checkPage,
  sentPage,
  amendPage,
  discardPage,
  withdrawPage,
  attachmentsPage,
  attachmentUpload,
  ...sectionPages,
  ...rowPages,
  taskListPage,
  inboxPage,
  acceptPage,
  returnPage,
  routeAction,
  assignPage,
  endSupportAction,
  askPage,
  questionsPage,
  answerPage,
  cancelQuestion,
  referOnPage,
  closePage,
  reopenPage,
  educationPage,
  caseReferralPage,
  caseFindingsPage,
  caseFindingPage,
  caseDocumentsPage,
  caseUpload,
  messagesPage,
  notesPage,
  historyPage,
  openDisputePage,
  disputesPage,
  disputePage,
  moveAsAgreedAction,
  fileDownload,
  removeFilePage,
  caseOverviewPage,
]
