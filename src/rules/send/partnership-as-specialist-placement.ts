import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const partnershipAsSpecialistPlacement: Rule = {
  id: 'SEN-06',
  area: 'SEN',
  title: 'A partnership as specialist placement',
  statement:
    'When an annual review concludes that the child needs a specialist placement, SENA may consider that the partnership could be it. Four points are then checked.',
  binds: 'SENA; co-ordinator',
  test: 'On a review that concludes a specialist placement with none recorded: open the checklist. On every specialist placement: SENA checks the law, since a partnership is not a school.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [cite(faq, '190', 'SENA may consider that a SEIP could be that specialist placement')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('annual-review', ({ conclusion, pupil }, world): Draft | undefined => {
      if (conclusion !== 'specialist-placement') return undefined
      if (world.by('specialistPlacements', 'pupil', pupil).length) return undefined
      return {
        level: 'info',
        values: { task: 'open-four-point-checklist' },
        message: 'The review concludes a specialist placement. Open the checklist of four points.',
      }
    }),
    on(
      'specialist-placement',
      (): Draft => ({
        level: 'info',
        values: { task: 'sena-legal-check' },
        message:
          'A partnership is not a school, and the child stays on a mainstream roll. Ask SENA to check that the plan can name it.',
      }),
    ),
  ],
}
