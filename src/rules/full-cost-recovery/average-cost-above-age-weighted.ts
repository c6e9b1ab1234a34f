import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import { averagePupilCost } from '../parameters/money.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const averageCostAboveAgeWeighted: Rule = {
  id: 'FCR-04',
  area: 'FCR',
  title: 'What Average Pupil Cost is',
  statement:
    'Average Pupil Cost is most of the pupil-related funding of a school, and so higher than the age-weighted amount.',
  binds: 'Finance',
  test: 'A warning when the Average Pupil Cost entered is not higher than the age-weighted amount. Silent while one of them is not known.',
  basis: ['local-agreement'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(faq, '100', 'It is higher than the age weighted pupil funding'), cite(faq, '80')],
  parameters: [averagePupilCost],
  checkedOn: comparedOn,
  checks: [
    on('rate', ({ averagePupilCostPence, ageWeightedPence, financialYear }) =>
      averagePupilCostPence === undefined ||
      ageWeightedPence === undefined ||
      averagePupilCostPence > ageWeightedPence
        ? undefined
        : {
            level: 'warning',
            amounts: { averagePupilCost: averagePupilCostPence, ageWeighted: ageWeightedPence },
            message: `The Average Pupil Cost of ${financialYear}, ${pounds(averagePupilCostPence)}, should be higher than the age-weighted ${pounds(ageWeightedPence)}. Check both.`,
          },
    ),
  ],
}
