import type { Route } from '#platform/http/page.tsx'
import { acceptPage, returnPage } from './case/decide.pages.tsx'
import { caseOverviewPage } from './case/overview.page.tsx'
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

/** Every page of this feature. Plain words stand before parameters, which would swallow them. */
export const referralPages: readonly Route[] = [
  newReferralPage,
  ...gatePages,
  gateOutcomePage,
  checkPage,
  sentPage,
  amendPage,
  discardPage,
  withdrawPage,
  ...sectionPages,
  ...rowPages,
  taskListPage,
  inboxPage,
  acceptPage,
  returnPage,
  caseOverviewPage,
]
