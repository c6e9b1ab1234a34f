import type { Rule } from '../rule.ts'
import { ehcpNeedsTheAuthority } from './ehcp-needs-the-authority.ts'
import { localProtocol } from './local-protocol.ts'
import { notATrial } from './not-a-trial.ts'
import { purposeWithoutPressure } from './purpose-without-pressure.ts'
import { threeWayAgreement } from './three-way-agreement.ts'

export const managedMovesRules: readonly Rule[] = [
  threeWayAgreement,
  notATrial,
  localProtocol,
  purposeWithoutPressure,
  ehcpNeedsTheAuthority,
]
