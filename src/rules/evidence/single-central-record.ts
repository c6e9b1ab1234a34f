import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'
import { type Blank, blanksOfRecord } from './complete-documents.ts'

export const singleCentralRecord: Rule = {
  id: 'EVD-08',
  area: 'EVD',
  title: 'Single central record',
  statement:
    'The record of staff and their checks states how many staff there are, and how many are first-aiders.',
  binds: 'Provider; commissioner before a start',
  test: 'Blocks for each of the two numbers that a recorded single central record leaves blank; the document then does not count as seen. Nought is a number.',
  basis: ['council-expectation'],
  levels: ['high'],
  blocks: ['start-placement'],
  sources: [cite(pack, '102', 'including first aid qualified, how many staff')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ id, evidence }, world) =>
      blanksOfRecord(evidence).map(missing => ({
        level: 'high',
        blocks: ['start-placement'],
        values: { missing },
        message: `The single central record of ${providerName(id, world)} does not say how many ${whom[missing]} there are. Ask, and record the number.`,
      })),
    ),
  ],
}

const whom: Record<Blank, string> = { 'staff-count': 'staff', 'first-aider-count': 'first-aiders' }
