import { z } from 'zod'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { agendaItem, takeOff } from './agenda.ts'
import { meetingById } from './move-meeting.ts'

export const describePage = formPage({
  path: '/meetings/:meeting/items/:item/describe',
  permission: 'pack.release',
  discloses: 'nothing personal',
  schema: z.object({
    presenter: optionalText({ most: 200 }),
    summary: optionalText({ most: 3000 }),
    needs: optionalText({ most: 500 }),
  }),
  load: visit => agendaItem(visit, visit.params.meeting, visit.params.item),
  initial: item => ({
    presenter: item.presenter ?? '',
    summary: item.summary ?? '',
    needs: item.needs_sentence ?? '',
  }),
  version: item => item.version,
  view: (item, form) => (
    <Layout
      title="Words for the panel"
      form={form}
      before={<BackLink href={`/meetings/${item.meeting_id}/items/${item.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`R-${item.reference}`}>Words for the panel</PageHeading>
      <InsetText>
        Members read the referral’s reason, what has been tried, attendance, and both voices.
        Special needs, health, care and risk are not in the papers: write here, in one sentence,
        what they need to know of them.
      </InsetText>
      <Form version={item.version} warnUnsaved>
        <TextInput name="presenter" label="Who presents the case" form={form} />
        <TextArea name="summary" label="Summary" rows={6} maxlength={3000} form={form} />
        <TextArea
          name="needs"
          label="Needs, in one sentence"
          rows={2}
          maxlength={500}
          form={form}
        />
        <Button>Save</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, item, { presenter, summary, needs }) {
    await visit.tx
      .updateTable('agenda_item')
      .set({ presenter, summary, needs_sentence: needs })
      .where('id', '=', item.id)
      .execute()
    visit.audit({
      event: 'agenda.changed',
      subjectKind: 'referral',
      subjectId: item.referral_id,
      childId: item.child_id ?? undefined,
      detail: { change: 'words' },
    })
    visit.flash(
      'Saved. Papers that were released already keep the old words until you release them again.',
    )
    return `/meetings/${item.meeting_id}/items/${item.id}`
  },
})

export const takeOffPage = formPage({
  path: '/meetings/:meeting/items/:item/take-off',
  permission: 'pack.release',
  discloses: 'nothing personal',
  schema: z.object({ because: text('Enter why', { most: 500 }) }),
  async load(visit) {
    const meeting = await meetingById(visit, visit.params.meeting)
    return { meeting, item: await agendaItem(visit, meeting.id, visit.params.item) }
  },
  view({ meeting, item }, form) {
    const title = meeting.status === 'open' ? 'Defer this case' : 'Take this case off the agenda'
    return (
      <Layout
        title={title}
        form={form}
        before={<BackLink href={`/meetings/${meeting.id}/items/${item.id}`} />}
      >
        <ErrorSummary form={form} />
        <PageHeading caption={`R-${item.reference}`}>{title}</PageHeading>
        <p class="govuk-body">It goes back to the cases that wait for a panel.</p>
        <Form>
          <TextArea name="because" label="Why?" rows={3} form={form} />
          <Button>{meeting.status === 'open' ? 'Defer it' : 'Take it off'}</Button>
        </Form>
      </Layout>
    )
  },
  async submit(visit, { meeting, item }, { because }) {
    await takeOff(visit, item, meeting.status === 'open' ? 'deferred' : 'withdrawn', because)
    visit.flash(`R-${item.reference} waits for another panel`)
    return `/meetings/${meeting.id}`
  },
})
