import { dayInWords } from '#domain/london-time.ts'
import { identityOf } from '#features/children/index.ts'
import { BackLink, Layout, PageHeading } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { OnDay } from './programme.page.tsx'
import { programmeOn } from './programme.query.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekList } from './week-list.tsx'

/**
 * One page for the child and the carer: what, when and with whom. No address stands on it, because it may lie about in
 * a home to which it must not lead, and nothing that is not agreed yet.
 */
export const printPage = page({
  path: '/children/:child/programme/print',
  permission: 'programme.read',
  query: OnDay,
  async load({ tx, params, query, today }) {
    const child = await identityOf(tx, params.child, today)
    return { child, programme: await programmeOn(tx, child.id, query.on ?? today) }
  },
  discloses: ({ child }) => ({
    event: 'programme.viewed',
    subjectKind: 'child',
    subjectId: child.id,
    childId: child.id,
    detail: { form: 'print' },
  }),
  view({ child, programme }) {
    const firm = programme.stretches.filter(each => each.firm)
    return (
      <Layout
        title="Your week"
        before={<BackLink href={`/children/${child.id}/programme`}>The programme</BackLink>}
      >
        <PageHeading caption={`From ${dayInWords(programme.day)}`}>
          The week of {child.preferredForename ?? child.forename}
        </PageHeading>
        <WeekGrid stretches={firm} />
        <WeekList stretches={firm} caption="Day by day" links={false} />
      </Layout>
    )
  },
})
