import type { Rule } from '../rule.ts'
import { annualReviewInsteadOfPanel } from './annual-review-instead-of-panel.ts'
import { askAboutTopUp } from './ask-about-top-up.ts'
import { checkEhcpWording } from './check-ehcp-wording.ts'
import { ehcpFundingAboveShare } from './ehcp-funding-above-share.ts'
import { isAProgrammePossible } from './is-a-programme-possible.ts'
import { partnershipAsSpecialistPlacement } from './partnership-as-specialist-placement.ts'
import { passEhcpFundingOn } from './pass-ehcp-funding-on.ts'
import { reviewClock } from './review-clock.ts'
import { schoolKeepsTheChildOnRoll } from './school-keeps-the-child-on-roll.ts'
import { specialistFunding } from './specialist-funding.ts'
import { topUpLastsOneYear } from './top-up-lasts-one-year.ts'

export const sendRules: readonly Rule[] = [
  topUpLastsOneYear,
  ehcpFundingAboveShare,
  askAboutTopUp,
  annualReviewInsteadOfPanel,
  passEhcpFundingOn,
  partnershipAsSpecialistPlacement,
  isAProgrammePossible,
  schoolKeepsTheChildOnRoll,
  checkEhcpWording,
  specialistFunding,
  reviewClock,
]
