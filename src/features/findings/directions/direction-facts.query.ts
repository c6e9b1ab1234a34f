import { establishmentTypes } from '#domain/codes/establishment-type.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { DirectionNotice, Facts, OffSiteDirection } from '#rules/facts.ts'
import { pupilsFrom } from '../child-facts.ts'
import { organisationFacts } from '../organisation-facts.query.ts'
import { provisionRows } from '../provision/provision-rows.query.ts'

/** Directions that may still bear findings: those being written, and those that run. */
export const openDirectionStatuses = ['draft', 'issued'] as const

/** What the rules are asked about these children's directions, as far as the person asking may read them. */
export async function directionFacts(
  tx: Tx,
  childIds: readonly string[],
  day: IsoDate,
): Promise<Facts> {
  const rows = await directionRows(tx, childIds)
  const ids = rows.map(({ id }) => id)
  const reviews = Map.groupBy(await reviewRows(tx, ids), each => each.direction_id)
  const requests = Map.groupBy(await requestRows(tx, ids), each => each.direction_id)
  const schools = new Set(rows.map(({ school_id }) => school_id))
  const organisations = await organisationFacts(tx, { schools, partnerships: new Set() })
  const types = await typesOf(tx, [...schools])
  const children = await provisionRows(tx, childIds)
  return {
    asOf: day,
    ...organisations,
    schools: organisations.schools.map(school => {
      const type = types.get(school.id)
      return type ? { ...school, type } : school
    }),
    pupils: pupilsFrom({ ...children, addresses: [], referrals: [] }, day),
    offSiteDirections: rows.flatMap(row =>
      row.start_on
        ? [
            {
              ...directionFrom(row, row.start_on),
              reviews: (reviews.get(row.id) ?? []).map(each => ({
                date: each.due_on,
                ...(each.invited_on ? { invitedDate: each.invited_on } : {}),
                ...(each.held_on ? { heldDate: each.held_on } : {}),
              })),
              reviewRequests: (requests.get(row.id) ?? []).map(each => ({ date: each.asked_on })),
            },
          ]
        : [],
    ),
  }
}

const directionRows = (tx: Tx, childIds: readonly string[]) =>
  tx
    .selectFrom('off_site_direction')
    .selectAll()
    .where('child_id', 'in', childIds)
    .where('status', 'in', openDirectionStatuses)
    .orderBy('id')
    .execute()
type Row = Awaited<ReturnType<typeof directionRows>>[number]

const reviewRows = async (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('off_site_review')
        .select(['direction_id', 'due_on', 'invited_on', 'held_on'])
        .where('direction_id', 'in', ids)
        .orderBy('due_on')
        .orderBy('id')
        .execute()

const requestRows = async (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('off_site_review_request')
        .select(['direction_id', 'asked_on'])
        .where('direction_id', 'in', ids)
        .orderBy('asked_on')
        .orderBy('id')
        .execute()

/** Academies and pupil referral units were bound later than maintained schools (OSD-06), so the kind of school counts. */
async function typesOf(tx: Tx, schools: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (schools.length === 0) return new Map()
  const rows = await tx
    .selectFrom('school')
    .select(['organisation_id', 'type_code'])
    .where('organisation_id', 'in', schools)
    .execute()
  return new Map(
    rows.flatMap(({ organisation_id, type_code }): [string, string][] => {
      const type = type_code === null ? undefined : establishmentTypes.find(type_code)
      return type ? [[organisation_id, type.kind]] : []
    }),
  )
}

const directionFrom = (row: Row, start: IsoDate): OffSiteDirection => ({
  id: row.id,
  pupil: row.child_id,
  school: row.school_id,
  purpose: row.purpose,
  start,
  ...(row.end_on ? { end: row.end_on } : {}),
  ...(row.notice_on ? { noticeDate: row.notice_on } : {}),
  ...(row.authority_notice_on ? { authorityNoticeDate: row.authority_notice_on } : {}),
  ...(row.parent_consent_on ? { parentConsentDate: row.parent_consent_on } : {}),
  notice: noticeFrom(row),
})

const noticeFrom = (row: Row): DirectionNotice => ({
  ...(row.address ? { address: row.address } : {}),
  ...(row.report_to ? { reportTo: row.report_to } : {}),
  ...(row.number_of_days === null ? {} : { numberOfDays: row.number_of_days }),
  ...(row.reasons ? { reasons: row.reasons } : {}),
  ...(row.objectives ? { objectives: row.objectives } : {}),
  sessionTimes: {
    ...(row.sessions_a_day === 1 || row.sessions_a_day === 2
      ? { sessions: row.sessions_a_day }
      : {}),
    ...(row.session_start ? { start: row.session_start.slice(0, 5) } : {}),
    ...(row.session_finish ? { finish: row.session_finish.slice(0, 5) } : {}),
    ...(row.break_start ? { breakStart: row.break_start.slice(0, 5) } : {}),
    ...(row.break_finish ? { breakFinish: row.break_finish.slice(0, 5) } : {}),
  },
})
