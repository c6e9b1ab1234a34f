import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { newSection92 } from '../sources/provision.ts'
import { cite, faq } from '../sources.ts'
import { providerName } from '../spoken.ts'
import { headCountAt } from './head-count.ts'
import { limitParameters } from './tests.ts'

export const broadCurriculum: Rule = {
  id: 'ILL-08',
  area: 'ILL',
  title: 'Especially broad curricula',
  statement:
    'The substantial part matters most at a provider with a broad and general offer, which looks most like a school.',
  binds: 'Every commissioner of the provider',
  test: 'Speaks when an unregistered provider of broad curriculum has at least one substantial pupil. Its warnings of days, hours and majority are raised to high; the head-count is not.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [cite(faq, '166', 'a broad and more general range'), cite(newSection92)],
  parameters: limitParameters,
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ id, curriculumBreadth }, world, law) =>
      curriculumBreadth === 'broad' && headCountAt(id, world, law).pupils.length > 0
        ? {
            level: 'info',
            values: { curriculumBreadth },
            message: `${providerName(id, world)} teaches a broad curriculum, so a substantial part there weighs more.`,
          }
        : undefined,
    ),
  ],
}
