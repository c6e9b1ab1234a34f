import { entryRoute } from '#platform/http/entry-route.ts'
import { ownVisit } from '../own-visit.ts'
import { entrySchema } from '../record/entry.ts'
import { receiveEntry } from '../record/receive-entry.ts'

/** Where a phone sends what it kept. */
export const visitEntries = entryRoute({
  path: '/visits/:visit/entries',
  permission: 'visit.write',
  load: visit => ownVisit(visit, 'planned', 'draft'),
  schema: entrySchema,
  receive: (visit, row, key, entry) => receiveEntry(visit, row, key, entry),
})
