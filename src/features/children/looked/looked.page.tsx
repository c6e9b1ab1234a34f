import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { BackLink, Layout, PageHeading, Pagination, Table } from '#govuk/index.ts'
import { pageAsked } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { RecordFrame, type Subject } from '../record/frame.tsx'
import { identityOf } from '../record/identity.query.ts'
import { isOpen, whatISee } from '../record/sections.ts'
import { lookInWords } from './look-words.ts'
import { type Look, lookersOf } from './lookers.query.ts'

const pageSize = 50
const title = 'Who has looked at this child'

/** For those who answer for the child, and for the data protection officer, who reads it without the child’s name. */
export const lookedPage = page({
  path: '/children/:child/looked',
  permission: 'child.who-looked',
  query: z.object({ page: pageAsked }),
  async load(visit) {
    const subject = await subjectOf(visit)
    const childId = subject?.child.id ?? visit.params.child
    const lookers = await lookersOf(visit.tx, childId, { page: visit.query.page, pageSize })
    if (!subject && lookers.total === 0) throw new NotFound()
    return { subject, childId, ...lookers }
  },
  discloses: ({ childId }) => ({
    event: 'child.lookers-viewed',
    subjectKind: 'child',
    subjectId: childId,
    childId,
  }),
  view({ subject, childId, looks, total, people }, { me, query }) {
    const list = (
      <>
        <p class="govuk-body">
          {counted(people, 'person', 'people')} opened or changed this record,{' '}
          {counted(total, 'time', 'times')} in all. Reading this page is remembered too.
        </p>
        <Looks looks={looks} />
        <Pagination
          page={query.page}
          pageSize={pageSize}
          total={total}
          things="entries"
          href={number => `/children/${childId}/looked?page=${number}`}
        />
      </>
    )
    return subject ? (
      <RecordFrame {...subject} me={me} section="looked" title={title}>
        {list}
      </RecordFrame>
    ) : (
      <Layout title={title} before={<BackLink href="/audit">Audit</BackLink>}>
        <PageHeading>{title}</PageHeading>
        {list}
      </Layout>
    )
  },
})

async function subjectOf({
  tx,
  me,
  params,
  today,
}: Visit<'/children/:child/looked', unknown>): Promise<Subject | undefined> {
  if (me.role === 'data-protection-officer') return undefined
  const child = await identityOf(tx, params.child, today)
  const sees = await whatISee(tx, child.id)
  if (!isOpen('looked', me, sees)) throw new NotFound()
  return { child, sees }
}

const Looks = ({ looks }: { looks: readonly Look[] }) => (
  <Table
    caption={title}
    captionHidden
    head={['When', 'Who', 'What']}
    empty="Nobody has looked yet."
    rows={looks.map(look => [
      momentInWords(look.at),
      <>
        {look.who}
        <span class="govuk-hint govuk-!-margin-bottom-0">
          {[look.role, look.organisation].filter(Boolean).join(', ')}
        </span>
      </>,
      lookInWords(look),
    ])}
  />
)

const counted = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
