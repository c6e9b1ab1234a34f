import { londonDay } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { identityOf } from '#features/children/index.ts'
import { Button, Form, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { placementViewed } from '../about.ts'
import { type Placement, placementById } from '../placement.query.ts'
import { PlacementFrame } from '../placement-frame.tsx'
import { providersToChoose } from '../proposal/providers.query.ts'
import { doIRun } from '../run-placement.query.ts'
import { ChangeTag } from './change-tag.tsx'
import { changesOf } from './changes.query.ts'
import { changeKinds, wantedInWords } from './wanted.ts'

/** What was asked to be changed, by whom, and what came of it. */
export const changesPage = page({
  path: '/placements/:placement/changes',
  permission: 'placement.read',
  async load({ tx, params, today }) {
    const placement = await placementById(tx, params.placement)
    return {
      placement,
      child: await identityOf(tx, placement.child_id, today),
      run: await doIRun(tx, placement.id),
      changes: await changesOf(tx, placement.id),
      providers: new Map((await providersToChoose(tx)).map(({ id, name }) => [id, name])),
    }
  },
  discloses: placementViewed,
  view: ({ placement, child, run, changes, providers }, { me }) => (
    <PlacementFrame placement={placement} child={child} me={me} run={run} title="Changes">
      {mayAsk(placement, me) && (
        <Button variant="secondary" href={`/placements/${placement.id}/changes/new`}>
          Ask for a change
        </Button>
      )}
      <Table
        caption="What was asked for"
        captionHidden
        head={['Change', 'What exactly', 'Why', 'Asked by', 'On', 'Status', 'Decided by']}
        rows={changes.map(each => [
          run && each.status === 'asked' ? (
            <a class="govuk-link" href={`/placements/${placement.id}/changes/${each.id}`}>
              {changeKinds[each.kind]}
            </a>
          ) : (
            changeKinds[each.kind]
          ),
          wantedInWords(each.wanted, id => providers.get(id)),
          each.reason,
          `${each.asker ?? 'Somebody'}, ${each.asked_from ?? ''}`,
          shortDayInWords(londonDay(each.asked_at)),
          <ChangeTag status={each.status} />,
          each.decider ? (
            `${each.decider}${each.decided_because ? `: ${each.decided_because}` : ''}`
          ) : each.status === 'asked' && each.asked_by_organisation_id === me.organisationId ? (
            <Form
              action={`/placements/${placement.id}/changes/${each.id}/withdraw`}
              version={each.version}
            >
              <Button variant="secondary">Take it back</Button>
            </Form>
          ) : (
            ''
          ),
        ])}
        empty="No change has been asked for."
      />
    </PlacementFrame>
  ),
})

/** What is with a host changes on its own page. */
const mayAsk = ({ status, provider_id }: Placement, me: Me) =>
  provider_id !== null &&
  (status === 'accepted' || status === 'live') &&
  may(me, 'placement.ask-change')
