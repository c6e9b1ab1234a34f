import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { memberSchools, teamOf } from '#features/organisations/index.ts'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Select,
  SummaryList,
  TextArea,
} from '#govuk/index.ts'
import { day, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { actionById, finishAction, makeAction } from './actions.ts'
import { agendaOf } from './agenda.query.ts'
import { meetingById, meetingName } from './move-meeting.ts'

export const addActionPage = formPage({
  path: '/meetings/:meeting/actions/new',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    const schools = await memberSchools(
      visit.tx,
      meeting.partnership_id,
      londonDay(meeting.starts_at),
    )
    const admissions = await teamOf(visit.tx, 'admissions')
    return {
      meeting,
      owners: [
        { id: meeting.partnership_id as string, name: `${meeting.partnership} (co-ordinator)` },
        ...(admissions ? [admissions] : []),
        ...schools,
      ],
      cases: (await agendaOf(visit, meeting.id)).filter(({ reference }) => reference !== null),
    }
  },
  schema: ({ owners, cases }) =>
    z.object({
      what: text('Enter what is to be done', { most: 500 }),
      owner: z.enum(
        owners.map(({ id }) => id),
        'Choose who does it',
      ),
      case: z
        .union([
          z.literal(''),
          z.enum(
            cases.map(({ referral_id }) => referral_id),
            'Choose a case of this meeting',
          ),
        ])
        .optional(),
      dueOn: day('the day by which it is to be done'),
    }),
  view: ({ meeting, owners, cases }, form) => (
    <Layout
      title="Add an action"
      form={form}
      before={<BackLink href={`/meetings/${meeting.id}/minutes`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Meeting ${meetingName(meeting)}`}>Add an action</PageHeading>
      <Form>
        <TextArea
          name="what"
          label="What is to be done?"
          hint="Do not name the child: choose the case below"
          rows={3}
          form={form}
        />
        <Select
          name="owner"
          label="Who does it?"
          blank="Choose"
          form={form}
          items={Object.fromEntries(owners.map(({ id, name }) => [id, name]))}
        />
        <Select
          name="case"
          label="Which case is it about, if one?"
          blank="No case"
          form={form}
          items={Object.fromEntries(
            cases.map(({ referral_id, reference }) => [referral_id, `R-${reference}`]),
          )}
        />
        <DateInput name="dueOn" label="By when?" form={form} />
        <Button>Add the action</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { meeting }, { what, owner, case: referral, dueOn }) {
    await makeAction(visit, {
      meetingId: meeting.id,
      referralId: referral || null,
      what,
      ownerOrganisationId: owner,
      dueOn,
    })
    visit.flash('The action is added')
    return `/meetings/${meeting.id}/minutes`
  },
})

export const finishActionPage = formPage({
  path: '/actions/:action',
  permission: 'work.read',
  discloses: 'nothing personal',
  load: ({ tx, params }) => actionById(tx, params.action),
  schema: z.object({ note: optionalText({ most: 500 }) }),
  view: (each, form) => (
    <Layout title="Action" form={form} before={<BackLink href="/" />}>
      <ErrorSummary form={form} />
      <PageHeading caption={each.reference ? `R-${each.reference}` : ''}>Action</PageHeading>
      <SummaryList
        rows={[
          { key: 'What', value: each.what },
          { key: 'Who', value: each.owner ?? each.owner_person ?? '' },
          { key: 'By', value: dayInWords(each.due_on) },
          each.done_at !== null && { key: 'Done', value: dayInWords(londonDay(each.done_at)) },
          each.done_note !== null && { key: 'Note', value: each.done_note },
        ]}
      />
      {each.done_at === null && (
        <Form>
          <TextArea name="note" label="Anything to note (optional)" rows={3} form={form} />
          <Button>Mark as done</Button>
        </Form>
      )}
    </Layout>
  ),
  async submit(visit, each, { note }) {
    await finishAction(visit, each.id, note)
    visit.flash('Marked as done')
    return `/actions/${each.id}`
  },
})
