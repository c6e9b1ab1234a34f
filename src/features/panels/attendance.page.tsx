import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { memberSchools } from '#features/organisations/index.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Fieldset,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextInput,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { invitationsOf } from './invitations.query.ts'
import { meetingById, meetingName } from './move-meeting.ts'
import { recordAttendance } from './run-meeting.ts'

const words = { attended: 'Attended', apologies: 'Apologies', absent: 'Absent' } as const

export const attendancePage = formPage({
  path: '/meetings/:meeting/attendance',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    return {
      meeting,
      schools: await memberSchools(visit.tx, meeting.partnership_id, londonDay(meeting.starts_at)),
      invitations: await invitationsOf(visit.tx, meeting.id),
    }
  },
  schema: ({ schools }) =>
    z.object(
      Object.fromEntries(
        schools.flatMap(({ id, name }) => [
          [
            `attended-${id}`,
            z.enum(['attended', 'apologies', 'absent'], `Choose whether ${name} was there`),
          ],
          [`name-${id}`, z.string().trim().max(200, 'Use 200 characters or fewer').optional()],
        ]),
      ) as Record<string, z.ZodType<string | undefined>>,
    ),
  initial: ({ schools, invitations }) =>
    Object.fromEntries(
      schools.flatMap(({ id }) => {
        const said = invitations.find(({ school_id }) => school_id === id)
        const guess =
          said?.attended ??
          (said?.answer === 'apologies' ? 'apologies' : said?.answer ? 'attended' : undefined)
        return [
          [`attended-${id}`, guess],
          [`name-${id}`, said?.attended_name ?? said?.attendee_name ?? ''],
        ]
      }),
    ),
  view: ({ meeting, schools }, form) => (
    <Layout title="Attendance" form={form} before={<BackLink href={`/meetings/${meeting.id}`} />}>
      <ErrorSummary form={form} />
      <PageHeading caption={`Meeting ${meetingName(meeting)}`}>Attendance</PageHeading>
      <p class="govuk-body">
        Filled in from what schools answered. A school that was notified and did not come can still
        be allocated a child.
      </p>
      <Form warnUnsaved>
        {schools.map(({ id, name }) => (
          <Fieldset legend={name} name={`school-${id}`} legendSize="m">
            <Radios
              name={`attended-${id}`}
              label={`Was ${name} there?`}
              form={form}
              items={words}
              inline
              small
            />
            <TextInput name={`name-${id}`} label="Who" form={form} />
          </Fieldset>
        ))}
        <Button>Save</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { meeting, schools }, answers) {
    await recordAttendance(
      visit,
      meeting,
      schools.map(({ id, name }) => ({
        schoolId: id,
        name: answers[`name-${id}`] || name,
        attended: answers[`attended-${id}`] as keyof typeof words,
      })),
    )
    visit.flash('Attendance is recorded')
    return `/meetings/${meeting.id}`
  },
})
