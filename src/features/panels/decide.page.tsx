import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { memberSchools } from '#features/organisations/index.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  TextArea,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { agendaItem } from './agenda.ts'
import { recordDecision, recordEmergencyDecision } from './decide.ts'
import { meetingById, meetingName } from './move-meeting.ts'
import { OutcomeFields, outcomeOf, outcomeSchema } from './outcome-form.tsx'

export const decidePage = formPage({
  path: '/meetings/:meeting/items/:item/decision',
  permission: 'panel.decide',
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    return {
      meeting,
      item: await agendaItem(visit, meeting.id, visit.params.item),
      schools: await memberSchools(visit.tx, meeting.partnership_id, londonDay(meeting.starts_at)),
    }
  },
  discloses: ({ item }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: item.referral_id,
    childId: item.child_id ?? undefined,
  }),
  schema: ({ schools }) => outcomeSchema(schools),
  version: ({ item }) => item.version,
  view: ({ meeting, item, schools }, form) => (
    <Layout
      title="Record the decision"
      form={form}
      before={<BackLink href={`/meetings/${meeting.id}/items/${item.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading
        caption={`${item.reference ? `R-${item.reference}, ` : ''}meeting ${meetingName(meeting)}`}
      >
        Record the decision
      </PageHeading>
      <Form version={item.version} warnUnsaved>
        <OutcomeFields form={form} schools={schools} fairAccess={item.kind !== 'school'} />
        <Button>Save the decision</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { meeting, item }, answers) {
    const { reference } = await recordDecision(visit, meeting, item, outcomeOf(answers))
    visit.flash(`Decision D-${reference} is recorded. It is told to nobody until it is issued.`)
    return `/meetings/${meeting.id}/items/${item.id}`
  },
})

export const emergencyDecisionPage = formPage({
  path: '/cases/:referral/emergency-decision',
  permission: 'decision.issue',
  async load({ tx, params, me, today }) {
    const referral = await tx
      .selectFrom('referral')
      .select(['id', 'reference', 'kind', 'child_id', 'status', 'version'])
      .where('id', '=', params.referral)
      .executeTakeFirst()
    if (!referral) throw new NotFound()
    if (referral.status !== 'accepted' && referral.status !== 'listed')
      throw new Refusal(
        'This case is not open to a decision: it was not accepted, or it is decided.',
      )
    return { referral, schools: await memberSchools(tx, me.organisationId, today) }
  },
  discloses: ({ referral }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: referral.child_id ?? undefined,
  }),
  schema: ({ schools }) =>
    outcomeSchema(schools, {
      emergencyReason: text('Enter why this cannot wait for the next meeting', { most: 1000 }),
    }),
  version: ({ referral }) => referral.version,
  view: ({ referral, schools }, form) => (
    <Layout
      title="Record an emergency decision"
      form={form}
      before={<BackLink href={`/cases/${referral.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`R-${referral.reference}`}>Record an emergency decision</PageHeading>
      <InsetText>
        It has to be ratified at the next meeting to which all schools are invited. A Fair Access
        allocation cannot be issued before that.
      </InsetText>
      <Form version={referral.version} warnUnsaved>
        <TextArea name="emergencyReason" label="Why can it not wait?" rows={3} form={form} />
        <OutcomeFields form={form} schools={schools} fairAccess={referral.kind === 'fair-access'} />
        <Button>Save the emergency decision</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { referral }, answers) {
    const { id, reference } = await recordEmergencyDecision(
      visit,
      referral,
      outcomeOf(answers),
      z.string().parse(answers['emergencyReason' as keyof typeof answers]),
    )
    visit.flash(`Emergency decision D-${reference} is recorded`)
    return `/decisions/${id}`
  },
})
