import { londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { reports, unreadReports } from './list/list.query.ts'
import { ReportsQuery } from './list/list-query.ts'
import { kindWords } from './report.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today'>

/** For who answers for a child: reports that nobody here has read. An incident is read on the day. */
export const reportsToRead = async (asker: Asker): Promise<WorkItem[]> =>
  (await unreadReports(asker)).map(report => {
    const since = londonDay(report.sent_at ?? report.begun_at)
    return {
      what: report.kind === 'incident' ? 'Read an incident report' : 'Read a progress report',
      about: report.name,
      detail: report.providerName,
      href: `/provider-reports/${report.id}`,
      due: report.kind === 'incident' ? since : null,
      since,
      turn: 'ours' as const,
    }
  })

/** For who writes: what they began and have not sent. */
export const reportsToFinish = async (asker: Asker): Promise<WorkItem[]> =>
  (await reports(asker, { ...ReportsQuery.parse({}), show: 'drafts' }, { limit: 200, offset: 0 }))
    .filter(({ by_user }) => by_user === asker.me.userId)
    .map(report => ({
      what: `Finish ${report.kind === 'incident' ? 'an' : 'a'} ${kindWords[report.kind].toLowerCase()}`,
      about: report.name,
      detail: report.placementName,
      href: `/provider-reports/${report.id}/${report.kind}`,
      due: null,
      since: londonDay(report.begun_at),
      turn: 'ours' as const,
    }))
