import { londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { type ConcernLevel, levelWords } from './concern.ts'
import { type Concern, concerns } from './concerns.query.ts'
import { ConcernsQuery } from './concerns-query.ts'

type Asker = Pick<Visit, 'tx'>

const most = 200
const notClosed = ({ tx }: Asker, level: ConcernLevel | '' = '') =>
  concerns(tx, { ...ConcernsQuery.parse({}), level }, { limit: most, offset: 0 })

/** Concerns for the quality team to look into and to close. */
export const concernsToLookInto = async (asker: Asker): Promise<WorkItem[]> =>
  (await notClosed(asker)).map(concern => ({
    ...itemOf(concern),
    what:
      concern.status === 'open'
        ? `Look into a concern: ${levelWords[concern.level].word.toLowerCase()}`
        : 'Close a concern with its outcome',
    turn: 'ours' as const,
  }))

/** Concerns about providers that we use, or that we raised: the quality team is at them. */
export const concernsThatReachUs = async (asker: Asker): Promise<WorkItem[]> =>
  (await notClosed(asker)).map(waiting)

/** For the Virtual School, which may have a child anywhere: what is serious. */
export const seriousConcerns = async (asker: Asker): Promise<WorkItem[]> =>
  (await notClosed(asker, 'serious')).map(waiting)

const waiting = (concern: Concern): WorkItem => ({
  ...itemOf(concern),
  what: 'A concern about a provider is open',
  turn: 'others',
  whoseTurn: 'The quality team',
})

const itemOf = (concern: Concern) => ({
  about: concern.name,
  detail: concern.providerName,
  href: `/concerns/${concern.id}`,
  due: null,
  since: londonDay(concern.raisedAt),
})
