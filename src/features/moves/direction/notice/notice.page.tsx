import { NotFound } from '#domain/refusal.ts'
import { identityOf } from '#features/children/index.ts'
import { BackLink, Layout, PageHeading } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { directionViewed } from '../about.ts'
import { directionById } from '../direction.query.ts'
import { NoticeView } from './notice-view.tsx'

/** The notice on one page for print: its words as they were issued, and the hash that proves them. */
export const noticePage = page({
  path: '/directions/:direction/notice',
  permission: 'direction.read',
  async load({ tx, params, today }) {
    const direction = await directionById(tx, params.direction)
    if (!direction.text) throw new NotFound()
    await identityOf(tx, direction.child_id, today)
    return { direction, text: direction.text }
  },
  discloses: directionViewed,
  view: ({ direction, text }) => (
    <Layout
      title="Notice of an off-site direction"
      before={<BackLink href={`/directions/${direction.id}`}>The direction</BackLink>}
    >
      <PageHeading>Notice of education off the school’s site</PageHeading>
      <NoticeView text={text} />
      <p class="govuk-body-s">
        How it was given: {direction.notice_how}. The hash of these words (SHA-256) is{' '}
        <code class="onroll-anywhere">{direction.notice_sha256}</code>
      </p>
    </Layout>
  ),
})
