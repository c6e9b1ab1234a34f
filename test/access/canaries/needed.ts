import { addDays } from '#domain/dates.ts'
import { dice } from '../world/dice.ts'
import type { World } from '../world/world.ts'

/**
 * What chance may leave out, so that every page has somebody to show itself to: searches, imports in every state, a
 * child who is protected at a lead’s own school.
 */
export function addNeeded(world: World) {
  const { rows, today, now } = world
  const chance = dice(31)
  for (const { id, user_id, organisation_id, role } of rows.membership) {
    rows.child_lookup.push({ id: chance.id(), user_id, membership_id: id, terms: {} })
    if (role.startsWith('school-'))
      for (const status of ['matched', 'checked', 'imported', 'failed'])
        rows.import_batch.push({
          id: chance.id(),
          organisation_id,
          status,
          kind: 'children',
          row_count: 1,
          made_by: user_id,
        })
  }
  for (const { organisation_id: school_id } of rows.membership.filter(
    ({ role }) => role === 'school-dsl',
  )) {
    const roll = rows.enrolment.find(
      each => each.school_id === school_id && each.from_on < today && !each.to_on,
    )
    const child_id = roll?.child_id
    if (!child_id || rows.protected_notice.some(each => each.child_id === child_id)) continue
    rows.child_address = rows.child_address.filter(each => each.child_id !== child_id)
    const row = () => ({ id: chance.id(), child_id })
    const recorded_by = rows.user_account[0]?.id
    const held = { kind: 'protected', holder_organisation_id: school_id, recorded_by }
    rows.protected_location.push({ ...row(), ...held, from_on: addDays(today, -30) })
    rows.protected_notice.push({ child_id, holder_organisation_id: school_id })
    const from_on = addDays(today, -20)
    rows.exclusion.push({ ...row(), school_id, kind: 'permanent', from_on })
    rows.referral.push({
      ...row(),
      kind: 'school',
      status: 'submitted',
      referring_organisation_id: school_id,
      responsible_partnership_id: null,
      submitted_at: now.toISOString(),
    })
  }
}
