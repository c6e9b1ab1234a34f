import { comparedOn } from '../compared-on.ts'
import { registrationsOn } from '../counting/rolls.ts'
import type { Referral } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'
import { deciderOf, isOpen, referringSchool } from './deciding-school.ts'

export const aSchoolRefers: Rule = {
  id: 'RTE-07',
  area: 'RTE',
  title: 'Referral is the school’s judgement',
  statement:
    'After admission the school refers the child to the partnership if it judges it necessary. Fair Access cases come from School Admissions instead.',
  binds: 'Schools; co-ordinator',
  test: 'Stops a referral that was not made by a school with the child on its roll, or by the excluding school. Silent while a school refers and the rolls are not known.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['accept-referral'],
  sources: [
    cite(faq, '17', 'The School then makes a referral to the Partnership'),
    cite(faq, '63'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('referral', check)],
}

function check(referral: Referral, world: World): Draft | undefined {
  if (!isOpen(referral, world)) return undefined
  const school = referringSchool(referral)
  if (school === undefined) return stop(referral)
  const decider = deciderOf(referral, world)
  if (decider.by === 'exclusion' && decider.school === school) return undefined
  const rolls = registrationsOn(world.pupil(referral.pupil), referral.referredDate)
  if (!rolls || rolls.some(roll => roll.school === school)) return undefined
  return {
    ...stop(referral),
    values: { referredBy: 'school', onRoll: false },
    message:
      'The school that refers does not hold the child on its roll. Ask the school of roll to refer.',
  }
}

function stop({ referredBy }: Referral): Draft {
  const kind = referredBy?.type
  return {
    level: 'high',
    blocks: ['accept-referral'],
    values: { referredBy: kind ?? 'unknown' },
    message:
      kind === undefined || kind === 'school'
        ? 'We do not know which school refers. Only a school with the child on roll can.'
        : 'Only a school with the child on roll can refer. Ask that school whether it wants to.',
  }
}
