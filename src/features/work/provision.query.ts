import { dayInWords } from '#domain/london-time.ts'
import { registersToReturn, unexplainedAbsences } from '#features/attendance/index.ts'
import { plansToAgree, plansToKeep } from '#features/plans/index.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { WorkItem } from './work-item.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today' | 'now'>

/** Registers of the last week that have not been returned: each day is due on itself. */
export const registers = async (asker: Asker): Promise<WorkItem[]> =>
  (await registersToReturn(asker)).map(item => inDays(item))

/** Absences that nobody has explained: the child has to be found on the day. */
export const absences = async (asker: Asker): Promise<WorkItem[]> =>
  (await unexplainedAbsences(asker)).map(item => inDays(item))

export const individualPlans: (asker: Asker) => Promise<WorkItem[]> = plansToKeep
export const plansWeAreAskedTo: (asker: Asker) => Promise<WorkItem[]> = plansToAgree

const inDays = ({
  what,
  day,
  count,
  href,
  turn,
}: Awaited<ReturnType<typeof registersToReturn>>[number]): WorkItem => ({
  what,
  about: dayInWords(day),
  detail: count === 1 ? 'One session' : `${count} sessions`,
  href,
  due: day,
  since: day,
  turn,
})
