import { z } from 'zod'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextInput,
} from '#govuk/index.ts'
import { day, optionalDay, optionalText, text, wholeNumber } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { planMeeting } from './plan-meetings.ts'

export const clockTime = z
  .string('Enter the time at which the meeting begins')
  .transform(answer => answer.trim().replace('.', ':'))
  .pipe(
    z
      .string()
      .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'The time must be on the 24-hour clock, like 13:30'),
  )

const schema = z.object({
  kind: z.enum(['panel', 'emergency'], 'Choose what kind of meeting it is'),
  day: day('the day of the meeting'),
  time: clockTime,
  minutes: wholeNumber('how many minutes it lasts', { least: 15, most: 480 }),
  place: text('Enter where the meeting is, or “Online”', { most: 200 }),
  papersBy: optionalDay('the day by which papers are needed'),
  chairName: optionalText({ most: 200 }),
})

export const planMeetingPage = formPage({
  path: '/meetings/new',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  schema,
  load: async ({ today }) => ({ today }),
  initial: () => ({ kind: 'panel', minutes: '90', time: '13:30' }),
  view: (_, form) => (
    <Layout title="Plan a meeting" form={form} before={<BackLink href="/meetings" />}>
      <ErrorSummary form={form} />
      <PageHeading>Plan a meeting</PageHeading>
      <Form warnUnsaved>
        <Radios
          name="kind"
          label="What kind of meeting is it?"
          form={form}
          items={[
            {
              value: 'panel',
              label: 'Panel',
              hint: 'Every school that is a member on that day is invited',
            },
            {
              value: 'emergency',
              label: 'Emergency meeting',
              hint: 'Its decisions are ratified at the next panel',
            },
          ]}
        />
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
        <TextInput name="place" label="Place" hint="A room, or “Online”" form={form} />
        <DateInput name="papersBy" label="Papers needed by (optional)" form={form} />
        <TextInput name="chairName" label="Chair (optional)" form={form} />
        <Button>Plan the meeting</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, _, plan) {
    const id = await planMeeting(visit, plan)
    visit.flash('The meeting is planned. Invite the schools next.')
    return `/meetings/${id}`
  },
})
