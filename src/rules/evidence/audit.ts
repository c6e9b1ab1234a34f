import { addMonths } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { isUsedByPartnership } from '../counting/commissioning.ts'
import { dueBy } from '../counting/due.ts'
import { latestAudit } from '../counting/latest-audit.ts'
import type { Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { auditInterval } from '../parameters/assessment.ts'
import { on, type Rule } from '../rule.ts'
import { partnershipAdvice } from '../sources/provision.ts'
import { cite, faq } from '../sources.ts'
import { providerName, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const audit: Rule = {
  id: 'EVD-13',
  area: 'EVD',
  title: 'The LEBC audit as the partnerships’ evidence',
  statement:
    'Partnerships rely on a full LEBC audit of their providers. It is not older than twelve months, and being listed does not show one.',
  binds: 'Partnership',
  test: 'A warning when the latest audit is more than twelve months old, or when a partnership with a current or coming placement has none to rely on.',
  basis: ['local-agreement'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(faq, '172', 'the full audit required of our alternative providers'),
    cite(partnershipAdvice),
  ],
  parameters: [auditInterval],
  checkedOn: comparedOn,
  checks: [on('provider', judge)],
}

function judge(provider: Provider, world: World, law: Law): Draft | undefined {
  const name = providerName(provider.id, world)
  const latest = latestAudit(provider, world)
  if (latest === undefined)
    return isUsedByPartnership(provider.id, world)
      ? {
          level: 'warning',
          values: { audit: 'none' },
          message: `No LEBC audit of ${name} is recorded, and a partnership uses it. Ask for the audit.`,
        }
      : undefined
  const { due, overdueDays, isOverdue } = dueBy(
    addMonths(latest, law.value(auditInterval, world.today)),
    world,
  )
  if (!isOverdue) return undefined
  return {
    level: 'warning',
    due,
    overdueDays,
    message: `The LEBC audit of ${name} on ${spokenDay(latest)} is too old to rely on. Ask for the next one.`,
  }
}
