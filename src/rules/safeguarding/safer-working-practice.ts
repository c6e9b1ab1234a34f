import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { saferWorkingPractice } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'

export const saferWorkingPracticeAdopted: Rule = {
  id: 'SAF-05',
  area: 'SAF',
  title: 'Safer working practice',
  statement:
    'The guidance for safer working practice sets out how staff are expected to deal with pupils.',
  binds: 'Providers',
  test: 'To know: its adoption is not on record.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '113', 'Guidance for Safe Working Practice in Education Settings Feb 2022'),
    cite(saferWorkingPractice),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ saferWorkingPracticeDate }, world): Draft | undefined =>
      world.happened(saferWorkingPracticeDate)
        ? undefined
        : {
            level: 'info',
            values: { missing: 'safer-working-practice' },
            message:
              'Ask the provider whether it has adopted the guidance for safer working practice.',
          },
    ),
  ],
}
