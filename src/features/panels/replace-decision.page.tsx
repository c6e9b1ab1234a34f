import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { decisionById } from './decision.query.ts'
import { meetingName } from './move-meeting.ts'
import { bringBack, ratify } from './replace-decision.ts'

export const bringBackPage = formPage({
  path: '/decisions/:decision/replace',
  permission: 'decision.issue',
  discloses: 'nothing personal',
  load: visit => decisionById(visit, visit.params.decision),
  schema: z.object({ because: text('Enter why another decision is needed', { most: 1000 }) }),
  version: decision => decision.version,
  view: (decision, form) => (
    <Layout
      title="Bring the case back"
      form={form}
      before={<BackLink href={`/decisions/${decision.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Decision D-${decision.reference}`}>
        Bring the case back for another decision
      </PageHeading>
      <p class="govuk-body">
        This decision stays on record and no longer holds. Notices that were sent are not withdrawn:
        tell whoever received them.
      </p>
      <Form version={decision.version}>
        <TextArea name="because" label="Why?" rows={4} form={form} />
        <Button>Bring the case back</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, decision, { because }) {
    await bringBack(visit, decision, because)
    visit.flash('The case waits for another decision')
    return `/cases/${decision.referral_id}`
  },
})

export const ratifyPage = formPage({
  path: '/decisions/:decision/ratify',
  permission: 'decision.issue',
  discloses: 'nothing personal',
  async load(visit) {
    const decision = await decisionById(visit, visit.params.decision)
    const meetings = await visit.tx
      .selectFrom('meeting')
      .select(['id', 'reference', 'starts_at'])
      .where('status', 'in', ['open', 'held', 'minuted'])
      .where('starts_at', '>=', decision.decided_at)
      .orderBy('starts_at')
      .execute()
    return { decision, meetings }
  },
  schema: ({ meetings }) =>
    z.object({
      meeting: z.enum(
        meetings.map(({ id }) => id),
        'Choose the meeting that ratified it',
      ),
    }),
  view: ({ decision, meetings }, form) => (
    <Layout
      title="Record that it was ratified"
      form={form}
      before={<BackLink href={`/decisions/${decision.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Decision D-${decision.reference}`}>
        Record that it was ratified
      </PageHeading>
      {meetings.length === 0 ? (
        <p class="govuk-body">No meeting has been opened since the decision was made.</p>
      ) : (
        <Form>
          <Radios
            name="meeting"
            label="Which meeting ratified it?"
            form={form}
            items={Object.fromEntries(
              meetings.map(each => [
                each.id,
                `${meetingName(each)}, ${momentInWords(each.starts_at)}`,
              ]),
            )}
          />
          <Button>Save</Button>
        </Form>
      )}
    </Layout>
  ),
  async submit(visit, { decision }, { meeting }) {
    await ratify(visit, decision, meeting)
    visit.flash('The decision is ratified')
    return `/decisions/${decision.id}`
  },
})
