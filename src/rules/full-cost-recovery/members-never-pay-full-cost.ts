import type { IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { membershipOn } from '../counting/membership.ts'
import type { Invoice } from '../facts.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { schoolName } from '../spoken.ts'
import type { World } from '../world.ts'
import { programmeDay } from './money-cases.ts'

export const membersNeverPayFullCost: Rule = {
  id: 'FCR-01',
  area: 'FCR',
  title: 'Members never pay full cost',
  statement:
    'A member school is not asked for the full cost of provision, neither after a permanent exclusion nor for programme management.',
  binds: 'Partnership',
  test: 'Blocks a full-cost invoice to a school that was a member on the day of the case: the decision of the exclusion, the decision or else the start of the programme. An invoice that names no case we know is judged on the day it was sent, or today. Silent while membership is not known.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['send-invoice'],
  sources: [cite(faq, '80', 'will not be asked to pay the full cost of Provision')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('invoice', (invoice, world) => {
      if (invoice.kind !== 'full-cost') return undefined
      if (membershipOn(invoice.school, caseDay(invoice, world), world).kind !== 'member')
        return undefined
      return {
        level: 'high',
        blocks: ['send-invoice'],
        values: { member: true },
        message: `${schoolName(invoice.school, world)} was a member on the day of the case. Members are not asked for the full cost: use the local charge.`,
      }
    }),
  ],
}

function caseDay(invoice: Invoice, world: World): IsoDate {
  const exclusion = world.exclusion(invoice.exclusion)
  if (exclusion) return exclusion.decisionDate
  const programme = world.programme(invoice.programme)
  if (programme) return programmeDay(programme)
  return world.happened(invoice.sentDate) ?? world.today
}
