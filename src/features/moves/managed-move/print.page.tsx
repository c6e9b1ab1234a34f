import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { identityOf } from '#features/children/index.ts'
import { BackLink, Layout, PageHeading, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { WhatIsAgreed } from './agreement-view.tsx'
import { moveById } from './move.query.ts'
import { moveViewed } from './move-layout.tsx'
import { partiesOf } from './parties.query.ts'

/** The agreement on one page: the words, who agreed to them, and room to sign. */
export const printMovePage = page({
  path: '/moves/:move/print',
  permission: 'move.read',
  async load({ tx, params, today }) {
    const move = await moveById(tx, params.move)
    return {
      move,
      child: await identityOf(tx, move.child_id, today),
      parties: await partiesOf(tx, move),
    }
  },
  discloses: moveViewed,
  view: ({ move, child, parties }, { today }) => (
    <Layout
      title="Agreement to a managed move"
      before={<BackLink href={`/moves/${move.id}`}>The managed move</BackLink>}
    >
      <PageHeading caption={`${child.name}, born ${dayInWords(child.birthDate)}`}>
        Agreement to a managed move
      </PageHeading>
      <WhatIsAgreed move={move} />
      <Table
        caption="Who agrees to these words"
        head={['Who', 'Agreed on', 'Signature']}
        rows={parties.map(({ name, answer }) => [
          name,
          answer ? `${answer.agreed ? '' : 'No, '}${shortDayInWords(answer.onDay)}` : '',
          '',
        ])}
      />
      <p class="govuk-body-s">Printed on {dayInWords(today)}.</p>
    </Layout>
  ),
})
