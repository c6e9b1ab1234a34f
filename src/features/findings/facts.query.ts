import { londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Facts } from '#rules/facts.ts'
import { admissionsFrom, exclusionsFrom, programmesFrom, referralsFrom } from './case-facts.ts'
import { type CaseRows, caseRows } from './case-rows.query.ts'
import { pupilsFrom } from './child-facts.ts'
import { type Concerned, organisationFacts } from './organisation-facts.query.ts'
import { fairAccessCasesFrom, panelMeetingsFrom } from './panel-facts.ts'

/** The snapshot that the rules are asked about, for these referrals and their children, at that moment. */
export async function factsFor(
  tx: Tx,
  referralIds: readonly string[],
  now: Date,
  read: (rows: number) => void = () => undefined,
): Promise<Facts> {
  const rows = await caseRows(tx, referralIds)
  const organisations = await organisationFacts(tx, concernedBy(rows))
  read(Object.values(rows).reduce((sum, list) => sum + list.length, organisations.schools.length))
  const today = londonDay(now)
  const panelMeetings = panelMeetingsFrom(rows)
  const partnershipOf = new Map(panelMeetings.map(({ id, partnership }) => [id, partnership]))
  return {
    asOf: now.toISOString(),
    ...organisations,
    pupils: pupilsFrom(rows, today),
    admissions: admissionsFrom(rows),
    referrals: referralsFrom(rows, today),
    panelMeetings,
    fairAccessCases: fairAccessCasesFrom(rows, today),
    exclusions: exclusionsFrom(rows),
    programmes: programmesFrom(rows, meeting => partnershipOf.get(meeting)),
  }
}

/** Every school that a case, its child or its meetings name; whoever is a member where it is discussed is found by that. */
function concernedBy(rows: CaseRows): Concerned {
  const named = [
    ...rows.referrals.map(({ referring_organisation_id }) => referring_organisation_id),
    ...[rows.enrolments, rows.admissions, rows.exclusions, rows.invitations].flatMap(list =>
      list.map(({ school_id }) => school_id),
    ),
    ...[rows.attendance, rows.decisions].flatMap(list =>
      list.flatMap(each => each.school_id ?? []),
    ),
  ]
  return {
    schools: new Set(named),
    partnerships: new Set(rows.meetings.map(({ partnership_id }) => partnership_id)),
  }
}
