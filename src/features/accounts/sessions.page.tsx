import { sql } from 'kysely'
import { z } from 'zod'
import { roleNames } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { BackLink, Button, Form, Layout, PageHeading, Table } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { action, page } from '#platform/http/page.tsx'
import { endOtherSessions, endSession } from '#platform/sessions.ts'

const title = 'Where you are signed in'

export const sessionsPage = page({
  path: '/account/sessions',
  permission: 'account.own',
  discloses: 'nothing personal',
  load: ({ tx, me }) => openSessions(tx, me.userId),
  view: (sessions, { me }) => (
    <Layout title={title} before={<BackLink href="/account" />}>
      <PageHeading>{title}</PageHeading>
      <p class="govuk-body">
        Your account ends by itself after 30 minutes without use (15 on a shared computer), and
        after 12 hours in any case. If you do not know one of these, end it and change your
        password.
      </p>
      <Table
        caption="Open sessions"
        captionHidden
        head={['Where', 'Since', 'Last used', 'As', { children: 'End' }]}
        rows={sessions.map(session => [
          `${browserOf(session.device)}${session.address ? `, at ${session.address}` : ''}`,
          moment(session.started_at),
          session.id === me.sessionId ? 'Here and now' : moment(session.last_seen_at),
          session.role ? roleNames[session.role] : 'No role',
          session.id === me.sessionId ? (
            'Sign out above'
          ) : (
            <Form action={`/account/sessions/${session.id}/end`}>
              <Button variant="secondary" classes="govuk-!-margin-bottom-0">
                End{' '}
                <span class="govuk-visually-hidden">session of {moment(session.started_at)}</span>
              </Button>
            </Form>
          ),
        ])}
      />
      {sessions.length > 1 && (
        <Form action="/account/sessions/end-others">
          <Button variant="warning">End all others</Button>
        </Form>
      )}
    </Layout>
  ),
})

export const endOneSession = action({
  path: '/account/sessions/:session/end',
  permission: 'account.own',
  async load({ tx, me, params }) {
    const sessions = await openSessions(tx, me.userId)
    const session = sessions.find(each => each.id === params.session)
    if (!session) throw new NotFound()
    return session
  },
  schema: z.object({}),
  async submit(visit, session) {
    await endSession(visit.tx, session.id, 'ended by its person')
    visit.audit({ event: 'session.ended', subjectKind: 'session', subjectId: session.id })
    visit.flash('That session has ended')
    return '/account/sessions'
  },
})

export const endOthers = action({
  path: '/account/sessions/end-others',
  permission: 'account.own',
  load: async () => undefined,
  schema: z.object({}),
  async submit(visit) {
    await endOtherSessions(visit.tx, visit.me, 'ended by its person')
    visit.audit({
      event: 'session.ended',
      subjectKind: 'user',
      subjectId: visit.me.userId,
      detail: { all: 'others' },
    })
    visit.flash('All your other sessions have ended')
    return '/account/sessions'
  },
})

const openSessions = (tx: Tx, userId: string) =>
  tx
    .selectFrom('session as s')
    .leftJoin('membership as m', 'm.id', 's.membership_id')
    .select(['s.id', 's.started_at', 's.last_seen_at', 's.device', 's.address', 'm.role'])
    .where('s.user_id', '=', userId)
    .where('s.ended_at', 'is', null)
    .where('s.started_at', '>', sql<Date>`now() - interval '12 hours'`)
    .where('s.last_seen_at', '>', sql<Date>`now() - interval '30 minutes'`)
    .orderBy('s.last_seen_at', 'desc')
    .execute()

/** Enough of what a browser says of itself to know it again. */
function browserOf(device: string | null): string {
  if (!device) return 'An unknown browser'
  const browser = /Edg\//.test(device)
    ? 'Edge'
    : (/(Firefox|Chrome|Safari)\//.exec(device)?.[1] ?? 'A browser')
  const system = /(Windows|Android|iPhone|iPad|Mac OS|Linux|CrOS)/.exec(device)?.[1]
  return system ? `${browser} on ${system === 'CrOS' ? 'ChromeOS' : system}` : browser
}

const moment = (at: Date) =>
  at.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/London' })
