import { type IsoDate, laterOf } from '#domain/dates.ts'
import {
  authorityParameters,
  type CaseFindingRow,
  type ChildProvision,
  childProvision,
  findingsOfProvider,
  provisionRules,
} from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import { type Finding, levels } from '#rules/finding.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { acceptedOf, keyOf } from './accepted.ts'
import { countsAt, type ProviderCounts } from './counts.ts'
import type { Weighed } from './covered.ts'
import { type Officers, officersOf } from './officers.ts'

/** The placement that is about to be offered. */
export interface Proposal {
  readonly id: string
  readonly child_id: string
  readonly provider_id: string
  readonly planned_start_on: IsoDate
  readonly planned_end_on: IsoDate | null
}

export interface TripwireFinding {
  readonly finding: Finding
  /** Whether it would appear or grow graver by this placement, or stands without it. */
  readonly change: 'new' | 'graver' | 'same'
  readonly stops: boolean
}

/** A stop comes of a rule, or of the officers’ decision about the provider, which is no rule. */
export type Stop = Weighed & Pick<Finding, 'message'>
export const officersDecision = 'approval'

/** What a placement would do to its provider, counted on the fullest day that we know of. */
export interface Tripwire {
  readonly day: IsoDate
  readonly before: ProviderCounts
  readonly after: ProviderCounts
  readonly findings: readonly TripwireFinding[]
  /** What stands on the provider itself and stops a start there. */
  readonly ofTheProvider: readonly CaseFindingRow[]
  /** What the officers decided about the provider, where it bears on a new placement. */
  readonly officers: Officers | undefined
  /** Why it cannot be offered without a reason and the head's name. */
  readonly stops: readonly Stop[]
}

export async function tripwireFor(tx: Tx, proposal: Proposal, today: IsoDate): Promise<Tripwire> {
  const provision = await childProvision(tx, proposal.child_id)
  const parameters = await authorityParameters(tx)
  const day = fullestDay(provision, proposal, today, parameters)
  const after = provision.factsOn(day, proposal.id)
  const before = without(after, proposal.id)
  const standing = saidOf(before, proposal, parameters)
  const accepted = await acceptedOf(tx, proposal.id)
  const findings = saidOf(after, proposal, parameters).map(finding => {
    const change = changeOf(finding, standing)
    return {
      finding,
      change,
      stops: isStop(finding, change) && !accepted.has(keyOf(finding)),
    }
  })
  const gates = (await findingsOfProvider(tx, proposal.provider_id)).filter(({ blocks }) =>
    blocks.includes('start-placement'),
  )
  const officers = await officersOf(tx, proposal.provider_id, today)
  return {
    day,
    before: countsAt(before, proposal.provider_id, parameters),
    after: countsAt(after, proposal.provider_id, parameters),
    findings,
    ofTheProvider: gates,
    officers,
    stops: [
      ...(officers?.stops
        ? [{ rule: officersDecision, level: 'high' as const, message: officers.message }]
        : []),
      ...[
        ...findings.filter(({ stops }) => stops).map(({ finding }) => finding),
        ...gates.filter(({ acceptedAt }) => !acceptedAt),
      ].map(({ rule, level, message, values = {}, amounts = {} }) => ({
        rule,
        level,
        message,
        values,
        amounts,
      })),
    ],
  }
}

const mostDays = 12

/** Others may start, or come more often, after this child does: the day that counts is the one with the most. */
function fullestDay(
  provision: ChildProvision,
  { id, provider_id, planned_start_on, planned_end_on }: Proposal,
  today: IsoDate,
  parameters: ParameterVersions,
): IsoDate {
  const first = laterOf(planned_start_on, today)
  const days = [...new Set([first, ...provision.turningDays])]
    .filter(day => day >= first && (planned_end_on === null || day <= planned_end_on))
    .sort()
    .slice(0, mostDays)
  const weight = (day: IsoDate) => {
    const { legal, substantial, children } = countsAt(
      provision.factsOn(day, id),
      provider_id,
      parameters,
    )
    return legal * 1e6 + substantial * 1e3 + children
  }
  return days
    .map(day => ({ day, weight: weight(day) }))
    .reduce((best, each) => (each.weight > best.weight ? each : best), {
      day: first,
      weight: weight(first),
    }).day
}

const without = (facts: Facts, placementId: string): Facts => ({
  ...facts,
  placements: (facts.placements ?? []).filter(({ id }) => id !== placementId),
})

/** What the rules say of this placement, its child here, its plan here, and its provider; nothing of other children. */
function saidOf(
  facts: Facts,
  { id, child_id, provider_id }: Proposal,
  parameters: ParameterVersions,
): Finding[] {
  const plans = new Set(
    (facts.substantialPlans ?? [])
      .filter(({ pupil, provider }) => pupil === child_id && provider === provider_id)
      .map(plan => plan.id),
  )
  return evaluate(facts, { rules: provisionRules, parameters }).filter(
    ({ subject, values }) =>
      (subject.type === 'placement' && subject.id === id) ||
      (subject.type === 'pupil' &&
        subject.id === child_id &&
        (values?.['provider'] === undefined || values['provider'] === provider_id)) ||
      (subject.type === 'provider' && subject.id === provider_id) ||
      (subject.type === 'substantial-plan' && plans.has(subject.id)),
  )
}

function changeOf(finding: Finding, before: readonly Finding[]): TripwireFinding['change'] {
  const same = before.filter(
    each => each.rule === finding.rule && each.subject.id === finding.subject.id,
  )
  if (same.some(each => keyOf(each) === keyOf(finding))) return 'same'
  if (same.length === 0) return 'new'
  const grew =
    Math.max(...same.map(({ level }) => levels.indexOf(level))) < levels.indexOf(finding.level)
  return grew || count(finding) > Math.max(...same.map(count)) ? 'graver' : 'same'
}

const count = ({ values }: Finding) => Number(values?.['count'] ?? 0)

/** Rules on one child's part, and on the provider as a whole, that this placement may set off. */
const ofTheChild = new Set(['ILL-01', 'ILL-03'])
const ofTheProvider = new Set(['ILL-02', 'REG-01'])

function isStop({ rule, level, blocks }: Finding, change: TripwireFinding['change']): boolean {
  if (blocks.includes('start-placement')) return true
  if (change === 'same') return false
  if (ofTheChild.has(rule)) return level !== 'info'
  return ofTheProvider.has(rule) && (level === 'high' || level === 'critical')
}
