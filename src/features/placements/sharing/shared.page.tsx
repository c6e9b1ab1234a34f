import { momentInWords } from '#domain/london-time.ts'
import { identityOf } from '#features/children/index.ts'
import { Button, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { placementById } from '../placement.query.ts'
import { PlacementFrame } from '../placement-frame.tsx'
import { doIRun } from '../run-placement.query.ts'
import { releasedLabels } from './released-fields.ts'
import { Snapshot } from './released-view.tsx'

/** The register of what was shared about this placement: what, with whom, how, why, by whom; and what was not. */
export const sharedPage = page({
  path: '/placements/:placement/shared',
  permission: 'disclosure.read',
  async load({ tx, params, today }) {
    const placement = await placementById(tx, params.placement)
    return {
      placement,
      child: await identityOf(tx, placement.child_id, today),
      run: await doIRun(tx, placement.id),
      rows: await tx
        .selectFrom('disclosure')
        .leftJoin('organisation as receiver', 'receiver.id', 'disclosure.to_organisation_id')
        .leftJoin('user_account as sender', 'sender.id', 'disclosure.by_user')
        .select([
          'disclosure.id',
          'disclosure.shared',
          'disclosure.what',
          'disclosure.fields',
          'disclosure.how',
          'disclosure.why',
          'disclosure.at',
          'receiver.name as receiver',
          'disclosure.to_person',
          'sender.name as sender',
        ])
        .where('disclosure.placement_id', '=', placement.id)
        .orderBy('disclosure.at', 'desc')
        .orderBy('disclosure.id', 'desc')
        .execute(),
    }
  },
  discloses: ({ placement }) => ({
    event: 'disclosure.viewed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  }),
  view: ({ placement, child, rows, run }, { me }) => (
    <PlacementFrame
      placement={placement}
      child={child}
      me={me}
      run={run}
      title="Information shared"
    >
      <p class="govuk-body">
        Written by Onroll whenever something is told. Nobody can change or remove a line.
      </p>
      {run && ['offered', 'accepted', 'live'].includes(placement.status) && (
        <Button variant="secondary" href={`/placements/${placement.id}/share`}>
          Tell the provider more, or something else
        </Button>
      )}
      <Table
        caption="The register"
        head={['When', 'To whom', 'What', 'How', 'Why', 'By whom']}
        rows={rows.map(row => [
          momentInWords(row.at),
          row.receiver ?? row.to_person ?? 'Not known',
          whatOf(row),
          row.how,
          row.why,
          row.sender ?? 'Not known',
        ])}
        empty="Nothing has been shared yet."
      />
    </PlacementFrame>
  ),
})

const papers = {
  'individual plan': 'The individual plan, as a whole',
  'short-term plan': 'The short-term plan, as a whole',
} as const

const whatOf = (row: {
  shared: boolean
  what: 'fields' | keyof typeof papers
  fields: unknown
}) => {
  if (!row.shared) return 'Decided not to share'
  return row.what === 'fields' ? whatWords(Snapshot.parse(row.fields)) : papers[row.what]
}

const whatWords = (fields: Snapshot) =>
  Object.keys(releasedLabels)
    .filter(key => fields[key])
    .map(key => releasedLabels[key])
    .join(', ')
