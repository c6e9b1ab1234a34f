import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'
import { missingProcedures } from './complete-documents.ts'

export const eightProcedures: Rule = {
  id: 'EVD-09',
  area: 'EVD',
  title: 'Eight safeguarding procedures',
  statement:
    'The safeguarding procedures cover allegations against staff, physical intervention, behaviour, attendance, online safety, substance misuse, anti-bullying and child sexual exploitation.',
  binds: 'Provider; commissioner before a start',
  test: 'Blocks for each of the eight that the recorded documents do not hold; the document then does not count as seen.',
  basis: ['council-expectation'],
  levels: ['high'],
  blocks: ['start-placement'],
  sources: [cite(pack, '117', 'Managing allegations against members of staff')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ id, evidence }, world) =>
      missingProcedures(evidence).map(procedure => ({
        level: 'high',
        blocks: ['start-placement'],
        values: { missing: procedure.id },
        message: `The safeguarding procedures of ${providerName(id, world)} have nothing on ${procedure.title}. Ask for it.`,
      })),
    ),
  ],
}
