import { type Building, day, moment } from '../build.ts'
import type { Placement, Report } from './rows.ts'

const readers = ['coordinator', 'school-referrer', 'school-dsl', 'virtual-school'] as const

/** What providers report of their children: drafts, sent and thrown away, by different people of theirs. */
export function makeReports(building: Building) {
  const { rows } = building
  for (const report of rows.provider_report) hangOnReport(building, report)
  for (const placement of rows.placement) reportOn(building, placement)
}

function reportOn(building: Building, { id: placement_id, provider_id }: Placement) {
  const { dice, rows } = building
  if (!provider_id || dice.chance(0.15)) return
  const staff = rows.membership.filter(
    each => each.organisation_id === provider_id && each.role.startsWith('provider-'),
  )
  for (const [kind, status] of dice.some(
    [
      ['incident', 'draft'],
      ['incident', 'sent'],
      ['incident', 'discarded'],
      ['progress', 'draft'],
      ['progress', 'sent'],
    ] as const,
    0.6,
  )) {
    const author = staff.length > 0 && dice.chance(0.85) ? dice.pick(staff) : undefined
    const by_user = author?.user_id ?? dice.pick(rows.user_account).id
    const report = reportRow(building, { placement_id, kind, status, by_user, provider_id })
    rows.provider_report.push(report)
    hangOnReport(building, report)
  }
}

export const reportRow = (
  building: Building,
  {
    placement_id,
    kind,
    status,
    by_user,
    provider_id,
  }: { placement_id: string; kind: string; status: string; by_user: string; provider_id: string },
): Report => ({
  id: building.dice.id(),
  placement_id,
  number: 1,
  corrects_id: null,
  kind,
  status,
  by_user,
  by_organisation: provider_id,
  safeguarding: kind === 'incident',
  ...(kind === 'incident'
    ? {
        happened_on: day(building, -2),
        happened_at: '10:40:00',
        held: true,
        police: false,
        carers_told: true,
      }
    : { period_from: day(building, -30), period_to: day(building, -2) }),
  sent_by: status === 'sent' ? by_user : null,
  sent_at: status === 'sent' ? moment(building, -1) : null,
})

export function hangOnReport(building: Building, report: Report) {
  const { dice, rows } = building
  const { id: report_id, by_organisation, by_user, placement_id } = report
  if (report.kind === 'progress')
    for (const { id: objective_id } of rows.plan_objective.filter(
      each => each.placement_id === placement_id,
    ))
      rows.provider_report_objective.push({
        report_id,
        objective_id,
        objective: 'To come every day',
        standing: 'on track',
      })
  if (report.kind === 'incident')
    rows.provider_report_safeguarding.push({
      id: dice.id(),
      report_id,
      by_user,
      by_organisation,
      words: 'What was said',
    })
  if (report.status !== 'sent') return
  const [reader] = dice.some(
    rows.membership.filter(({ role }) => readers.some(each => each === role)),
    0.2,
  )
  if (reader)
    rows.provider_report_reading.push({
      id: dice.id(),
      report_id,
      by_user: reader.user_id,
      by_organisation: reader.organisation_id,
      as_role: reader.role,
    })
}
