import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { londonMoment, momentInWords, timeInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { addressesOf } from '#features/organisations/index.ts'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { day, dayAnswers, optionalText, text, wholeNumber } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { sendMail } from '#platform/mail.ts'
import { invitationsOf } from './invitations.query.ts'
import { meetingById, meetingName } from './move-meeting.ts'
import { clockTime } from './plan-meeting.page.tsx'
import { cancelMeeting } from './run-meeting.ts'

export const changeMeetingPage = formPage({
  path: '/meetings/:meeting/change',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  load: visit => meetingById(visit, visit.params.meeting),
  schema: z.object({
    day: day('the day of the meeting'),
    time: clockTime,
    minutes: wholeNumber('how many minutes it lasts', { least: 15, most: 480 }),
    place: text('Enter where the meeting is, or “Online”', { most: 200 }),
    chairName: optionalText({ most: 200 }),
  }),
  initial: meeting => ({
    ...dayAnswers('day', londonDay(meeting.starts_at)),
    time: timeInWords(meeting.starts_at),
    minutes: String((meeting.ends_at.getTime() - meeting.starts_at.getTime()) / 60_000),
    place: meeting.place,
    chairName: meeting.chair_name ?? '',
  }),
  version: meeting => meeting.version,
  view: (meeting, form) => (
    <Layout
      title="Change the meeting"
      form={form}
      before={<BackLink href={`/meetings/${meeting.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Meeting ${meetingName(meeting)}`}>Change the meeting</PageHeading>
      <p class="govuk-body">Schools that have been invited are told of a new time or place.</p>
      <Form version={meeting.version} warnUnsaved>
        <DateInput name="day" label="Day" form={form} />
        <TextInput
          name="time"
          label="Begins at"
          hint="On the 24-hour clock, like 13:30"
          width="5"
          form={form}
        />
        <TextInput
          name="minutes"
          label="Length in minutes"
          width="4"
          inputmode="numeric"
          form={form}
        />
        <TextInput name="place" label="Place" form={form} />
        <TextInput name="chairName" label="Chair (optional)" form={form} />
        <Button>Save</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, meeting, plan) {
    const { tx, today } = visit
    if (!['planned', 'invited'].includes(meeting.status))
      throw new Refusal(`The meeting is ${meeting.status}: it can no longer be changed`)
    const startsAt = londonMoment(plan.day, plan.time)
    const endsAt = new Date(startsAt.getTime() + plan.minutes * 60_000)
    await tx
      .updateTable('meeting')
      .set({
        starts_at: startsAt,
        ends_at: endsAt,
        place: plan.place,
        chair_name: plan.chairName,
        ics_sequence: meeting.ics_sequence + 1,
      })
      .where('id', '=', meeting.id)
      .where('version', '=', meeting.version)
      .execute()
    const moved = startsAt.getTime() !== meeting.starts_at.getTime() || plan.place !== meeting.place
    for (const { school_id } of moved ? await invitationsOf(tx, meeting.id) : [])
      for (const to of await addressesOf(tx, school_id, ['panel-member'], today))
        await sendMail(tx, {
          kind: 'meeting-changed',
          to,
          subject: `Panel meeting ${meetingName(meeting)} has changed`,
          body: `The panel is now on ${momentInWords(startsAt)}, at ${plan.place}. Your school stays invited.`,
          fromOrganisationId: visit.me.organisationId,
        })
    visit.audit({
      event: 'meeting.changed',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      detail: { fields: ['time', 'place', 'chair'] },
    })
    visit.flash(moved ? 'Saved. The invited schools are being told.' : 'Saved')
    return `/meetings/${meeting.id}`
  },
})

export const cancelMeetingPage = formPage({
  path: '/meetings/:meeting/cancel',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    const listed = await visit.tx
      .selectFrom('agenda_item')
      .select('id')
      .where('meeting_id', '=', meeting.id)
      .where('status', '=', 'listed')
      .execute()
    return { meeting, listed: listed.length }
  },
  schema: z.object({ because: text('Enter why the meeting is cancelled', { most: 300 }) }),
  view: ({ meeting, listed }, form) => (
    <Layout
      title="Cancel the meeting"
      form={form}
      before={<BackLink href={`/meetings/${meeting.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Meeting ${meetingName(meeting)}, ${momentInWords(meeting.starts_at)}`}>
        Cancel the meeting
      </PageHeading>
      {listed > 0 && (
        <p class="govuk-body">{`${listed} ${listed === 1 ? 'case is' : 'cases are'} on its agenda. Take ${listed === 1 ? 'it' : 'them'} off first, so that no case is lost.`}</p>
      )}
      <Form>
        <TextArea
          name="because"
          label="Why?"
          hint="Invited schools read this"
          rows={3}
          form={form}
        />
        <Button variant="warning">Cancel the meeting</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { meeting, listed }, { because }) {
    if (listed > 0)
      throw new Refusal(
        'There are cases on the agenda of this meeting. Take them off first, so that no case is lost.',
      )
    await cancelMeeting(visit, meeting, because)
    visit.flash('The meeting is cancelled. Invited schools are being told.')
    return `/meetings/${meeting.id}`
  },
})
