import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { unbrokenAbsence } from '../parameters/register.ts'
import { on, type Rule } from '../rule.ts'
import { twentyDayGround } from '../sources/register.ts'
import { missingEducation } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { spokenCount } from '../spoken.ts'
import { absenceTest, gate } from './grounds.ts'

export const twentyDayGroundTest: Rule = {
  id: 'ROL-04',
  area: 'ROL',
  title: 'The 20-day ground',
  statement:
    'A name may be deleted after at least 20 school days of unbroken absence, all coded G, N or O, with no reason to believe sickness or an unavoidable cause, when school and authority together could not find the child.',
  binds: 'Schools; the authority',
  test: 'Counts school days back from the day judged. One finding for each condition that is not shown; an answer not given is not shown.',
  basis: ['law'],
  levels: ['info', 'high', 'breach'],
  blocks: ['remove-from-roll'],
  sources: [
    cite(twentyDayGround, 'reg 9(1)(i)'),
    cite(missingEducation, 'joint enquiries'),
    cite(faq, '117', 'been genuinely missing before the school can act'),
  ],
  parameters: [unbrokenAbsence],
  checkedOn: comparedOn,
  checks: [
    on('removal', (removal, world, law): readonly Draft[] => {
      const test = absenceTest(removal, world, law)
      if (!test) return []
      const { days, failed } = test
      if (failed.length === 0)
        return [
          {
            level: 'info',
            values: { available: true, schoolDaysAbsent: days },
            message: `The ground is available: ${spokenCount(days, 'school day')} of unbroken absence.`,
          },
        ]
      return failed.map(reason =>
        gate(
          removal,
          world,
          { available: false, failed: reason, schoolDaysAbsent: days },
          because[reason]?.(days) ?? '',
        ),
      )
    }),
  ],
}

const because: Readonly<Record<string, (days: number) => string>> = {
  'fewer-than-20-school-days': days =>
    `Only ${spokenCount(days, 'school day')} of unbroken absence coded G, N or O can be shown; 20 are needed.`,
  'sickness-not-excluded': () =>
    'It has not been recorded that there is no reason to believe sickness or an unavoidable cause.',
  'joint-enquiries': () => 'School and authority have not completed their enquiries together.',
}
