import { daysBetween, type IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import { appendixTwo } from '../data/documents.ts'
import type { Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { expiryWarning } from '../parameters/assessment.ts'
import { on, type Rule } from '../rule.ts'
import { cite, ourDesign, pack } from '../sources.ts'
import { providerName, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const expiry: Rule = {
  id: 'EVD-12',
  area: 'EVD',
  title: 'Expiry',
  statement: 'Certificates and documents lapse. Each holds through the whole of its last day.',
  binds: 'Provider; every commissioner',
  test: 'Looks at the newest certificate of each insurance and the newest of each document. Expired: a warning, and nobody new starts. Expiring within 30 days: information. One without an expiry date does not expire.',
  basis: ['design'],
  levels: ['info', 'warning'],
  blocks: ['start-placement'],
  sources: [cite(ourDesign), cite(pack, '11')],
  parameters: [expiryWarning],
  checkedOn: comparedOn,
  checks: [
    on('provider', (provider, world, law) =>
      [...lastDays(provider)].flatMap(([item, expires]) =>
        expires === undefined ? [] : judge(provider, item, expires, world, law),
      ),
    ),
  ],
}

/** The last day of the newest of each kind; undefined where one has no last day. */
function lastDays({ insurance = [], evidence = [] }: Provider): Map<string, IsoDate | undefined> {
  const days = new Map<string, IsoDate | undefined>()
  const note = (item: string, expires: IsoDate | undefined) => {
    const known = days.get(item)
    const isNewer = !days.has(item) || (known !== undefined && (!expires || expires > known))
    if (isNewer) days.set(item, expires)
  }
  for (const { kind, expires } of insurance) note(kind, expires)
  for (const { document, expires } of evidence) note(document, expires)
  return days
}

function judge(
  provider: Provider,
  item: string,
  expires: IsoDate,
  world: World,
  law: Law,
): Draft[] {
  const { due, overdueDays, isOverdue } = dueBy(expires, world)
  const what = `${titles.get(item) ?? item} of ${providerName(provider.id, world)}`
  if (isOverdue)
    return [
      {
        level: 'warning',
        blocks: ['start-placement'],
        due,
        overdueDays,
        values: { item, status: 'expired' },
        message: `${what}: expired on ${spokenDay(expires)}. Nobody new starts until a newer one is seen.`,
      },
    ]
  const daysLeft = daysBetween(world.today, expires)
  if (daysLeft > law.value(expiryWarning, world.today)) return []
  return [
    {
      level: 'info',
      due,
      values: { item, status: 'expiring', daysLeft },
      message: `${what}: ${daysLeft === 0 ? 'expires today' : `expires on ${spokenDay(expires)}`}. Ask for the next one.`,
    },
  ]
}

const titles = new Map<string, string>([
  ...appendixTwo.map(({ id, title }) => [id, title] as const),
  ['employers-liability', 'Employers’ liability insurance'],
  ['public-liability', 'Public liability insurance'],
  ['professional-indemnity', 'Professional indemnity insurance'],
])
