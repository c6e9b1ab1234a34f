import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { spokenDay } from '../spoken.ts'

export const supplyEvidence: Rule = {
  id: 'QST-04',
  area: 'QST',
  title: 'Evidence will be asked for',
  statement:
    'The Virtual School may ask a school for evidence of the checks that its questionnaire speaks of.',
  binds: 'Commissioning school',
  test: 'Information while evidence has been requested on a returned form and is not supplied.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(pack, '10', 'VS officers will be asking for evidence of the quality assurance checks'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('questionnaire', ({ returnedDate, evidenceRequestedDate, evidenceSuppliedDate }, world) =>
      evidenceRequestedDate !== undefined &&
      world.happened(returnedDate) &&
      !world.happened(evidenceSuppliedDate)
        ? {
            level: 'info',
            values: { status: 'evidence-requested', task: 'supply-evidence' },
            message: `The Virtual School asked on ${spokenDay(evidenceRequestedDate)} for evidence of the checks. Supply it.`,
          }
        : undefined,
    ),
  ],
}
