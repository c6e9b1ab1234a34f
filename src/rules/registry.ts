import { evidenceRules } from './evidence/index.ts'
import { fairAccessRules } from './fair-access/index.ts'
import { fullCostRecoveryRules } from './full-cost-recovery/index.ts'
import { helpDeskRules } from './help-desk/index.ts'
import { lookedAfterRules } from './looked-after/index.ts'
import { managedMovesRules } from './managed-moves/index.ts'
import { offSiteDirectionRules } from './off-site-direction/index.ts'
import { ofstedRules } from './ofsted/index.ts'
import { outOfAreaRules } from './out-of-area/index.ts'
import { planRules } from './plan/index.ts'
import { providerAssessmentRules } from './provider-assessment/index.ts'
import { questionnaireRules } from './questionnaire/index.ts'
import { registrationRules } from './registration/index.ts'
import { rollRules } from './roll/index.ts'
import { routingRules } from './routing/index.ts'
import type { AreaCode, Rule } from './rule.ts'
import { safeguardingRules } from './safeguarding/index.ts'
import { sendRules } from './send/index.ts'
import { substantialRules } from './substantial/index.ts'
import { workExperienceRules } from './work-experience/index.ts'

export type Area = {
  readonly code: AreaCode
  readonly title: string
  readonly rules: readonly Rule[]
}

/** The rulebook, in a child’s way through it. */
export const areas: readonly Area[] = [
  { code: 'RTE', title: 'Routing and the responsible partnership', rules: routingRules },
  { code: 'LAC', title: 'Looked-after children', rules: lookedAfterRules },
  { code: 'FA', title: 'Fair Access', rules: fairAccessRules },
  {
    code: 'FCR',
    title: 'Full cost recovery and average pupil funding',
    rules: fullCostRecoveryRules,
  },
  { code: 'MMV', title: 'Managed moves', rules: managedMovesRules },
  { code: 'OSD', title: 'Off-site direction', rules: offSiteDirectionRules },
  { code: 'ROL', title: 'The roll and the register', rules: rollRules },
  { code: 'OOA', title: 'Children of other authorities', rules: outOfAreaRules },
  { code: 'ILL', title: 'Substantial alternative provision', rules: substantialRules },
  { code: 'REG', title: 'Registration of the provider', rules: registrationRules },
  { code: 'WEX', title: 'Work experience', rules: workExperienceRules },
  { code: 'SEN', title: 'SENA top-up and EHCP', rules: sendRules },
  { code: 'SAF', title: 'Safeguarding training', rules: safeguardingRules },
  { code: 'EVD', title: 'Provider evidence and insurance', rules: evidenceRules },
  { code: 'PLN', title: 'Individual plan and monitoring', rules: planRules },
  { code: 'QAV', title: 'Provider assessment and visits', rules: providerAssessmentRules },
  { code: 'QST', title: 'Questionnaire for commissioners', rules: questionnaireRules },
  { code: 'OFS', title: 'Evidence for Ofsted', rules: ofstedRules },
  { code: 'HLP', title: 'The question desk', rules: helpDeskRules },
]

export const allRules: readonly Rule[] = areas.flatMap(area => area.rules)

const byId = new Map(allRules.map(rule => [rule.id, rule]))

export const ruleCalled = (id: string): Rule | undefined => byId.get(id)
