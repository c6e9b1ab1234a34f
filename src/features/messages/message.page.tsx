import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryList,
  Tag,
  TwoThirds,
} from '#govuk/index.ts'
import { action, page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { enqueueMessage } from '#platform/mail.ts'
import { messageSent } from './messages.query.ts'
import { kindInWords, stateNames } from './words.ts'

async function load({
  tx,
  me,
  params,
}: Pick<Visit, 'tx' | 'me'> & { params: { message: string } }) {
  const message = await messageSent(tx, params.message, me)
  if (!message) throw new NotFound()
  return message
}
type Message = Awaited<ReturnType<typeof load>>

/** A data steward may send anything again; an administrator, what their organisation sent. */
const maySendAgain = ({ role, administrator }: Visit['me'], { state, mine }: Message) =>
  (state === 'failed' || state === 'held') && (role === 'data-steward' || (administrator && mine))

/** One message: what became of it, and its words for whoever sent or got it. */
export const messagePage = page({
  path: '/administration/messages/:message',
  permission: 'message.read',
  discloses: ({ id, body }) => ({
    event: 'message.read',
    subjectKind: 'message',
    subjectId: id,
    detail: { words: body !== undefined },
  }),
  load,
  view: (message, { me }) => (
    <Layout title="Message" before={<BackLink href="/administration/messages" />}>
      <TwoThirds>
        <PageHeading caption={kindInWords(message.kind)}>{message.subject}</PageHeading>
        <SummaryList
          rows={[
            {
              key: 'To',
              value: message.toName ? `${message.toName}, ${message.address}` : message.address,
            },
            message.fromName !== null && { key: 'From', value: message.fromName },
            { key: 'Written', value: momentInWords(message.queued_at) },
            {
              key: 'What became of it',
              value: <Tag tone={stateNames[message.state][1]}>{stateNames[message.state][0]}</Tag>,
            },
            message.sent_at !== null && {
              key: 'Taken by the mail server',
              value: momentInWords(message.sent_at),
            },
            { key: 'Tries', value: message.attempts },
            message.last_error !== null && { key: 'What went wrong', value: message.last_error },
          ]}
        />
        {message.body === undefined ? (
          <p class="govuk-body">
            Its words are for the organisation that sent it, and for its reader.
          </p>
        ) : (
          <Words body={message.body} />
        )}
        {maySendAgain(me, message) && (
          <Form action={`/administration/messages/${message.id}/send-again`}>
            <Button>Send again</Button>
          </Form>
        )}
      </TwoThirds>
    </Layout>
  ),
})

const Words = ({ body }: { body: string }) => (
  <InsetText>
    {body
      .replace('{link}', '(a link that works once, for its reader only)')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => (
        <p class="govuk-body">{line}</p>
      ))}
  </InsetText>
)

export const sendAgain = action({
  path: '/administration/messages/:message/send-again',
  permission: 'message.read',
  load,
  schema: z.object({}),
  async submit(visit, message) {
    if (!maySendAgain(visit.me, message))
      throw new Refusal(
        'Only what was not delivered is sent again, by an administrator of who sent it.',
      )
    await visit.tx
      .updateTable('message')
      .set({ state: 'queued' })
      .where('id', '=', message.id)
      .where('state', 'in', ['failed', 'held'])
      .execute()
    await enqueueMessage(visit.tx, message.id)
    visit.audit({ event: 'message.sent-again', subjectKind: 'message', subjectId: message.id })
    visit.flash('The message is on its way again')
    return `/administration/messages/${message.id}`
  },
})
