import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, pack } from '../sources.ts'
import { isCountyTrained, trainingsOf } from './training.ts'

export const someTrainingShown: Rule = {
  id: 'SAF-03',
  area: 'SAF',
  title: 'Training by others than the County is tolerable if shown',
  statement:
    'A partnership may go on with a provider that cannot show training by the County, but must be convinced that some training was done.',
  binds: 'Commissioners; providers',
  test: 'Stops new placements when nobody is shown to have been trained. To know: nobody was trained by the County.',
  basis: ['local-agreement'],
  levels: ['info', 'high'],
  blocks: ['start-placement'],
  sources: [
    cite(faq, '111', 'but you must be convinced that they have done some training'),
    cite(pack, '126'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ people = [] }, world): Draft | undefined => {
      if (people.some(person => isCountyTrained(person, world))) return undefined
      if (people.some(person => trainingsOf(person, world).length))
        return {
          level: 'info',
          values: { training: 'other' },
          message:
            'People here were trained by others than the County. Be sure that the training was good.',
        }
      return {
        level: 'high',
        blocks: ['start-placement'],
        values: { training: 'none' },
        message: 'No safeguarding training of anyone is shown. No placement may start.',
      }
    }),
  ],
}
