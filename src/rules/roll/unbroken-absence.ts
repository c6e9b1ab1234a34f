import type { IsoDate } from '#domain/dates.ts'
import type { AttendanceRun, Id } from '../facts.ts'
import type { World } from '../world.ts'

const absent = new Set(['G', 'N', 'O'])

/**
 * Unbroken school days up to and including the day, with both sessions coded G, N or O. A day without both
 * sessions recorded ends the run, as does the edge of the known terms.
 */
export function schoolDaysAbsent(pupil: Id, school: Id, day: IsoDate, world: World): number {
  const calendar = world.calendar(school)
  const runs = world.by('attendance', 'pupil', pupil).filter(run => run.school === school)
  let count = 0
  let on = calendar.lastOnOrBefore(day)
  while (on && count < enough) {
    if (!isAbsent(runs, on, 'morning') || !isAbsent(runs, on, 'afternoon')) break
    count += 1
    on = calendar.nthBefore(on, 1)
  }
  return count
}

// Five school years: nobody is absent for longer, and a register of centuries must not be walked through.
const enough = 1000

type Session = NonNullable<AttendanceRun['session']>

/** A mark for the single session goes before one for both; of two marks that disagree neither shows absence. */
function isAbsent(runs: readonly AttendanceRun[], day: IsoDate, session: Session): boolean {
  const ofDay = runs.filter(({ from, to }) => from <= day && day <= to)
  const single = ofDay.filter(run => run.session === session)
  const marks = single.length ? single : ofDay.filter(run => run.session === undefined)
  return marks.length > 0 && marks.every(({ code }) => absent.has(code))
}
