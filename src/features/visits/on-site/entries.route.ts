import { Refusal } from '#domain/refusal.ts'
import { entryRoute } from '#platform/http/entry-route.ts'
import { ownVisit } from '../own-visit.ts'
import { entrySchema } from '../record/entry.ts'
import { whyNotEntered } from '../record/names.ts'
import { receiveEntry } from '../record/receive-entry.ts'
import { gradeWords } from '../words.ts'

/** Where a phone sends what it kept. */
export const visitEntries = entryRoute({
  path: '/visits/:visit/entries',
  permission: 'visit.write',
  load: visit => ownVisit(visit, 'planned', 'draft'),
  schema: entrySchema,
  async receive(visit, row, key, entry) {
    const named = await whyNotEntered(visit.tx, row, entry)
    if (named) throw new Refusal(Object.values(named)[0])
    const done = await receiveEntry(visit, row, key, entry)
    if (done.received) return done
    const { grade } = done.saved
    return { ...done, saved: { ...done.saved, grade: grade && gradeWords[grade] } }
  },
})
