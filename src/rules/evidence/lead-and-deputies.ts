import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'

export const leadAndDeputies: Rule = {
  id: 'EVD-10',
  area: 'EVD',
  title: 'Safeguarding lead and deputies',
  statement:
    'The safeguarding lead belongs to the senior team, and at least one deputy is named. The pack and the FAQ give the post two names: it is one.',
  binds: 'Provider; commissioner before a start',
  test: 'Blocks when no lead is known to be in the senior team, and when no deputy is known.',
  basis: ['council-expectation'],
  levels: ['high'],
  blocks: ['start-placement'],
  sources: [cite(pack, '120', 'who is part of the Senior Leadership Team'), cite(faq, '111')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ id, people = [] }, world) => {
      const name = providerName(id, world)
      const missing = (what: string, message: string): Draft => ({
        level: 'high',
        blocks: ['start-placement'],
        values: { missing: what },
        message,
      })
      const lead = people.some(
        ({ role, inSeniorLeadership }) =>
          role === 'safeguarding-lead' && inSeniorLeadership === true,
      )
      const deputy = people.some(({ role }) => role === 'deputy-safeguarding-lead')
      return [
        ...(lead
          ? []
          : [
              missing(
                'lead-in-senior-leadership',
                `${name} shows no safeguarding lead in its senior team. Ask who it is.`,
              ),
            ]),
        ...(deputy
          ? []
          : [missing('deputy', `${name} names no deputy safeguarding lead. Ask who it is.`)]),
      ]
    }),
  ],
}
