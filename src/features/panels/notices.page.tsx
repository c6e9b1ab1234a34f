import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  EmptyState,
  InsetText,
  Layout,
  NoBreak,
  PageHeading,
  Pagination,
  SubNavigation,
  Table,
  Tag,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { pageAsked } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'

const size = 25
const tabs = { all: 'All', unread: 'To be read by us' } as const
const ListQuery = z.object({
  show: z.enum(['all', 'unread']).catch('all').default('all'),
  page: pageAsked,
})
const hrefOf = listHrefs<z.infer<typeof ListQuery>>('/notices', { show: 'all' })

const notices = (tx: Tx) =>
  tx
    .selectFrom('notice')
    .leftJoin('organisation as reader', 'reader.id', 'notice.to_organisation_id')
    .leftJoin('user_account as sender', 'sender.id', 'notice.sent_by')
    .leftJoin('referral', 'referral.id', 'notice.referral_id')
    .leftJoin('on_roll_check as roll', 'roll.decision_id', 'notice.decision_id')
    .leftJoin('message', 'message.id', 'notice.message_id')

export const noticesPage = page({
  path: '/notices',
  permission: 'notice.read',
  query: ListQuery,
  async load({ tx, me, query }) {
    const rows = await notices(tx)
      .select(({ fn }) => [
        'notice.id',
        'notice.subject',
        'notice.sent_at',
        'notice.read_at',
        'notice.to_organisation_id',
        'reader.name as to',
        'referral.reference',
        'referral.child_id',
        fn.countAll<number>().over().as('total'),
      ])
      .$if(query.show === 'unread', unread =>
        unread
          .where('notice.to_organisation_id', '=', me.organisationId)
          .where('notice.read_at', 'is', null),
      )
      .orderBy('notice.sent_at', 'desc')
      .limit(size)
      .offset((query.page - 1) * size)
      .execute()
    return { me, rows, total: Number(rows[0]?.total ?? 0), query }
  },
  discloses: ({ rows }) =>
    rows.map(({ id, child_id }) => ({
      event: 'notice.viewed' as const,
      subjectKind: 'notice',
      subjectId: id,
      childId: child_id ?? undefined,
      detail: { in: 'list' },
    })),
  view: ({ me, rows, total, query }) => (
    <Layout title="Notices">
      <PageHeading>Notices</PageHeading>
      <p class="govuk-body">What has been decided and told, to your organisation or by it.</p>
      <SubNavigation
        label="Notices"
        items={(['all', 'unread'] as const).map(show => ({
          text: tabs[show],
          href: hrefOf(query, { show }),
          active: show === query.show,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={query.show === 'unread' ? 'Everything is read' : 'No notice yet'}>
          A notice appears here when a decision is issued.
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Notices, newest first"
            captionHidden
            head={['Notice', 'Case', 'To', 'Sent', 'Read']}
            rows={rows.map(row => [
              <a class="govuk-link" href={`/notices/${row.id}`}>
                {row.subject}
              </a>,
              row.reference ? <NoBreak>{`R-${row.reference}`}</NoBreak> : '',
              row.to ?? '',
              momentInWords(row.sent_at),
              row.read_at ? (
                momentInWords(row.read_at)
              ) : row.to_organisation_id === me.organisationId ? (
                <Tag>New</Tag>
              ) : (
                'Not yet'
              ),
            ])}
          />
          <Pagination
            page={query.page}
            pageSize={size}
            total={total}
            things="notices"
            href={to => hrefOf(query, { page: to })}
          />
        </>
      )}
    </Layout>
  ),
})

export const noticePage = page({
  path: '/notices/:notice',
  permission: 'notice.read',
  async load({ tx, me, now, params }) {
    const notice = await notices(tx)
      .select([
        'notice.id',
        'notice.subject',
        'notice.body',
        'notice.sent_at',
        'notice.read_at',
        'notice.to_organisation_id',
        'reader.name as to',
        'sender.name as sender',
        'referral.id as referral_id',
        'referral.reference',
        'referral.child_id',
        'roll.id as roll_id',
        'message.state as delivery',
      ])
      .where('notice.id', '=', params.notice)
      .executeTakeFirst()
    if (!notice) throw new NotFound()
    const mine = notice.to_organisation_id === me.organisationId
    if (mine && !notice.read_at)
      await tx
        .updateTable('notice')
        .set({ read_at: now, read_by: me.userId })
        .where('id', '=', notice.id)
        .execute()
    return { notice, mine }
  },
  discloses: ({ notice }) => ({
    event: 'notice.viewed',
    subjectKind: 'notice',
    subjectId: notice.id,
    childId: notice.child_id ?? undefined,
  }),
  view: ({ notice, mine }) => (
    <Layout title="Notice" before={<BackLink href="/notices">Notices</BackLink>}>
      <PageHeading caption={`To ${notice.to ?? ''}, ${momentInWords(notice.sent_at)}`}>
        {notice.subject}
      </PageHeading>
      {notice.body.split('\n\n').map(paragraph => (
        <p class="govuk-body">{paragraph}</p>
      ))}
      <p class="govuk-body-s">
        {`Sent by ${notice.sender ?? 'Onroll'}. `}
        {notice.delivery && notice.delivery !== 'sent'
          ? 'The e-mail that announces it has not been sent yet.'
          : ''}
      </p>
      {notice.roll_id && mine && (
        <InsetText>
          <a class="govuk-link" href={`/on-roll/${notice.roll_id}`}>
            Confirm the day on which the child is on roll
          </a>
        </InsetText>
      )}
      {notice.reference && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/cases/${notice.referral_id}`}
          >{`Open case R-${notice.reference}`}</a>
        </p>
      )}
    </Layout>
  ),
})
