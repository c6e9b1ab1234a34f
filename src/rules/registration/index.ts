import type { Rule } from '../rule.ts'
import { commissionerChecks } from './commissioner-checks.ts'
import { inspectionsLookAtProvision } from './inspections-look-at-provision.ts'
import { mustRegister } from './must-register.ts'
import { notInspected } from './not-inspected.ts'
import { penalty } from './penalty.ts'
import { registeredWithWhom } from './registered-with-whom.ts'
import { whatFullTimeMeans } from './what-full-time-means.ts'

export const registrationRules: readonly Rule[] = [
  mustRegister,
  penalty,
  notInspected,
  commissionerChecks,
  inspectionsLookAtProvision,
  registeredWithWhom,
  whatFullTimeMeans,
]
