import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { momentInWords, weekdayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  SummaryList,
  Table,
  TextArea,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { actionsOf } from './actions.ts'
import { agendaOf } from './agenda.query.ts'
import { decisionCodeName } from './decide.ts'
import { PostButton } from './invitation-proof.tsx'
import { invitationsOf } from './invitations.query.ts'
import { meetingById, meetingName } from './move-meeting.ts'
import { agreeMinutes, saveMinutes } from './run-meeting.ts'

/** What was said and agreed: attendance and decisions from what is recorded, words from whoever writes. */
export const minutesPage = formPage({
  path: '/meetings/:meeting/minutes',
  permission: 'meeting.read',
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    return {
      meeting,
      writes: may(visit.me, 'meeting.plan') && ['open', 'held'].includes(meeting.status),
      plans: may(visit.me, 'meeting.plan'),
      invitations: await invitationsOf(visit.tx, meeting.id),
      agenda: await agendaOf(visit, meeting.id),
      actions: await actionsOf(visit.tx, { meetingId: meeting.id }),
    }
  },
  discloses: ({ meeting }) => ({
    event: 'meeting.viewed',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { page: 'minutes' },
  }),
  schema: z.object({ minutes: text('Enter the minutes', { most: 20_000 }) }),
  initial: ({ meeting }) => ({ minutes: meeting.minutes ?? '' }),
  version: ({ meeting }) => meeting.version,
  view: ({ meeting, writes, plans, invitations, agenda, actions }, form) => {
    const was = (how: string) =>
      invitations
        .filter(({ attended }) => attended === how)
        .map(row => `${row.school} (${row.attended_name})`)
    return (
      <Layout title="Minutes" form={form} before={<BackLink href={`/meetings/${meeting.id}`} />}>
        <ErrorSummary form={form} />
        <PageHeading
          caption={`Meeting ${meetingName(meeting)}, ${weekdayInWords(londonDay(meeting.starts_at))}`}
        >
          Minutes
        </PageHeading>
        <SummaryList
          rows={[
            { key: 'Present', value: was('attended').join(', ') || 'Not recorded' },
            { key: 'Apologies', value: was('apologies').join(', ') || 'None recorded' },
            { key: 'Absent', value: was('absent').join(', ') || 'None recorded' },
            meeting.minutes_agreed_at !== null && {
              key: 'Agreed',
              value: momentInWords(meeting.minutes_agreed_at),
            },
          ]}
        />
        <Table
          caption="Cases and decisions"
          head={['Case', 'Referred by', 'Outcome']}
          empty="There was no case that you may see."
          rows={agenda
            .filter(({ status }) => status !== 'withdrawn')
            .map(item => [
              `R-${item.reference ?? ''}`,
              item.referred_by ?? '',
              item.decision_code
                ? decisionCodeName(item.decision_code)
                : item.status === 'deferred'
                  ? 'Deferred'
                  : 'No outcome yet',
            ])}
        />
        <Table
          caption="Actions"
          head={['What', 'Who', 'By', 'State']}
          empty="No action was agreed."
          rows={actions.map(each => [
            each.what,
            each.owner ?? each.owner_person ?? '',
            weekdayInWords(each.due_on),
            each.done_at ? 'Done' : 'To do',
          ])}
        />
        {plans && !['planned', 'invited', 'cancelled'].includes(meeting.status) && (
          <Button href={`/meetings/${meeting.id}/actions/new`} variant="secondary">
            Add an action
          </Button>
        )}
        {writes ? (
          <>
            <Form version={meeting.version} warnUnsaved>
              <TextArea
                name="minutes"
                label="Minutes"
                hint="Do not repeat what is recorded above"
                rows={12}
                form={form}
              />
              <Button>Save the minutes</Button>
            </Form>
            {meeting.status === 'held' && meeting.minutes && (
              <PostButton to={`/meetings/${meeting.id}/agree`}>
                Record that the minutes are agreed
              </PostButton>
            )}
          </>
        ) : (
          <div class="onroll-prose govuk-body">
            {(meeting.minutes ?? 'No minutes have been written.').split('\n').map(line => (
              <p class="govuk-body">{line}</p>
            ))}
          </div>
        )}
      </Layout>
    )
  },
  async submit(visit, { meeting, writes }, { minutes }) {
    if (!writes) return `/meetings/${meeting.id}/minutes`
    await saveMinutes(visit, meeting, minutes)
    visit.flash('The minutes are saved')
    return `/meetings/${meeting.id}/minutes`
  },
})

export const agreeMinutesAction = action({
  path: '/meetings/:meeting/agree',
  permission: 'meeting.plan',
  schema: z.object({}),
  load: visit => meetingById(visit, visit.params.meeting),
  async submit(visit, meeting) {
    await agreeMinutes(visit, meeting)
    visit.flash('The minutes are agreed. The papers can be read for five more school days.')
    return `/meetings/${meeting.id}`
  },
})
