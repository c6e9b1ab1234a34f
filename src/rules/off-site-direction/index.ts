import type { Rule } from '../rule.ts'
import { lengthOfTheDirection } from './length.ts'
import { noticeContents } from './notice-contents.ts'
import { powerOrConsent } from './power-or-consent.ts'
import { requestedReview } from './requested-review.ts'
import { reviewsOfTheDirection } from './reviews.ts'
import { transitionalDirections } from './transitional.ts'
import { writtenNotice } from './written-notice.ts'

export const offSiteDirectionRules: readonly Rule[] = [
  powerOrConsent,
  writtenNotice,
  noticeContents,
  reviewsOfTheDirection,
  requestedReview,
  transitionalDirections,
  lengthOfTheDirection,
]
