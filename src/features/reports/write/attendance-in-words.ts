import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { expectedSessions } from '#features/attendance/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** What the provider’s own register says of a time, as the first words of a report; its author goes on from there. */
export async function attendanceInWords(
  tx: Tx,
  placementId: string,
  from: IsoDate,
  to: IsoDate,
): Promise<string | null> {
  const marks = (await expectedSessions(tx, from, to, { placementId })).map(({ mark }) => mark)
  if (marks.length === 0) return null
  const held = marks.filter(mark => mark?.happened)
  const count = (what: 'present' | 'late' | 'absent') =>
    held.filter(mark => mark?.mark === what).length
  const parts = [
    `present ${count('present')}`,
    `late ${count('late')}`,
    `absent ${count('absent')}`,
    `cancelled ${marks.filter(mark => mark && !mark.happened).length}`,
    `not marked ${marks.filter(mark => !mark).length}`,
  ]
  return `Register from ${dayInWords(from)} to ${dayInWords(to)}, ${marks.length} ${marks.length === 1 ? 'session' : 'sessions'}: ${parts.join(', ')}.`
}
