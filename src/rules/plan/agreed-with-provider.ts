import { comparedOn } from '../compared-on.ts'
import { isLive } from '../counting/placement-days.ts'
import type { Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { monitoringVisitInterval } from '../parameters/plan.ts'
import { on, type Rule } from '../rule.ts'
import { cite, ourDesign, pack } from '../sources.ts'
import { providerName, spokenCount, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { schoolDaysSince } from './days-since.ts'
import { partsMissing } from './placement-gates.ts'

export const agreedWithProvider: Rule = {
  id: 'PLN-07',
  area: 'PLN',
  title: 'Objectives agreed in writing with the provider',
  statement:
    'The provider has agreed the objectives in writing, and the placement is monitored by frequent visits.',
  binds: 'Commissioner',
  test: 'Without the provider’s written agreement: a breach while live, a warning before. By our own default also a warning when more than 30 school days have passed since the last visit, or since the start. Days that the calendar cannot tell are said to be unknown, unless the known ones are enough.',
  basis: ['council-expectation', 'design'],
  levels: ['breach', 'warning'],
  blocks: [],
  sources: [
    cite(pack, '58', 'agreed with providers, set out in writing and regularly monitored'),
    cite(ourDesign),
  ],
  parameters: [monitoringVisitInterval],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world, law) => [
      ...partsMissing(placement, world, [
        [
          'provider-agreement',
          world.happened(placement.plan?.providerAgreedDate) !== undefined,
          `${providerName(placement.provider, world)} has not agreed the objectives in writing. Ask it to.`,
        ],
      ]),
      ...visit(placement, world, law),
    ]),
  ],
}

function visit(placement: Placement, world: World, law: Law): Draft[] {
  if (!isLive(placement, world)) return []
  const limit = law.value(monitoringVisitInterval, world.today)
  const { days, complete, since } = schoolDaysSince(
    placement,
    ({ kind }) => kind === 'visit',
    world,
  )
  if (days > limit)
    return [
      {
        level: 'warning',
        basis: 'design',
        values: { missing: 'visit', schoolDays: days },
        message: `No visit to ${providerName(placement.provider, world)} since ${spokenDay(since)}, more than ${spokenCount(limit, 'school day')} ago. Arrange one.`,
      },
    ]
  if (complete) return []
  return [
    {
      level: 'warning',
      basis: 'design',
      values: { missing: 'visit', unknown: 'calendar' },
      message:
        'Whether a visit is due cannot be told: the school calendar does not reach far enough.',
    },
  ]
}
