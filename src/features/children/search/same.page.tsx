import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { InterruptionCard, Layout, Panel } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { possiblySame } from '../identity/same-child.query.ts'
import { enter, type NewRecord } from './add.page.tsx'
import { lookupOf } from './lookup.ts'

/** A stop before a second record of one child. One UPN is one child: there one cannot go on. */
export const samePage = formPage({
  path: '/children/found/:lookup/new/same',
  permission: 'child.add',
  async load({ tx, params }) {
    const { draft } = await lookupOf(tx, params.lookup)
    if (!draft) throw new NotFound()
    // It was checked when it was kept, and only its author can reach it.
    const record = draft as NewRecord
    return { lookup: params.lookup, record, same: await possiblySame(tx, record) }
  },
  discloses: ({ same }) =>
    same.map(({ id }) => ({
      event: 'child.viewed',
      subjectKind: 'child',
      subjectId: id,
      childId: id,
      detail: { section: 'possible duplicate' },
    })),
  schema: z.object({ different: z.literal('yes', 'Say that this is a different child') }),
  view: ({ lookup, record, same }) => {
    const sameUpn = same.some(({ because }) => because === 'the same UPN')
    const list = <SameChildren same={same} />
    const back = { text: 'Go back and change the answers', href: `/children/found/${lookup}/new` }
    return (
      <Layout title="Is this the same child?">
        {sameUpn ? (
          <Panel
            interruption
            title="This UPN is on record already"
            actions={[{ href: back.href, children: back.text }]}
          >
            {list}
            <p class="govuk-body">Open that record, or go back and check the UPN.</p>
          </Panel>
        ) : (
          <InterruptionCard
            title="Is this the same child?"
            goOn={{ text: 'No, add a different child', name: 'different', value: 'yes' }}
            back={back}
          >
            <p class="govuk-body">
              You are about to add {record.forename} {record.surname}, born{' '}
              {dayInWords(record.birthDate)}.
            </p>
            {list}
          </InterruptionCard>
        )}
      </Layout>
    )
  },
  async submit(visit, { lookup, record, same }) {
    if (same.some(({ because }) => because === 'the same UPN'))
      throw new Refusal(
        'A child with this UPN is on record already. Open that record, or check the UPN.',
      )
    return enter(visit, lookup, record)
  },
})

const SameChildren = ({ same }: { same: Awaited<ReturnType<typeof possiblySame>> }) => (
  <ul class="govuk-list govuk-list--bullet">
    {same.map(child => (
      <li>
        <a class="govuk-link govuk-link--inverse" href={`/children/${child.id}`}>
          {child.name}
        </a>
        , born {dayInWords(child.birthDate)}, {child.reference}: {child.because}
      </li>
    ))}
  </ul>
)
