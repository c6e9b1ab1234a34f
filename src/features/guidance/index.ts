import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { articlePage } from './article.page.tsx'
import {
  changeArticlePage,
  loadGuidanceAction,
  newArticlePage,
  withdrawArticleAction,
} from './edit.pages.tsx'
import { flagGuidanceJob } from './flag.job.ts'
import { guidancePage } from './guidance.page.tsx'
import { reviewPage } from './review.page.tsx'
import { topicsPage } from './topics.page.tsx'
import { versionsPage } from './versions.page.tsx'

export {
  type ArticleLink,
  articlesCiting,
  type Found,
  searchGuidance,
  slugsInUse,
} from './article.query.ts'
export { audienceKeys, audiences } from './audiences.ts'
export { rulesCited, whyNotLinks } from './check-article.ts'
export { FoundItems } from './found-list.tsx'
export { loadGuidance } from './load-guidance.ts'
export { linksIn, Markdown } from './markdown.tsx'
export { namesWords, personalDataIn } from './personal-data.ts'
export { isTopic, questionTopics, type Topic, topicKeys, topicName } from './topics.ts'
export { writeArticle } from './write-article.ts'

/** Fixed paths stand before those with a parameter in the same place. */
export const routes: readonly Route[] = [
  guidancePage,
  topicsPage,
  newArticlePage,
  reviewPage,
  loadGuidanceAction,
  articlePage,
  versionsPage,
  changeArticlePage,
  withdrawArticleAction,
]
export const jobs: readonly AnyJob[] = [flagGuidanceJob]
