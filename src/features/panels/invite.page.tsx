import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { momentInWords } from '#domain/london-time.ts'
import { authorityCalendar, memberSchools } from '#features/organisations/index.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  Radios,
  TextInput,
  WarningText,
} from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { answerWords, invitationsOf } from './invitations.query.ts'
import { answerInvitation, inviteSchools } from './invite.ts'
import { noticeDays } from './meeting.page.tsx'
import { meetingById, meetingName } from './move-meeting.ts'

export const invitePage = formPage({
  path: '/meetings/:meeting/invite',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  schema: z.object({}),
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    const day = londonDay(meeting.starts_at)
    const invited = new Set(
      (await invitationsOf(visit.tx, meeting.id)).map(({ school_id }) => school_id),
    )
    const members = await memberSchools(visit.tx, meeting.partnership_id, day)
    const calendar = await authorityCalendar(visit.tx)
    return {
      meeting,
      members,
      toInvite: members.filter(({ id }) => !invited.has(id)),
      clearDays: calendar.clearDays(visit.today, day),
    }
  },
  view: ({ meeting, members, toInvite, clearDays }, form) => (
    <Layout
      title="Invite the schools"
      form={form}
      before={<BackLink href={`/meetings/${meeting.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Meeting ${meetingName(meeting)}, ${momentInWords(meeting.starts_at)}`}>
        Invite the schools
      </PageHeading>
      <InsetText>
        Every school that is a member of the partnership on the day of the meeting is invited. A
        decision taken without all schools having the opportunity to contribute is not enforceable
        (Co-ordinators’ FAQ, question 3).
      </InsetText>
      {clearDays.complete && clearDays.days < noticeDays && (
        <WarningText>
          That leaves {clearDays.days} clear school days. {noticeDays} are expected. You can still
          invite them.
        </WarningText>
      )}
      <p class="govuk-body">
        {toInvite.length} of {members.length} schools will be sent an invitation now:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {toInvite.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      <Form>
        <Button disabled={toInvite.length === 0}>Send the invitations</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { meeting }) {
    const { sent, withoutAddress } = await inviteSchools(visit, meeting)
    visit.flash(
      withoutAddress.length === 0
        ? `${sent} schools have been invited`
        : `${sent} schools have been invited. No address is known for ${withoutAddress.join(', ')}: enter a mailbox or a panel member there, and invite them again.`,
      withoutAddress.length === 0 ? 'success' : 'information',
    )
    return `/meetings/${meeting.id}`
  },
})

export const answerPage = formPage({
  path: '/meetings/:meeting/answer',
  permission: 'meeting.answer',
  discloses: 'nothing personal',
  schema: z
    .object({
      answer: z.enum(['attending', 'deputy', 'apologies'], 'Choose whether your school is coming'),
      attendeeName: optionalText({ most: 200 }),
    })
    .refine(({ answer, attendeeName }) => answer !== 'deputy' || attendeeName, {
      path: ['attendeeName'],
      error: 'Enter the name of the deputy',
    }),
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    const mine = (await invitationsOf(visit.tx, meeting.id)).find(
      ({ school_id }) => school_id === visit.me.organisationId,
    )
    return { meeting, mine, me: visit.me }
  },
  initial: ({ mine, me }) => ({
    answer: mine?.answer ?? undefined,
    attendeeName: mine?.attendee_name ?? me.name,
  }),
  view: ({ meeting }, form) => (
    <Layout
      title="Answer the invitation"
      form={form}
      before={<BackLink href={`/meetings/${meeting.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading
        caption={`Meeting ${meetingName(meeting)}, ${momentInWords(meeting.starts_at)}, ${meeting.place}`}
      >
        Answer the invitation
      </PageHeading>
      <InsetText>
        A school that was notified can be allocated a child at a meeting that it does not attend.
      </InsetText>
      <Form>
        <Radios name="answer" label="Is your school coming?" form={form} items={answerWords} />
        <TextInput
          name="attendeeName"
          label="Who comes"
          hint="The person must be able to decide for the school"
          form={form}
        />
        <Button>Send the answer</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { meeting }, answer) {
    await answerInvitation(visit, meeting, answer)
    visit.flash('Your answer has been recorded')
    return `/meetings/${meeting.id}`
  },
})
