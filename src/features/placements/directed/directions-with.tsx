import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { FindingCard } from '#features/findings/index.ts'
import { WarningText } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Placement } from '../placement.query.ts'
import type { DirectionWith } from './directions-with.query.ts'

const over = new Set(['ended', 'ended early', 'withdrawn'])

/** The direction that a placement goes with, what the rules say of it, and whether the one has outlived the other. */
export const DirectionsWith = ({
  placement,
  directed,
  me,
}: {
  placement: Pick<Placement, 'child_id' | 'status' | 'route'>
  directed: readonly DirectionWith[]
  me: Me
}) => {
  if (directed.length === 0 && placement.route !== 'off-site direction') return null
  return (
    <>
      <h2 class="govuk-heading-m">Off-site direction</h2>
      {directed.length === 0 && (
        <p class="govuk-body">
          The route is off-site direction, and none is linked with this placement.{' '}
          {may(me, 'direction.write') && (
            <a class="govuk-link" href={`/children/${placement.child_id}/directions/new`}>
              Direct off-site
            </a>
          )}
        </p>
      )}
      {directed.map(({ id, status, start_on, findings }) => (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={`/directions/${id}`}>
              Direction{start_on && ` from ${shortDayInWords(start_on)}`}
            </a>
            , {status}
          </p>
          {status === 'issued' && over.has(placement.status) && (
            <WarningText>
              The placement is over and the direction still runs. End the direction too, or link it
              with another placement.
            </WarningText>
          )}
          {(status === 'ended' || status === 'revoked') && placement.status === 'live' && (
            <WarningText>
              The direction is over and the placement still runs. End the placement too, or give it
              another route.
            </WarningText>
          )}
          {findings.map(finding => (
            <FindingCard finding={finding} unless="" />
          ))}
        </>
      ))}
    </>
  )
}
