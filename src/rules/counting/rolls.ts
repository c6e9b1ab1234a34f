import type { IsoDate } from '#domain/dates.ts'
import type { Pupil, Roll } from '../facts.ts'

/**
 * The registrations of a day, the one that decides first; undefined when the rolls are not known.
 * A guest is on the roll of another school and decides nothing.
 */
export function registrationsOn(
  pupil: Pupil | undefined,
  day: IsoDate,
): readonly Roll[] | undefined {
  return pupil?.rolls
    ?.filter(
      ({ from, to, registration }) =>
        registration !== 'guest' && from <= day && (to === undefined || day <= to),
    )
    .sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
}

export const isMainRoll = ({ registration }: Roll): boolean =>
  registration !== 'subsidiary' && registration !== 'guest'

/** Main before subsidiary, then the later start, then the name: the same whatever the order of the list. */
const rank = (roll: Roll) =>
  `${roll.registration === 'main' ? 2 : isMainRoll(roll) ? 1 : 0} ${roll.from} ${roll.school}`
