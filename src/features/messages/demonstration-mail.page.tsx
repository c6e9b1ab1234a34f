import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { Button, Layout, PageHeading, Pagination, SummaryCard, TextInput } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import { pageAsked } from '#platform/http/list-query.ts'
import { publicPage } from '#platform/http/public-page.tsx'
import { textOf } from '#platform/mail.ts'

const pageSize = 20
const Query = z.object({
  to: z.string().max(200).catch('').default(''),
  page: pageAsked,
})

async function messages(tx: Tx, { to, page }: z.infer<typeof Query>) {
  const found = tx
    .selectFrom('message as m')
    .leftJoin('one_time_link as l', 'l.id', 'm.link_id')
    .where('m.address', 'ilike', containing(to.trim()))
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select(['m.id', 'm.address', 'm.subject', 'm.body', 'm.queued_at', 'm.link_id'])
    .select('l.kind as linkKind')
    .orderBy('m.queued_at', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { total: Number(total), rows }
}

/** What a demonstration would have sent, for everybody to read: its people are invented, and nothing leaves. */
export const demonstrationMailPage = publicPage({
  path: '/demo/mail',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  query: Query,
  load: visitor => visitor.inTransaction('demo', ({ tx }) => messages(tx, visitor.query)),
  view: ({ total, rows }, { query, site }) => (
    <Layout title="Mail that would have been sent">
      <PageHeading>Mail that would have been sent</PageHeading>
      <p class="govuk-body">
        In the demonstration no email leaves. Here is what each person would have got, newest first.
      </p>
      <form method="get">
        <TextInput
          form={{ values: { to: query.to }, errors: {} }}
          name="to"
          label="To (email address or part of it)"
          type="search"
          width="20"
        />
        <Button variant="secondary">Find</Button>
      </form>
      {rows.map(message => (
        <SummaryCard title={message.subject} headingLevel={2}>
          <p class="govuk-hint">
            To {message.address}, {momentInWords(message.queued_at)}
          </p>
          {textOf(message, site.secret, site.configuration.baseUrl)
            .split('\n')
            .filter(line => line.trim() !== '')
            .map(line => (
              <Line text={line} base={site.configuration.baseUrl} />
            ))}
        </SummaryCard>
      ))}
      <Pagination
        page={query.page}
        pageSize={pageSize}
        total={total}
        things="messages"
        href={to => `/demo/mail?${new URLSearchParams({ to: query.to, page: String(to) })}`}
      />
    </Layout>
  ),
})

/** A line that is an address of ours can be followed. */
const Line = ({ text, base }: { text: string; base: string }) => (
  <p class="govuk-body govuk-!-text-break-word">
    {text.startsWith(`${base}/`) || text === base ? (
      <a class="govuk-link" href={text.slice(base.length) || '/'}>
        {text}
      </a>
    ) : (
      text
    )}
  </p>
)
