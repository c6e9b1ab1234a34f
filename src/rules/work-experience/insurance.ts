import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Draft } from '../finding.ts'
import { employersLiabilityInLaw } from '../parameters/insurance.ts'
import { on, type Rule } from '../rule.ts'
import { workExperienceInsurance } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'

export const workExperienceCover: Rule = {
  id: 'WEX-04',
  area: 'WEX',
  title: 'Employers’ liability covers the pupil',
  statement:
    'The employers’ liability insurance of the host must cover the pupil, who counts as an employee.',
  binds: 'The host; co-ordinator',
  test: 'Stops a placement at a host that employs people, or may, while no cover of the legal minimum is recorded.',
  basis: ['law'],
  levels: ['high'],
  blocks: ['record-work-experience'],
  sources: [
    cite(workExperienceInsurance),
    cite(faq, '172', 'needs to be checked through the LEBC process'),
  ],
  parameters: [employersLiabilityInLaw],
  checkedOn: comparedOn,
  checks: [
    on('work-experience', ({ host }, world, law): Draft | undefined => {
      if (host?.employsAnyone === false) return undefined
      const cover = host?.employersLiabilityPence
      const minimum = law.value(employersLiabilityInLaw, world.today)
      if (cover !== undefined && cover >= minimum) return undefined
      return {
        level: 'high',
        blocks: ['record-work-experience'],
        amounts: { cover, minimum },
        values: { missing: 'employers-liability' },
        message:
          cover === undefined
            ? `No certificate of employers’ liability is recorded. The law asks for ${pounds(minimum)}.`
            : `The employers’ liability cover of ${pounds(cover)} is below the legal ${pounds(minimum)}.`,
      }
    }),
  ],
}
