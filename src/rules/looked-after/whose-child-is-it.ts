import { comparedOn } from '../compared-on.ts'
import { lookedAfterOn } from '../counting/child.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { virtualSchoolHead } from '../sources/schools.ts'
import { cite, faq, pack } from '../sources.ts'
import { authorityName } from '../spoken.ts'

export const whoseChildIsIt: Rule = {
  id: 'LAC-01',
  area: 'LAC',
  title: 'Whose child is it?',
  statement:
    'First find out which authority looks after the child. That authority holds the duty, also for a child placed outside its area; how long the child has lived here does not decide.',
  binds: 'Co-ordinator',
  test: 'Speaks for every child looked after today: this authority’s or another’s. Warns when the authority is not known.',
  basis: ['law'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(virtualSchoolHead, 's.22(3A)'),
    cite(faq, '11', 'Is the Child a Leicestershire Child?'),
    cite(pack, '3, 10'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world): Draft | undefined => {
      if (!lookedAfterOn(pupil, world.today)) return undefined
      const authority = pupil.care?.authority
      if (authority === undefined)
        return {
          level: 'warning',
          values: { unknown: 'looking-after-authority' },
          message:
            'The child is looked after, but we do not know by which authority. Ask the school.',
        }
      return authority === world.authority
        ? {
            level: 'info',
            values: { route: 'own-authority' },
            message: 'The child is looked after by this authority. Its Virtual School leads.',
          }
        : {
            level: 'info',
            values: { route: 'other-authority' },
            message: `The child is looked after by another authority (${authorityName(authority)}), which keeps its duties.`,
          }
    }),
  ],
}
