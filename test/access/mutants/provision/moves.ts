import { allowed } from '../../oracle/allowed.ts'
import { asking, iAm } from '../../oracle/asking.ts'
import { mayReadReferral } from '../../oracle/cases.ts'
import { provisionRules } from '../../oracle/provision/allowed.ts'
import { mayReadPlacement } from '../../oracle/provision/placements.ts'
import { type Attempts, adding, first, whoAdds } from '../try.ts'

export const moveAttempts: Attempts = [
  ...['off-site-direction', 'managed-move', 'removal'].map((type): Attempts[number] => scene => {
    const found = whoAdds(
      scene,
      'finding',
      (_who, row) => row.subject_type === type && !row.referral_id && !row.placement_id,
    )
    const { world, find } = scene
    const who = asking(world, find, found.asker)
    const unread = {
      referral_id: world.rows.referral.find(({ id }) => !mayReadReferral(who, id))?.id,
      placement_id: world.rows.placement.find(({ id }) => !mayReadPlacement(who, id))?.id,
      provider_id: world.rows.provider[0]?.['organisation_id'],
    }
    const once = { rule: 'ANEW', fingerprint: type }
    return adding(
      'finding',
      found,
      [`of a ${type}`, once, 'done'],
      ...Object.entries(unread).map(
        ([column, id]) => [`of a ${type} and a ${column}`, { ...once, [column]: id }] as const,
      ),
    )
  }),
  // A panel member knows whom a case is about, and owes nothing for the school.
  scene =>
    adding(
      'new_pupil_return',
      first(scene, 'new_pupil_return', (who, row) => {
        const entered = scene.find.byId('enrolment', row.enrolment_id)
        return iAm(who, 'panel-member') &&
          entered?.school_id === who.me?.organisationId &&
          row.school_id === who.me?.organisationId &&
          entered &&
          allowed(who, 'enrolment', entered)
          ? { ...row, made_on: null }
          : undefined
      }),
      ['by a panel member', {}],
    ),
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
