import { Button, Form, Table } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { ChangeTag } from '../changes/change-tag.tsx'
import type { Change } from '../changes/changes.query.ts'
import { changeKinds, wantedInWords } from '../changes/wanted.ts'

/** What was asked to be changed, for the provider: its own requests can be taken back until they are decided. */
export const ChangesWithUs = ({
  placementId,
  changes,
  me,
}: {
  placementId: string
  changes: readonly Change[]
  me: Me
}) => (
  <Table
    caption="Changes asked for"
    head={['Change', 'What exactly', 'Asked by', 'Status', 'Answer']}
    rows={changes.map(each => [
      changeKinds[each.kind],
      wantedInWords(each.wanted, () => undefined),
      each.asked_from ?? '',
      <ChangeTag status={each.status} />,
      each.status === 'asked' && each.asked_by_organisation_id === me.organisationId ? (
        <Form
          action={`/placements/${placementId}/changes/${each.id}/withdraw`}
          version={each.version}
        >
          <Button variant="secondary">Take it back</Button>
        </Form>
      ) : (
        (each.decided_because ?? '')
      ),
    ])}
  />
)
