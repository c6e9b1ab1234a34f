import { addDays, laterOf } from '#domain/dates.ts'
import { momentInWords, shortDayInWords } from '#domain/london-time.ts'
import { identityOf } from '#features/children/index.ts'
import { doIRun, PlacementFrame, placementById } from '#features/placements/index.ts'
import { SummaryList, Table, Tag } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { page } from '#platform/http/page.tsx'
import { suggestedCode } from './attendance-code.ts'
import { type ExpectedSession, expectedSessions } from './sessions.query.ts'
import { markInWords, standingOf, standings } from './words.ts'

const daysShown = 120

/** Attendance before the placement, as the referral said it, and during it. */
export const placementAttendancePage = page({
  path: '/placements/:placement/attendance',
  permission: 'attendance.read',
  async load({ tx, params, today }) {
    const placement = await placementById(tx, params.placement)
    const start = placement.started_on ?? placement.planned_start_on
    const from = laterOf(start, addDays(today, -daysShown))
    return {
      placement,
      run: await doIRun(tx, placement.id),
      child: await identityOf(tx, placement.child_id, today),
      before: await beforeIt(tx, placement.child_id),
      sessions: (await expectedSessions(tx, from, today, { placementId: placement.id })).reverse(),
      from,
    }
  },
  discloses: ({ placement }) => ({
    event: 'attendance.viewed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  }),
  view: ({ placement, run, child, before, sessions, from }, { me }) => (
    <PlacementFrame placement={placement} child={child} me={me} run={run} title="Attendance">
      <SummaryList
        card={{ title: 'Before and during' }}
        rows={[
          ...before.map(year => ({
            key: `School year ${year.school_year}, before`,
            value: `${share(year.attended_sessions, year.possible_sessions)} (${year.attended_sessions} of ${year.possible_sessions} sessions${year.unauthorised_sessions === null ? '' : `, ${year.unauthorised_sessions} unauthorised`})`,
          })),
          before.length === 0 && { key: 'Before', value: 'No referral says it' },
          { key: `Here, since ${shortDayInWords(from)}`, value: during(sessions) },
        ]}
      />
      <Table
        caption="Sessions, the newest first"
        head={['Day', 'Time', 'Stands as', 'Details', 'Code for the school', 'Said by']}
        rows={sessions.map(row)}
        empty="No session has been held yet."
      />
    </PlacementFrame>
  ),
})

/** From the newest referral that the reader may see. */
const beforeIt = async (tx: Tx, childId: string) => {
  const referral = await tx
    .selectFrom('referral')
    .innerJoin('attendance_summary', 'attendance_summary.referral_id', 'referral.id')
    .select('referral.id')
    .where('referral.child_id', '=', childId)
    .orderBy('referral.submitted_at', at => at.desc().nullsLast())
    .executeTakeFirst()
  return referral
    ? tx
        .selectFrom('attendance_summary')
        .selectAll()
        .where('referral_id', '=', referral.id)
        .orderBy('school_year', 'desc')
        .execute()
    : []
}

function during(sessions: readonly ExpectedSession[]) {
  const count = (standing: string) =>
    sessions.filter(({ mark }) => standingOf(mark) === standing).length
  const arrived = count('arrived')
  const held = arrived + count('absent')
  if (sessions.length === 0) return 'No session yet'
  return `${held > 0 ? share(arrived, held) : 'Nobody has said yet'} (${arrived} of ${held} sessions held; ${count('cancelled')} cancelled by the provider, ${count('not heard')} not heard)`
}

const share = (part: number, whole: number) =>
  whole === 0 ? 'No session' : `${Math.round((part / whole) * 1000) / 10}%`

const row = ({ day, startsAt, endsAt, mark, first, coded }: ExpectedSession) => {
  const standing = standings[standingOf(mark)]
  const { code, why } = suggestedCode(coded, mark)
  return [
    shortDayInWords(day),
    `${startsAt} to ${endsAt}`,
    <Tag tone={standing.tone}>{standing.word}</Tag>,
    mark
      ? `${markInWords(mark)}${mark.note ? `. ${mark.note}` : ''}${first ? `. Said first: ${markInWords(first)}. Corrected because: ${mark.because}` : mark.because ? `. Entered later because: ${mark.because}` : ''}`
      : 'No mark yet',
    code ? `${code}: ${why}` : why,
    mark
      ? `${mark.person ?? 'Somebody'}${mark.organisation ? `, ${mark.organisation}` : ''}, ${momentInWords(mark.at)}`
      : 'Nobody yet',
  ]
}
