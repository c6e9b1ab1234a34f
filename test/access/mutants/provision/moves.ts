import { iAm } from '../../oracle/asking.ts'
import { provisionRules } from '../../oracle/provision/allowed.ts'
import { mayReadPlacement } from '../../oracle/provision/placements.ts'
import { type Attempts, adding, first, whoAdds } from '../try.ts'

export const moveAttempts: Attempts = [
  scene => {
    const { placement } = scene.world.rows
    const ofChild = (child: string) => placement.find(({ child_id }) => child_id === child)?.id
    const found = whoAdds(
      scene,
      'off_site_direction',
      (who, row) => mayReadPlacement(who, ofChild(row.child_id)) && row.status === 'draft',
    )
    const other = placement.find(({ child_id }) => child_id !== found.row.child_id)?.id
    return adding(
      'off_site_direction',
      found,
      ['with a placement of the child', { placement_id: ofChild(found.row.child_id) }, 'done'],
      ['with no placement', { placement_id: null }, 'done'],
      ['with another child’s placement', { placement_id: other }],
    )
  },
  // SENA asks for the authority, and only about what it reads; nobody else asks in that name.
  ...(
    [
      ['sena', true, 'authority', 'done'],
      ['sena', true, 'parent', 'refused'],
      ['sena', false, 'authority', 'refused'],
      ['coordinator', true, 'authority', 'refused'],
      ['virtual-school', true, 'authority', 'refused'],
    ] as const
  ).map(
    ([role, reads, asked_by, comes]): Attempts[number] =>
      scene =>
        adding(
          'off_site_review_request',
          first(scene, 'off_site_review_request', (who, row) => {
            const direction = scene.find.byId('off_site_direction', row.direction_id)
            const readable = !!direction && provisionRules.off_site_direction(who, direction)
            return iAm(who, role) && readable === reads
              ? { ...row, recorded_by: who.me?.userId }
              : undefined
          }),
          [`by ${role}, asked by ${asked_by}, ${reads ? 'read' : 'unread'}`, { asked_by }, comes],
        ),
  ),
]
