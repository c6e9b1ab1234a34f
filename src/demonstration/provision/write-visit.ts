import { addDays, type IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import {
  planVisit,
  receiveEntry,
  setAction,
  submitVisit,
  visitOf,
  writeAbout,
} from '#features/visits/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { demonstrationCalendar } from '../days.ts'
import { onDay } from './told-placement.ts'
import { found, summary, type VisitStory } from './visit-stories.ts'

/** A visit in the diary; then the record of it, as far as the story goes, up to where it is handed in. */
export async function writeVisit(
  doer: Doer,
  providerId: string,
  { daysAgo, reached, annual, actions = [] }: VisitStory,
  today: IsoDate,
): Promise<string> {
  const calendar = demonstrationCalendar(today)
  const day = calendar.lastOnOrBefore(addDays(today, -daysAgo)) ?? addDays(today, -daysAgo)
  const planned = onDay(doer, addDays(day, daysAgo < 0 ? daysAgo - 3 : -14), 2)
  const id = await planVisit(planned, {
    providerId,
    siteId: null,
    plannedOn: day,
    visitors: 'Two of us',
    purpose: annual ? 'The assessment of this year' : 'To see what has changed since the report',
    annualAssessment: annual,
  })
  if (reached === 'planned') return id
  const there = onDay(doer, day, 4)
  await writeAbout(there, await visitOf(doer.tx, id), {
    visitedOn: day,
    visitors: 'Two of us',
    pupils: 5,
    annualAssessment: annual,
    insuranceChecked: reached === 'draft' ? null : true,
    insuranceNote: reached === 'draft' ? null : 'All certificates were shown, with their dates.',
    summary: reached === 'draft' ? null : summary,
  })
  const begun = await visitOf(doer.tx, id)
  for (const { section, item, note, grade, judgement } of reached === 'draft'
    ? found.slice(0, 2)
    : found) {
    const at = undefined
    await receiveEntry(there, begun, newId(), {
      what: 'item',
      at,
      section,
      item,
      note,
      freeWords: null,
    })
    if (reached !== 'draft')
      await receiveEntry(there, begun, newId(), {
        what: 'judgement',
        at,
        section,
        grade,
        judgement,
        base: 0,
      })
  }
  for (const { action, dueIn } of actions)
    await setAction(there, begun, action, addDays(today, dueIn))
  if (reached !== 'draft')
    await submitVisit(onDay(doer, addDays(day, 2), 1), await visitOf(doer.tx, id))
  return id
}
