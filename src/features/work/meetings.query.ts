import { addDays, londonDay } from '#domain/dates.ts'
import { momentInWords } from '#domain/london-time.ts'
import type { WorkItem } from '#domain/work-item.ts'
import { decisionCodeName, meetingName } from '#features/panels/index.ts'
import type { Visit } from '#platform/http/visit.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today' | 'now'>

/** What a meeting needs from those who run it: invitations, papers, a decision on each case, minutes. */
export async function meetingsWeRun({ tx, me, today, now }: Asker): Promise<WorkItem[]> {
  const meetings = await tx
    .selectFrom('meeting')
    .select(({ selectFrom, fn }) => [
      'meeting.id',
      'meeting.reference',
      'meeting.status',
      'meeting.starts_at',
      'meeting.papers_by',
      'meeting.made_at',
      selectFrom('pack')
        .select(fn.countAll<number>().as('n'))
        .whereRef('pack.meeting_id', '=', 'meeting.id')
        .where('pack.superseded_at', 'is', null)
        .where('pack.recalled_at', 'is', null)
        .as('packs'),
    ])
    .where('meeting.partnership_id', '=', me.organisationId)
    .where('meeting.status', 'in', ['planned', 'invited', 'open', 'held'])
    .where('meeting.starts_at', '<', new Date(now.getTime() + 28 * 86_400_000))
    .execute()
  return meetings.flatMap(meeting => {
    const day = londonDay(meeting.starts_at)
    const item = (what: string, due: WorkItem['due']): WorkItem => ({
      what,
      about: meetingName(meeting),
      detail: momentInWords(meeting.starts_at),
      href: `/meetings/${meeting.id}`,
      due,
      since: londonDay(meeting.made_at),
      turn: 'ours',
    })
    if (meeting.status === 'planned') return [item('Invite the schools', addDays(day, -10))]
    if (meeting.status === 'invited' && day < today)
      return [item('Open the meeting, or cancel it', day)]
    if (meeting.status === 'invited' && Number(meeting.packs) === 0)
      return [item('Release the papers', meeting.papers_by ?? addDays(day, -7))]
    if (meeting.status === 'open') return [item('The meeting is going on', day)]
    return meeting.status === 'held'
      ? [item('Write the minutes and have them agreed', addDays(day, 7))]
      : []
  })
}

/** Decisions that were recorded and told to nobody yet. */
export async function decisionsToIssue({ tx }: Asker): Promise<WorkItem[]> {
  const decisions = await tx
    .selectFrom('decision')
    .leftJoin('referral', 'referral.id', 'decision.referral_id')
    .select([
      'decision.id',
      'decision.reference',
      'decision.code',
      'decision.decided_at',
      'decision.emergency',
      'decision.ratified_at',
      'referral.reference as case_reference',
    ])
    .where('decision.status', '=', 'recorded')
    .execute()
  return decisions.map(row => ({
    what:
      row.emergency && !row.ratified_at
        ? 'Have the emergency decision ratified'
        : 'Issue the decision',
    about: `D-${row.reference}`,
    detail: `R-${row.case_reference}: ${decisionCodeName(row.code)}`,
    href: `/decisions/${row.id}`,
    // The school and Admissions are told as soon as it is taken: Co-ordinators’ FAQ question 3, points 4 and 5.
    due: londonDay(row.decided_at),
    since: londonDay(row.decided_at),
    turn: 'ours',
  }))
}

/** Invitations that this school has not answered, and papers that this person has not read. */
export async function meetingsWeAreAskedTo({ tx, me, now }: Asker): Promise<WorkItem[]> {
  const invitations = await tx
    .selectFrom('invitation')
    .innerJoin('meeting', 'meeting.id', 'invitation.meeting_id')
    .leftJoin('pack', join =>
      join
        .onRef('pack.meeting_id', '=', 'meeting.id')
        .on('pack.superseded_at', 'is', null)
        .on('pack.recalled_at', 'is', null),
    )
    .leftJoin('pack_reading as reading', join =>
      join.onRef('reading.pack_id', '=', 'pack.id').on('reading.user_id', '=', me.userId),
    )
    .select([
      'meeting.id',
      'meeting.reference',
      'meeting.starts_at',
      'meeting.ends_at',
      'meeting.window_closes_at',
      'invitation.answered_at',
      'invitation.sent_at',
      'pack.id as pack_id',
      'pack.released_at',
      'reading.id as reading_id',
    ])
    .where('invitation.school_id', '=', me.organisationId)
    .where('meeting.status', 'in', ['invited', 'open'])
    .where('meeting.ends_at', '>', now)
    .execute()
  return invitations.flatMap(row => {
    const day = londonDay(row.starts_at)
    const shared = {
      about: meetingName(row),
      detail: momentInWords(row.starts_at),
      turn: 'ours' as const,
    }
    return [
      ...(row.answered_at
        ? []
        : [
            {
              ...shared,
              what: 'Answer the invitation',
              href: `/meetings/${row.id}/answer`,
              due: addDays(day, -2),
              since: londonDay(row.sent_at),
            },
          ]),
      ...(row.pack_id && !row.reading_id && me.role === 'panel-member'
        ? [
            {
              ...shared,
              what: 'Read the papers',
              href: `/meetings/${row.id}/papers`,
              due: day,
              since: londonDay(row.released_at ?? row.sent_at),
            },
          ]
        : []),
    ]
  })
}
