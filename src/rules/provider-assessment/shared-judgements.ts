import { comparedOn } from '../compared-on.ts'
import { isUser } from '../counting/commissioning.ts'
import type { Assessment, Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { commissionerName, providerName, sentence } from '../spoken.ts'
import type { World } from '../world.ts'

export const sharedJudgements: Rule = {
  id: 'QAV-05',
  area: 'QAV',
  title: 'Shared judgements',
  statement:
    'An assessment may be shared with other commissioners. It counts for one that has adopted it, and only then.',
  binds: 'Commissioner with whom it was shared',
  test: 'Information for each commissioner that uses the provider, with whom the assessment was shared, and that has not adopted it.',
  basis: ['design'],
  levels: ['info'],
  blocks: [],
  sources: [cite(ourDesign), cite(faq, '144', 'have their own quality assurance process in place')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('assessment', ({ provider, assessment }, world) => invite(provider, assessment, world)),
  ],
}

function invite(provider: Provider, assessment: Assessment, world: World): Draft[] {
  if (!world.happened(assessment.date)) return []
  const adopted = new Set(
    (assessment.adoptions ?? [])
      .filter(({ date }) => world.happened(date))
      .map(({ commissioner }) => commissioner),
  )
  return [...new Set(assessment.sharedWith)]
    .filter(
      commissioner =>
        commissioner !== assessment.commissioner &&
        !adopted.has(commissioner) &&
        isUser(commissioner, provider.id, world),
    )
    .map(commissioner => ({
      level: 'info',
      values: { commissioner, task: 'adopt' },
      message: sentence(
        `${commissionerName(assessment.commissioner, world)} has shared its assessment of ${providerName(provider.id, world)} with ${commissionerName(commissioner, world)}, which may adopt it.`,
      ),
    }))
}
