import { comparedOn } from '../compared-on.ts'
import type { Exclusion, Invoice } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { relevantDateBasis, relevantSchoolDay } from '../parameters/money.ts'
import { on, type Rule } from '../rule.ts'
import {
  governorsUpheldPractice,
  relevantDateKnowledge,
  reviewRightsPractice,
} from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { isReinstated } from './money-cases.ts'
import { type RelevantDate, relevantDateOf } from './relevant-date.ts'

export const relevantDateRule: Rule = {
  id: 'FCR-09',
  area: 'FCR',
  title: 'The relevant date',
  statement:
    'Weeks are counted from the relevant date. Three practices are found: the sixth school day, the day of the exclusion, and the day the governors upheld it. The one used is recorded on the invoice.',
  binds: 'Finance and partnership',
  test: 'Exclusion: information with the relevant date, or a warning when it is not known; nothing is invoiced until the review window is closed or waived. Invoice: a warning when one that was sent for an exclusion does not record its basis.',
  basis: ['law'],
  levels: ['info', 'warning'],
  blocks: ['send-invoice'],
  sources: [
    cite(relevantDateKnowledge),
    cite(faq, '86'),
    cite(governorsUpheldPractice),
    cite(reviewRightsPractice),
  ],
  parameters: [relevantDateBasis, relevantSchoolDay],
  checkedOn: comparedOn,
  checks: [on('exclusion', show), on('invoice', basisOfSentInvoice)],
}

function show(exclusion: Exclusion, world: World, law: Law): Draft | undefined {
  if (isReinstated(exclusion, world)) return undefined
  const relevant = relevantDateOf(exclusion, world, law)
  const isOpen = world.happened(exclusion.reviewWindowClosedDate) === undefined
  const wait = isOpen ? ' Send no invoice until the review window is closed or waived.' : ''
  return {
    level: relevant.unknown === undefined ? 'info' : 'warning',
    blocks: isOpen ? ['send-invoice'] : [],
    values: { relevantDate: relevant.date, basis: relevant.basis, unknown: relevant.unknown },
    message: `${said(relevant)}${wait}`,
  }
}

function said({ date, unknown, basis }: RelevantDate): string {
  if (date !== undefined) return `Weeks are counted from ${spokenDay(date)}, ${names[basis]}.`
  return unknown === 'calendar'
    ? 'The relevant date is not known: the term dates do not reach the sixth school day.'
    : 'The relevant date is not known: record the day on which the governors upheld the exclusion.'
}

const names = {
  'sixth-school-day': 'the sixth school day after the decision',
  'exclusion-date': 'the day of the decision',
  'governors-upheld-date': 'the day on which the governors upheld it',
} as const

function basisOfSentInvoice(invoice: Invoice, world: World): Draft | undefined {
  if (invoice.exclusion === undefined || invoice.relevantDateBasis !== undefined) return undefined
  if (!world.happened(invoice.sentDate)) return undefined
  const exclusion = world.exclusion(invoice.exclusion)
  if (exclusion && isReinstated(exclusion, world)) return undefined
  return {
    level: 'warning',
    values: { missing: 'relevant-date-basis' },
    message:
      'The invoice does not say from which day its weeks were counted. Record the basis, so that it can be worked out again.',
  }
}
