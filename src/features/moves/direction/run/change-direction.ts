import type { Updateable } from 'kysely'
import { changeOne } from '#platform/database/change-one.ts'
import type { Tx } from '#platform/database/database.ts'
import type { OffSiteDirectionTable } from '#platform/database/schema.generated.ts'
import type { Direction } from '../direction.query.ts'
import { type DirectionAction, directionLifecycle } from '../direction.ts'

type Changes = Omit<Updateable<OffSiteDirectionTable>, 'id' | 'status' | 'version'>
type Standing = Pick<Direction, 'id' | 'status' | 'version'>

/** Takes a direction one step along its lifecycle. Somebody who was quicker wins, and the other is told. */
export const moveDirection = (
  tx: Tx,
  direction: Standing,
  action: DirectionAction,
  changes: Changes = {},
) =>
  change(tx, direction, {
    ...changes,
    status: directionLifecycle.next(direction.status, action),
  })

/** Changes a direction that stays where it is in its lifecycle. */
export const changeDirection = (tx: Tx, direction: Standing, changes: Changes) =>
  change(tx, direction, changes)

async function change(
  tx: Tx,
  { id, version }: Standing,
  changes: Updateable<OffSiteDirectionTable>,
) {
  await changeOne(
    tx
      .updateTable('off_site_direction')
      .set(changes)
      .where('id', '=', id)
      .where('version', '=', version),
    'This direction',
  )
}
