import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { BackLink, Button, Form, InsetText, Layout, PageHeading } from '#govuk/index.ts'
import { calendarFeed } from '#platform/calendar-feed.ts'
import { action, page, type Route } from '#platform/http/page.tsx'
import type { Site } from '#platform/http/visit.ts'
import { meetingName } from './move-meeting.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

export const feedPage = page({
  path: '/meetings/feed',
  permission: 'meeting.read',
  discloses: 'nothing personal',
  query: z.object({ token: z.string().max(60).optional().catch(undefined) }),
  load: async ({ tx, me, query, site }) => ({
    url: query.token
      ? `${site.configuration.baseUrl}/calendar/${query.token}/meetings.ics`
      : undefined,
    feeds: await tx
      .selectFrom('calendar_feed')
      .select('id')
      .where('user_id', '=', me.userId)
      .where('revoked_at', 'is', null)
      .execute(),
  }),
  view: ({ url, feeds }) => (
    <Layout title="Meetings in your own calendar" before={<BackLink href="/meetings" />}>
      <PageHeading>Meetings in your own calendar</PageHeading>
      <p class="govuk-body">
        Your calendar program can read the days, times and places of these meetings from an address
        that only you know. It never holds the name of a child or a school’s case.
      </p>
      {url && (
        <InsetText>
          Copy this address into your calendar program. It is shown only now: <strong>{url}</strong>
        </InsetText>
      )}
      <Form action="/meetings/feed/new">
        <Button>
          {feeds.length > 0 ? 'Make a new address, and end the old one' : 'Make an address'}
        </Button>
      </Form>
      {feeds.length > 0 && (
        <Form action="/meetings/feed/end">
          <Button variant="secondary">End the address</Button>
        </Form>
      )}
    </Layout>
  ),
})

const endFeeds = (visit: Parameters<Parameters<typeof action>[0]['submit']>[0]) =>
  visit.tx
    .updateTable('calendar_feed')
    .set({ revoked_at: visit.now })
    .where('user_id', '=', visit.me.userId)
    .where('revoked_at', 'is', null)
    .execute()

export const makeFeedAction = action({
  path: '/meetings/feed/new',
  permission: 'meeting.read',
  schema: z.object({}),
  load: async () => ({}),
  async submit(visit) {
    await endFeeds(visit)
    const token = randomBytes(32).toString('base64url')
    const id = newId()
    await visit.tx
      .insertInto('calendar_feed')
      .values({
        id,
        user_id: visit.me.userId,
        membership_id: visit.me.membershipId ?? '',
        token_hash: hashOf(token),
        made_at: visit.now,
      })
      .execute()
    visit.audit({ event: 'calendar-feed.made', subjectKind: 'calendar-feed', subjectId: id })
    return `/meetings/feed?token=${token}`
  },
})

export const endFeedAction = action({
  path: '/meetings/feed/end',
  permission: 'meeting.read',
  schema: z.object({}),
  load: async () => ({}),
  async submit(visit) {
    await endFeeds(visit)
    visit.audit({ event: 'calendar-feed.revoked', subjectKind: 'calendar-feed' })
    visit.flash('The address no longer works')
    return '/meetings/feed'
  },
})

/** Read by calendar programs, which cannot sign in: the secret in the address stands for the person, at every reading. */
export const feedRoute: Route = {
  path: '/calendar/:token/meetings.ics',
  method: 'GET',
  permission: 'anyone',
  discloses: 'nothing personal',
  mount(app, site) {
    app.get('/calendar/:token/meetings.ics', async c => {
      c.set('route', '/calendar/:token/meetings.ics')
      const meetings = await meetingsOf(site, c.req.param('token'))
      if (!meetings) return c.notFound()
      return c.body(meetings, 200, { 'content-type': 'text/calendar; charset=utf-8' })
    })
  },
}

async function meetingsOf(site: Site, token: string): Promise<string | undefined> {
  const { rows } = await site.db.app.query('select * from onroll.meetings_of_feed($1)', [
    hashOf(token),
  ])
  if (rows.length === 0) return undefined
  return calendarFeed({
    name: 'Panel meetings',
    host: new URL(site.configuration.baseUrl).hostname,
    meetings: rows
      .filter(({ meeting_id }) => meeting_id)
      .map(row => ({
        id: row.meeting_id,
        title: `Panel meeting ${meetingName(row)}`,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        place: row.place,
        cancelled: row.status === 'cancelled',
        sequence: row.ics_sequence,
        changedAt: row.made_at,
      })),
  })
}
