import { addMonths, type IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { recordsOf } from '../counting/commissioner-records.ts'
import { type Use, usesOf } from '../counting/commissioning.ts'
import { dueBy } from '../counting/due.ts'
import type { Id } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { siteVisitInterval } from '../parameters/assessment.ts'
import { on, type Rule } from '../rule.ts'
import { cite, ourDesign, pack } from '../sources.ts'
import { commissionerName, providerName, sentence, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const regularVisits: Rule = {
  id: 'QAV-03',
  area: 'QAV',
  title: 'Regular visits, ongoing judgement',
  statement:
    'Every commissioner visits each provider that it uses regularly: by our default once in four months.',
  binds: 'Commissioner',
  test: 'For each commissioner with a live placement: a warning when its own last visit, or else the start of its first live placement, is more than four months ago.',
  basis: ['design'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(ourDesign), cite(pack, '38', 'should complete regular site visits')],
  parameters: [siteVisitInterval],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ id }, world, law) =>
      usesOf(id, world).flatMap(use => judge(id, use, world, law)),
    ),
  ],
}

function judge(provider: Id, { commissioner, liveSince }: Use, world: World, law: Law): Draft[] {
  if (liveSince === undefined) return []
  const last = lastVisit(provider, commissioner, world)
  const next = addMonths(last ?? liveSince, law.value(siteVisitInterval, world.today))
  const { due, overdueDays, isOverdue } = dueBy(next, world)
  if (!isOverdue) return []
  const who = commissionerName(commissioner, world)
  const whom = providerName(provider, world)
  return [
    {
      level: 'warning',
      due,
      overdueDays,
      values: { commissioner },
      message: sentence(
        last === undefined
          ? `${who} has never visited ${whom}, and was to visit by ${spokenDay(next)}.`
          : `${who} last visited ${whom} on ${spokenDay(last)}, and was to visit again by ${spokenDay(next)}.`,
      ),
    },
  ]
}

function lastVisit(provider: Id, commissioner: Id, world: World): IsoDate | undefined {
  let last: IsoDate | undefined
  for (const { date } of recordsOf(provider, commissioner, world).visits) {
    const day = world.happened(date)
    if (day !== undefined && (last === undefined || day > last)) last = day
  }
  return last
}
