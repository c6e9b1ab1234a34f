import { changeDetails } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'

/** What full time is at each school: a child’s week is counted against it. */
export async function sayHoursOfSchools(
  doer: Doer,
  chance: Chance,
  schools: readonly { readonly id: string; readonly version: number }[],
) {
  for (const { id, version } of schools)
    await changeDetails(doer, {
      id,
      kind: 'school',
      version,
      details: { weeklyHours: chance.oneOf(['25', '25', '25.5']) },
    })
}
