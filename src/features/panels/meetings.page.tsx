import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { dayInWords, timeInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  ActionBar,
  Button,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  SubNavigation,
  Table,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { page } from '#platform/http/page.tsx'
import { meetingName } from './move-meeting.ts'
import { MeetingTag } from './status-tags.tsx'

const size = 20

export const meetingsPage = page({
  path: '/meetings',
  permission: 'meeting.read',
  discloses: 'nothing personal',
  query: z.object({
    when: z.enum(['coming', 'past']).catch('coming').default('coming'),
    page: z.coerce.number().int().min(1).catch(1).default(1),
  }),
  load: async ({ tx, me, now, query }) => {
    const rows = await meetings(tx, {
      now,
      when: query.when,
      page: query.page,
      schoolId: me.organisationId,
    })
    return { me, ...query, rows, total: Number(rows[0]?.total ?? 0) }
  },
  view: ({ me, when, rows, page: current, total }) => (
    <Layout title="Meetings">
      <ActionBar
        actions={
          may(me, 'meeting.plan') && (
            <>
              <Button href="/meetings/new">Plan a meeting</Button>{' '}
              <Button href="/meetings/cycles" variant="secondary">
                Cycles of meetings
              </Button>
            </>
          )
        }
      >
        <PageHeading>Meetings</PageHeading>
      </ActionBar>
      <SubNavigation
        label="Meetings"
        items={[
          { text: 'Coming', href: '/meetings', active: when === 'coming' },
          { text: 'Past', href: '/meetings?when=past', active: when === 'past' },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={when === 'coming' ? 'No meeting is planned' : 'No meeting yet'}>
          {may(me, 'meeting.plan')
            ? 'Plan one meeting, or a cycle that skips days on which schools are closed.'
            : 'A meeting appears here when your school is invited to it.'}
        </EmptyState>
      ) : (
        <Table
          caption={when === 'coming' ? 'Meetings to come' : 'Meetings that have been'}
          captionHidden
          head={['Meeting', 'Day', 'Time', 'Place', 'Cases', 'Answers', 'State']}
          rows={rows.map(row => [
            <a class="govuk-link" href={`/meetings/${row.id}`}>
              {meetingName(row)}
              {row.kind === 'emergency' ? ', emergency' : ''}
            </a>,
            dayInWords(londonDay(row.starts_at)),
            `${timeInWords(row.starts_at)} to ${timeInWords(row.ends_at)}`,
            row.place,
            { children: String(row.cases), format: 'numeric' },
            row.mine ? myAnswer(row.my_answer) : `${row.answered} of ${row.invited}`,
            <MeetingTag status={row.status} />,
          ])}
        />
      )}
      <Pagination
        page={current}
        pageSize={size}
        total={total}
        things="meetings"
        href={number => `/meetings?when=${when}&page=${number}`}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/meetings/feed">
          Put these meetings into your own calendar
        </a>
      </p>
    </Layout>
  ),
})

const myAnswer = (answer: string | null) =>
  ({ attending: 'Coming', deputy: 'Sending a deputy', apologies: 'Apologies' })[answer ?? ''] ??
  'Not answered yet'

const meetings = (
  tx: Tx,
  {
    now,
    when,
    page: number,
    schoolId,
  }: { now: Date; when: 'coming' | 'past'; page: number; schoolId: string },
) =>
  tx
    .selectFrom('meeting')
    .select(({ selectFrom }) => [
      'meeting.id',
      'meeting.reference',
      'meeting.kind',
      'meeting.status',
      'meeting.starts_at',
      'meeting.ends_at',
      'meeting.place',
      selectFrom('agenda_item')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('agenda_item.meeting_id', '=', 'meeting.id')
        .where('agenda_item.status', '<>', 'withdrawn')
        .as('cases'),
      selectFrom('invitation')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('invitation.meeting_id', '=', 'meeting.id')
        .as('invited'),
      selectFrom('invitation')
        .select(({ fn }) => fn.count<number>('invitation.answered_at').as('n'))
        .whereRef('invitation.meeting_id', '=', 'meeting.id')
        .as('answered'),
      selectFrom('invitation')
        .select('invitation.answer')
        .whereRef('invitation.meeting_id', '=', 'meeting.id')
        .where('invitation.school_id', '=', schoolId)
        .as('my_answer'),
      selectFrom('invitation')
        .select('invitation.id')
        .whereRef('invitation.meeting_id', '=', 'meeting.id')
        .where('invitation.school_id', '=', schoolId)
        .as('mine'),
      ({ fn }) => fn.countAll<number>().over().as('total'),
    ])
    .where('meeting.ends_at', when === 'coming' ? '>=' : '<', now)
    .orderBy('meeting.starts_at', when === 'coming' ? 'asc' : 'desc')
    .limit(size)
    .offset((number - 1) * size)
    .execute()
