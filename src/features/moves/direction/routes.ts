import type { Route } from '#platform/http/page.tsx'
import { directionPage } from './direction.page.tsx'
import { directionsPage } from './directions.page.tsx'
import { directionsCsv } from './list/directions.csv.ts'
import { directionListPage } from './list/list.page.tsx'
import { directPage } from './notice/direct.page.tsx'
import { editDirectionPage } from './notice/edit.page.tsx'
import { issueDirectionPage } from './notice/issue.page.tsx'
import { noticePage } from './notice/notice.page.tsx'
import { holdReviewPage } from './reviews/hold-review.page.tsx'
import { answerRequestPage, askReviewPage } from './reviews/request.pages.tsx'
import { inviteToReviewPage, planReviewPage } from './reviews/review.pages.tsx'
import { discardDirectionPage, endDirectionPage, replaceDirectionPage } from './run/end.pages.tsx'
import { laterPage } from './run/later.page.tsx'

/** Every page about off-site directions. Plain words stand before parameters, which would swallow them. */
export const directionRoutes: readonly Route[] = [
  directionListPage,
  directionsCsv,
  directPage,
  directionsPage,
  editDirectionPage,
  issueDirectionPage,
  noticePage,
  endDirectionPage,
  discardDirectionPage,
  replaceDirectionPage,
  laterPage,
  planReviewPage,
  inviteToReviewPage,
  holdReviewPage,
  askReviewPage,
  answerRequestPage,
  directionPage,
]
