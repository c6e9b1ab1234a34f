import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { Button, EmptyState, Form, MessageThread, TextArea } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { Lines } from '../form/content-view.tsx'
import { caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { markRead, sendCaseMessage } from './correspondence.ts'

/** What the two sides wrote to each other about the case. Opening it marks as read what was sent to the reader. */
export const messagesPage = formPage({
  path: '/cases/:referral/messages',
  permission: 'referral.read',
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    if (opened.side === 'reader') throw new NotFound()
    const messages = await visit.tx
      .selectFrom('case_message as message')
      .leftJoin('user_account as person', 'person.id', 'message.sent_by')
      .leftJoin('organisation', 'organisation.id', 'message.from_organisation_id')
      .select([
        'message.id',
        'message.body',
        'message.from_organisation_id as from',
        'message.sent_at as sentAt',
        'message.read_at as readAt',
        'person.name as by',
        'organisation.name as organisation',
      ])
      .where('message.referral_id', '=', opened.referral.id)
      .orderBy('message.sent_at')
      .orderBy('message.id')
      .execute()
    await markRead(visit, opened.referral.id)
    return { opened: { ...opened, unread: 0 }, messages }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  schema: z.object({ body: text('Write a message') }),
  view: ({ opened, messages }, form, { me }) => (
    <CaseLayout opened={opened} title="Messages" form={form}>
      {messages.length === 0 ? (
        <EmptyState title="No message yet">
          {opened.side === 'partnership'
            ? `Write to ${opened.referrer} here. The e-mail that goes out says only that there is a message.`
            : `Write to ${opened.partnership ?? 'the partnership'} here. The e-mail that goes out says only that there is a message.`}
        </EmptyState>
      ) : (
        <MessageThread
          label="Messages about this case"
          messages={messages.map(message => ({
            from: message.by ?? 'Somebody',
            organisation: message.organisation ?? '',
            sent: `${momentInWords(message.sentAt)}${message.from === me.organisationId ? (message.readAt ? `, read ${momentInWords(message.readAt)}` : ', not read yet') : ''}`,
            dateTime: message.sentAt.toISOString(),
            own: message.from === me.organisationId,
            isNew: message.from !== me.organisationId && !message.readAt,
            children: (
              <p class="govuk-body">
                <Lines text={message.body} />
              </p>
            ),
          }))}
        />
      )}
      <Form>
        <TextArea name="body" form={form} label="New message" />
        <Button preventDoubleClick>Send the message</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { opened }, { body }) => {
    await sendCaseMessage(visit, opened.referral.id, body)
    visit.flash('The message is sent')
    return `/cases/${opened.referral.id}/messages`
  },
})
