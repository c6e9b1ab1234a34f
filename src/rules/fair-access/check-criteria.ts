import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { outOfEducation } from '../parameters/fair-access.ts'
import { on, type Rule } from '../rule.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { eligibilityOf, type Ineligible, isOpenCase } from './eligibility.ts'

export const checkCriteria: Rule = {
  id: 'FA-01',
  area: 'FA',
  title: 'Check criteria on receipt',
  statement:
    'On a referral from School Admissions check that the child really meets the Fair Access criteria. In doubt ask the Fair Access adviser; otherwise the case goes back.',
  binds: 'Co-ordinator',
  test: 'Stops a case that is not eligible: an EHCP, looked after, a category not on the Code’s list, a suitable place refused, ordinary in-year admission not tried, or less than four weeks out of education. Warns of each answer that is missing.',
  basis: ['statutory-guidance'],
  levels: ['warning', 'high'],
  blocks: ['list-at-panel', 'issue-decision'],
  sources: [
    cite(fairAccessCategories, '3.17 (a) to (m)'),
    cite(faq, '63', 'check that the child really meets the Fair Access Criteria'),
  ],
  parameters: [outOfEducation],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world, law): Draft | readonly Draft[] | undefined => {
      if (!isOpenCase(facts, world)) return undefined
      const eligibility = eligibilityOf(facts, world, law)
      if (eligibility.eligible === 'yes') return undefined
      if (eligibility.eligible === 'no')
        return {
          level: 'high',
          blocks: ['list-at-panel', 'issue-decision'],
          values: { eligible: 'no', reason: eligibility.reason, returnTo: 'school-admissions' },
          message: `Not a Fair Access case: ${because[eligibility.reason]}. Return it to School Admissions.`,
        }
      return eligibility.unknown.map(unknown => ({
        level: 'warning',
        values: { eligible: 'doubt', unknown, task: 'ask-fair-access-adviser' },
        message: `We do not know ${questions[unknown]}. Ask School Admissions, or the Fair Access adviser.`,
      }))
    }),
  ],
}

const because: Readonly<Record<Ineligible, string>> = {
  ehcp: 'the child has an EHCP',
  'looked-after': 'the child is looked after',
  category: 'the category is not on the Code’s list',
  'suitable-place-refused': 'a suitable place was offered and not accepted',
  'in-year-measures-not-tried': 'ordinary in-year admission was not tried first',
  'less-than-four-weeks': 'the child had been out of education for less than four weeks',
}

const questions: Readonly<Record<string, string>> = {
  category: 'which category of the Code applies',
  'in-year-measures': 'whether ordinary in-year admission was tried first',
  'out-of-education-from': 'since when the child has been out of education',
}
