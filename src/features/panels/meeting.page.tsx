import { londonDay } from '#domain/dates.ts'
import { momentInWords, timeInWords, weekdayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { authorityCalendar, memberSchools } from '#features/organisations/index.ts'
import { BackLink, InsetText, Layout, PageHeading, SummaryList, WarningText } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { agendaOf } from './agenda.query.ts'
import { AgendaTable } from './agenda-table.tsx'
import { InvitationProof, MyAnswer } from './invitation-proof.tsx'
import { invitationsOf } from './invitations.query.ts'
import { noteOpened } from './invite.ts'
import { MeetingActions } from './meeting-actions.tsx'
import { meetingById, meetingName } from './move-meeting.ts'
import { packsOf } from './packs.query.ts'
import { MeetingTag } from './status-tags.tsx'

/** Five clear school days' notice: our own default (FA-04), a warning and never a stop. */
export const noticeDays = 5

async function load(visit: Visit<'/meetings/:meeting'>) {
  const { tx, me, params } = visit
  const meeting = await meetingById(visit, params.meeting)
  const runs = meeting.partnership_id === me.organisationId
  if (!runs) await noteOpened(visit, meeting.id)
  const day = londonDay(meeting.starts_at)
  const calendar = await authorityCalendar(tx)
  return {
    me,
    runs,
    meeting,
    members: runs ? await memberSchools(tx, meeting.partnership_id, day) : [],
    invitations: await invitationsOf(tx, meeting.id),
    agenda: await agendaOf(visit, meeting.id),
    packs: await packsOf(tx, meeting.id),
    shortNotice: (sent: Date) => calendar.clearDays(londonDay(sent), day).days < noticeDays,
    now: visit.now,
    demo: visit.site.configuration.demo,
  }
}
export type MeetingModel = Awaited<ReturnType<typeof load>>

export const meetingPage = page({
  path: '/meetings/:meeting',
  permission: 'meeting.read',
  discloses: ({ meeting }) => ({
    event: 'meeting.viewed',
    subjectKind: 'meeting',
    subjectId: meeting.id,
  }),
  load,
  view: model => {
    const { meeting, runs, me } = model
    const title = `Meeting ${meetingName(meeting)}`
    return (
      <Layout title={title} before={<BackLink href="/meetings">Meetings</BackLink>}>
        <PageHeading caption={meeting.partnership ?? ''}>{title}</PageHeading>
        <p>
          <MeetingTag status={meeting.status} />
        </p>
        {meeting.cancelled_because && <InsetText>Cancelled: {meeting.cancelled_because}</InsetText>}
        <SummaryList
          rows={[
            {
              key: 'When',
              value: `${weekdayInWords(londonDay(meeting.starts_at))}, ${timeInWords(meeting.starts_at)} to ${timeInWords(meeting.ends_at)}`,
            },
            { key: 'Where', value: meeting.place },
            meeting.chair_name !== null && { key: 'Chair', value: meeting.chair_name },
            meeting.papers_by !== null && {
              key: 'Papers needed by',
              value: weekdayInWords(meeting.papers_by),
            },
            { key: 'Papers', value: papersInWords(model) },
          ]}
        />
        {runs && may(me, 'meeting.plan') && <MeetingActions {...model} />}
        {!runs && <MyAnswer {...model} />}
        <h2 class="govuk-heading-m">Agenda</h2>
        <AgendaTable {...model} />
        {runs && <InvitationProof {...model} />}
        {meeting.status === 'minuted' && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/meetings/${meeting.id}/minutes`}>
              Read the minutes
            </a>
          </p>
        )}
        {runs && meeting.status === 'planned' && (
          <WarningText>
            Nobody has been invited yet. A Fair Access decision taken without every member school
            having been invited cannot be enforced.
          </WarningText>
        )}
      </Layout>
    )
  },
})

function papersInWords({ packs, meeting, now, me }: MeetingModel) {
  const newest = packs.find(pack => !pack.superseded_at)
  if (!newest) return 'Not released yet'
  if (newest.recalled_at) return `Taken back on ${momentInWords(newest.recalled_at)}`
  const closed = meeting.window_closes_at && meeting.window_closes_at <= now
  if (closed) return 'No longer readable: the time for reading them has ended'
  return (
    <>
      {may(me, 'pack.read') ? (
        <a class="govuk-link" href={`/meetings/${meeting.id}/papers`}>
          Read the papers
        </a>
      ) : (
        'Sent to the members of the panel'
      )}
      {`, version ${newest.number}, released ${momentInWords(newest.released_at)}`}
      {meeting.window_closes_at &&
        `; readable by invited members until ${momentInWords(meeting.window_closes_at)}`}
    </>
  )
}
