import { momentInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  Select,
  Table,
  Tag,
  TextInput,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import {
  kindsOfMessage,
  type MessageRow,
  MessagesQuery,
  messagesSent,
  pageSize,
} from './messages.query.ts'
import { kindInWords, stateNames } from './words.ts'

const address = (query: MessagesQuery, page: number) =>
  `/administration/messages?${new URLSearchParams({ ...query, page: String(page) })}`

/** Every email that went out, waits, or could not be delivered: whoever was not told can be told. */
export const messagesPage = page({
  path: '/administration/messages',
  permission: 'message.read',
  discloses: 'nothing personal',
  query: MessagesQuery,
  load: async ({ tx, query }) => ({
    messages: await messagesSent(tx, query),
    kinds: await kindsOfMessage(tx),
  }),
  view: ({ messages, kinds }, { me, query }) => (
    <Layout
      title="Messages"
      wide
      before={<BackLink href="/administration">Administration</BackLink>}
    >
      <PageHeading caption={me.organisationName}>Messages</PageHeading>
      <p class="govuk-body">
        Emails say that something happened and where to read it. They never hold a child’s name.
      </p>
      <Filter
        clearHref="/administration/messages"
        results={<Results messages={messages} query={query} />}
      >
        <Fields query={query} kinds={kinds} />
      </Filter>
    </Layout>
  ),
})

function Fields({ query, kinds }: { query: MessagesQuery; kinds: readonly string[] }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      <Select
        form={form}
        name="state"
        label="What became of it"
        blank="Anything"
        items={Object.entries(stateNames).map(([value, [text]]) => ({ value, text }))}
      />
      <Select
        form={form}
        name="kind"
        label="About"
        blank="Anything"
        items={kinds.map(kind => ({ value: kind, text: kindInWords(kind) }))}
      />
      <TextInput form={form} name="to" label="To" type="search" />
    </>
  )
}

const Results = ({
  messages,
  query,
}: {
  messages: readonly MessageRow[]
  query: MessagesQuery
}) => (
  <>
    <Table
      caption="Messages"
      captionHidden
      head={['When', 'To', 'Subject', 'What became of it']}
      empty="No messages match."
      rows={messages.map(message => [
        momentInWords(message.queued_at),
        message.organisation ? (
          <>
            {message.organisation}
            <br />
            <span class="onroll-anywhere">{message.address}</span>
          </>
        ) : (
          <span class="onroll-anywhere">{message.address}</span>
        ),
        <a class="govuk-link" href={`/administration/messages/${message.id}`}>
          {message.subject}
        </a>,
        <Outcome message={message} />,
      ])}
    />
    <Pagination
      page={query.page}
      pageSize={pageSize}
      total={messages[0]?.total ?? 0}
      things="messages"
      href={to => address(query, to)}
    />
  </>
)

const Outcome = ({ message }: { message: MessageRow }) => {
  const [words, tone] = stateNames[message.state]
  return (
    <>
      <Tag tone={tone}>{words}</Tag>
      {message.state === 'queued' && message.attempts > 0 && (
        <div class="govuk-hint govuk-!-margin-bottom-0">
          Tried {message.attempts} {message.attempts === 1 ? 'time' : 'times'}; is tried again
        </div>
      )}
      {message.last_error && (
        <div class="govuk-hint govuk-!-margin-bottom-0">{message.last_error}</div>
      )}
    </>
  )
}
