import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Pence, SpecialistPlacement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { specialistRate } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { commissionerName } from '../spoken.ts'
import type { World } from '../world.ts'
import { expectedByDays, expectedByMonths, specialistYear } from './specialist-year.ts'

export const specialistFunding: Rule = {
  id: 'SEN-10',
  area: 'SEN',
  title: 'The specialist funding has arrived',
  statement:
    'Check on the SENA sheets that the partnership receives what was agreed for a specialist placement, normally £25,500 a year.',
  binds: 'Co-ordinator; SENA',
  test: 'Compares what was received in the financial year with the agreed sum for the days or months of the placement in it. When a part year needs a basis that is not set, both sums are shown. Also says when the agreed rate is not the normal one.',
  basis: ['local-agreement'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [cite(faq, '198', 'normally £25.5k per annum')],
  parameters: [specialistRate],
  checkedOn: comparedOn,
  checks: [
    on('specialist-placement', (placement, world, law): readonly Draft[] => {
      const { agreedPencePerYear: agreed } = placement
      const period = specialistYear(placement, world)
      if (agreed === undefined || !period) return []
      return [
        ...normalRate(agreed, period.year.first, world, law),
        ...compared(placement, agreed, period, world),
      ]
    }),
  ],
}

type Period = NonNullable<ReturnType<typeof specialistYear>>

function normalRate(agreed: Pence, day: Period['first'], world: World, law: Law): readonly Draft[] {
  const normal = world.policy.specialistRatePence ?? law.value(specialistRate, day)
  if (agreed === normal) return []
  return [
    {
      level: 'info',
      amounts: { agreed, normal },
      values: { normalRate: false },
      message: `The agreed rate is ${pounds(agreed)} a year, not the normal ${pounds(normal)}.`,
    },
  ]
}

function compared(
  { receipts = [], partnership }: SpecialistPlacement,
  agreed: Pence,
  { year, first, last }: Period,
  world: World,
): readonly Draft[] {
  const inYear = receipts.filter(({ financialYear }) => financialYear === year.label)
  const received = inYear.length
    ? inYear.reduce((sum, { amountPence }) => sum + amountPence, 0)
    : undefined
  const byDays = expectedByDays(agreed, year, first, last)
  const byMonths = expectedByMonths(agreed, first, last)
  const values = { financialYear: year.label, partnership }
  const basis = world.policy.specialistFundingBasis
  const isWholeYear = first === year.first && last === year.last
  if (!isWholeYear && basis === undefined)
    return [
      {
        level: 'warning',
        amounts: { agreed, received, expectedByDays: byDays, expectedByMonths: byMonths },
        values: { ...values, unknown: 'funding-basis' },
        message: `The placement covers a part of ${year.label}: ${pounds(byDays)} by days or ${pounds(byMonths)} by months. Set how a part year is worked out.`,
      },
    ]
  const expected = isWholeYear ? agreed : basis === 'calendar-days' ? byDays : byMonths
  if (received === expected) return []
  const who = partnership ? commissionerName(partnership, world) : 'the partnership'
  const variance = received === undefined ? undefined : received - expected
  return [
    {
      level: variance !== undefined && variance < 0 ? 'warning' : 'info',
      amounts: { agreed, expected, received, variance },
      values,
      message: messageOf(who, expected, received, variance, year.label),
    },
  ]
}

function messageOf(
  who: string,
  expected: Pence,
  received: Pence | undefined,
  variance: Pence | undefined,
  year: string,
): string {
  if (received === undefined || variance === undefined)
    return `${pounds(expected)} is expected for ${who} in ${year}. Nothing is recorded from the SENA sheets yet.`
  const difference = pounds(Math.abs(variance))
  return variance < 0
    ? `${who} received ${pounds(received)} in ${year}, ${difference} less than agreed. Ask SENA.`
    : `${who} received ${pounds(received)} in ${year}, ${difference} more than agreed.`
}
