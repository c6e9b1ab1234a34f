import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { missingEducation } from '../sources/schools.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { deciderOf, isOpen } from './deciding-school.ts'

export const childOnNoRoll: Rule = {
  id: 'RTE-08',
  area: 'RTE',
  title: 'A child on no roll goes back to Admissions',
  statement:
    'The FAQ gives no rule for a child on no roll who is neither excluded nor a Fair Access case. Such a referral goes back to School Admissions.',
  binds: 'Co-ordinator',
  test: 'Warns when the child is known to be on no roll on the day of the referral, was not permanently excluded and has no open Fair Access case.',
  basis: ['design'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(ourDesign, 'a gap in the FAQ; local policy needed'),
    cite(faq, '17', 'the Admissions Process is completed'),
    cite(missingEducation),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('referral', (referral, world): Draft | undefined => {
      if (!isOpen(referral, world)) return undefined
      if (deciderOf(referral, world).by !== 'no-roll') return undefined
      const cases = world.by('fairAccessCases', 'pupil', referral.pupil)
      if (cases.some(({ closedDate }) => !world.happened(closedDate))) return undefined
      return {
        level: 'warning',
        values: { returnTo: 'school-admissions' },
        message: 'The child is on no roll. Return the referral to School Admissions.',
      }
    }),
  ],
}
