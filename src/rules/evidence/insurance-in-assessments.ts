import { comparedOn } from '../compared-on.ts'
import { recordsOf } from '../counting/commissioner-records.ts'
import { isUser } from '../counting/commissioning.ts'
import type { Assessment, Provider } from '../facts.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'
import type { World } from '../world.ts'

export const insuranceInAssessments: Rule = {
  id: 'EVD-14',
  area: 'EVD',
  title: 'Ask for insurance in every assessment',
  statement: 'Every quality assurance of a provider asks for proof of the right insurance.',
  binds: 'Commissioner',
  test: 'A warning when a commissioner’s latest assessment of a provider that it uses does not record that the insurance was checked.',
  basis: ['council-expectation'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(pack, '5', 'as part of any quality assurance process')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('assessment', ({ provider, assessment }, world) =>
      assessment.insuranceChecked !== true && isLatestOfUser(assessment, provider, world)
        ? {
            level: 'warning',
            values: { missing: 'insurance-check' },
            message: `The assessment of ${providerName(provider.id, world)} does not say that the insurance was checked. Check it, and complete the record.`,
          }
        : undefined,
    ),
  ],
}

function isLatestOfUser(assessment: Assessment, provider: Provider, world: World): boolean {
  const { commissioner, date } = assessment
  if (!world.happened(date) || !isUser(commissioner, provider.id, world)) return false
  const key = (other: Assessment) => `${other.date} ${other.id}`
  return recordsOf(provider.id, commissioner, world)
    .assessments.filter(other => world.happened(other.date))
    .every(other => key(other) <= key(assessment))
}
