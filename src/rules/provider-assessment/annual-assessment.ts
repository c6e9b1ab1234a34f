import { addMonths, type IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { type Use, usesOf } from '../counting/commissioning.ts'
import { dueBy } from '../counting/due.ts'
import { latestAudit } from '../counting/latest-audit.ts'
import type { Id } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { assessmentInterval, auditAssesses } from '../parameters/assessment.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, pack } from '../sources.ts'
import { commissionerName, providerName, sentence, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { latestAssessment } from './latest-assessment.ts'

export const annualAssessment: Rule = {
  id: 'QAV-01',
  area: 'QAV',
  title: 'Annual assessment',
  statement: 'Every commissioner assesses the quality of each provider that it uses once a year.',
  binds: 'Commissioner',
  test: 'For each commissioner with a current or coming placement: its latest own or adopted assessment and twelve months. Information up to that day, a breach after it. Never assessed is a breach while a placement is live. An adopted assessment counts from the day it was made; a local list counts for nothing.',
  basis: ['council-expectation'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [
    cite(pack, '162', 'required to make annual assessments of the quality of provision'),
    cite(faq, '136, 172'),
  ],
  parameters: [assessmentInterval, auditAssesses],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ id }, world, law) =>
      usesOf(id, world).flatMap(use => judge(id, use, world, law)),
    ),
  ],
}

function judge(provider: Id, { commissioner, liveSince }: Use, world: World, law: Law): Draft[] {
  const who = commissionerName(commissioner, world)
  const whom = providerName(provider, world)
  const latest = latestOf(
    latestAssessment(provider, commissioner, world),
    law.value(auditAssesses, world.today)
      ? latestAudit(world.provider(provider), world)
      : undefined,
  )
  if (latest === undefined)
    return liveSince === undefined
      ? []
      : [
          {
            level: 'breach',
            values: { commissioner, neverAssessed: true },
            message: sentence(
              `${who} has never assessed ${whom}, where it has a pupil. Assess it.`,
            ),
          },
        ]
  const next = addMonths(latest, law.value(assessmentInterval, world.today))
  const { due, overdueDays, isOverdue } = dueBy(next, world)
  return [
    {
      level: isOverdue ? 'breach' : 'info',
      due,
      overdueDays,
      values: { commissioner },
      message: sentence(
        isOverdue
          ? `${who} should have assessed ${whom} again by ${spokenDay(next)}. Assess it.`
          : `${who} is to assess ${whom} again by ${spokenDay(next)}.`,
      ),
    },
  ]
}

const latestOf = (a: IsoDate | undefined, b: IsoDate | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a
