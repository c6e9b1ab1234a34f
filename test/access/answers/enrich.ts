import { addDays } from '#domain/dates.ts'
import { dice } from '../world/dice.ts'
import type { World } from '../world/world.ts'

/** What a world has no need of for its tables, and these functions have: leads, capacity, levels, days, names. */
export function enrich(world: World): World {
  const { rows, today } = world
  const chance = dice(31)
  const day = (days: number) => addDays(today, days)
  const set = (row: object | undefined, values: object) => Object.assign(row ?? {}, values)

  for (const [at, { id }] of rows.organisation
    .filter(({ kind }) => kind === 'provider')
    .entries()) {
    for (const [role, to_on] of [
      ['safeguarding-lead', null],
      ['deputy-safeguarding-lead', at === 0 ? day(-1) : day(30)],
    ] as const) {
      const person = {
        id: chance.id(),
        provider_id: id,
        name: `Lead ${at}`,
        role,
        from_on: day(-90),
        to_on,
      }
      rows.provider_person.push(person)
      for (const trained_on of [day(-400), day(-40)])
        rows.provider_training.push({
          id: chance.id(),
          provider_id: id,
          person_id: person.id,
          trained_on,
          trainer: 'county',
        })
    }
    set(
      rows.provider_standing.find(row => row.provider_id === id),
      { capacity_sessions: 30 + at },
    )
  }
  for (const [at, item] of rows.evidence_item.entries())
    set(item, {
      expires_on: [null, day(-1), day(0), day(40)][at % 4],
      ...(at % 5 === 0 ? { not_applicable_because: 'Nobody drives' } : {}),
    })
  for (const [at, row] of rows.provider_concern.entries())
    set(row, { level: ['serious', 'concern', 'note'][at % 3] })
  for (const [at, row] of rows.care_status.entries())
    if (at % 2 === 0) set(row, { virtual_school_contact: 'Somebody, 01234 567890' })
  for (const [at, row] of rows.placement_session.entries())
    if (at % 3 === 0 && String(row['from_on']) < day(-1))
      set(row, { to_on: day(at % 2 === 0 ? -1 : 0) })
  for (const [at, row] of rows.protected_location.entries())
    set(row, {
      tokens: `{${['0a', '0b'].map(token => `"\\\\x${token}${at.toString(16).padStart(2, '0')}"`).join()}}`,
      lifted_on: at % 4 === 3 ? day(-1) : null,
    })
  // What is filled in of itself elsewhere, and must be empty for the rules to ask.
  for (const [at, row] of rows.placement_review.entries())
    set(row, { cancelled_because: at % 3 === 0 ? 'It came too soon' : null })
  for (const [at, row] of rows.placement.entries())
    if (at % 3 === 0) set(row, { quality_recorded_on: day(-3) })
  return world
}
