import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { workExperienceYear } from '../parameters/register.ts'
import { on, type Rule } from '../rule.ts'
import { workExperienceAct } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'

export const serveProgrammeGoals: Rule = {
  id: 'WEX-01',
  area: 'WEX',
  title: 'Work experience serves the goals of the programme',
  statement:
    'Work experience is justified when it helps the pupil back to full engagement, or on to employment, education or training after Year 11.',
  binds: 'Co-ordinator; schools',
  test: 'Stops a placement without a goal. Warns below Year 10, where the law does not allow work experience.',
  basis: ['local-agreement', 'law'],
  levels: ['warning', 'high'],
  blocks: ['record-work-experience'],
  sources: [
    cite(faq, '170', 'Work experience can be justified if it contributes to those goals'),
    cite(workExperienceAct, 's.560'),
  ],
  parameters: [workExperienceYear],
  checkedOn: comparedOn,
  checks: [
    on('work-experience', ({ pupil, goal }, world, law): readonly Draft[] => {
      const yearGroup = world.pupil(pupil)?.yearGroup
      const tooYoung =
        yearGroup !== undefined && yearGroup < law.value(workExperienceYear, world.today)
      return [
        ...(goal ? [] : [noGoal]),
        ...(tooYoung
          ? [
              {
                level: 'warning',
                basis: 'law',
                values: { yearGroup },
                message: `The pupil is in Year ${yearGroup}. Work experience is for Years 10 and 11: check section 560.`,
              } satisfies Draft,
            ]
          : []),
      ]
    }),
  ],
}

const noGoal: Draft = {
  level: 'high',
  blocks: ['record-work-experience'],
  values: { missing: 'goal' },
  message: 'Record what the work experience is for: re-engagement, or the step after Year 11.',
}
