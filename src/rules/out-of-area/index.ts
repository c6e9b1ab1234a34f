import type { Rule } from '../rule.ts'
import { belowTierFour } from './below-tier-four.ts'
import { cityTakesOver } from './city-takes-over.ts'
import { homeAuthorityAboveShare } from './home-authority-above-share.ts'
import { needsRegardlessOfAddress } from './needs-regardless-of-address.ts'
import { referTierFourHome } from './refer-tier-four-home.ts'
import { sameTreatmentInSchool } from './same-treatment-in-school.ts'
import { schoolMeetsItsShare } from './school-meets-its-share.ts'

export const outOfAreaRules: readonly Rule[] = [
  schoolMeetsItsShare,
  homeAuthorityAboveShare,
  needsRegardlessOfAddress,
  belowTierFour,
  referTierFourHome,
  cityTakesOver,
  sameTreatmentInSchool,
]
