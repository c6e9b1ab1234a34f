import { londonDay } from '#domain/dates.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { beginVisit } from '../plan/plan-visit.ts'
import type { VisitRow } from '../visit.query.ts'
import type { Grade } from '../words.ts'
import type { Entry } from './entry.ts'

type ItemEntry = Extract<Entry, { what: 'item' }>
type InterviewEntry = Extract<Entry, { what: 'interview' }>
type JudgementEntry = Extract<Entry, { what: 'judgement' }>

/** What stands on record where somebody else was faster. */
export interface Saved {
  readonly grade: Grade | null
  readonly judgement: string
  readonly by: string | null
  readonly version: number
}
export type Received =
  | { readonly received: true; readonly version?: number }
  | { readonly received: false; readonly saved: Saved }

/**
 * Writes an entry down once, however often it arrives: its key was given where it was written. A planned visit begins with
 * its first entry. A judgement over a newer one than its writer saw is not made; what is saved comes back instead.
 */
export async function receiveEntry(
  doer: Doer,
  visit: VisitRow,
  id: string,
  entry: Entry,
): Promise<Received> {
  const at = whenWritten(doer, visit, entry.at)
  if (visit.status === 'planned') await beginVisit(doer, visit, londonDay(at))
  else if (visit.status !== 'draft')
    throw new Refusal(`${visit.name} is ${visit.status}: nothing can be added to it now`)
  const done = await write(doer, visit, id, at, entry)
  if (done.received)
    doer.audit({
      event: 'visit.recorded',
      subjectKind: 'visit',
      subjectId: visit.id,
      detail: { part: entry.what },
    })
  return done
}

const write = (doer: Doer, visit: VisitRow, id: string, at: Date, entry: Entry) => {
  if (entry.what === 'item') return addItem(doer, visit, id, at, entry)
  if (entry.what === 'interview') return addInterview(doer, visit, id, at, entry)
  return judge(doer, visit, at, entry)
}

/** A device's own clock counts, as long as it is neither ahead of ours nor before the visit was planned. */
export function whenWritten(
  { now }: Pick<Doer, 'now'>,
  { made_at }: Pick<VisitRow, 'made_at'>,
  at: Date | undefined,
): Date {
  return at && at <= now && at >= made_at ? at : now
}

async function addItem(
  { tx, me }: Doer,
  visit: VisitRow,
  id: string,
  at: Date,
  { section, item, freeWords, note }: ItemEntry,
): Promise<Received> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visit_item')
    .values({
      id,
      visit_id: visit.id,
      section,
      item,
      free_words: freeWords,
      note,
      seen_at: at,
      by_user: me.userId,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) await refuseAnothers({ tx, me }, 'visit_item', visit, id)
  return { received: true }
}

async function addInterview(
  { tx, me }: Doer,
  visit: VisitRow,
  id: string,
  at: Date,
  { kind, job, people, note }: InterviewEntry,
): Promise<Received> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visit_interview')
    .values({ id, visit_id: visit.id, kind, job, people, note, at, by_user: me.userId })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n)
    await refuseAnothers({ tx, me }, 'visit_interview', visit, id)
  return { received: true }
}

/** The key is known already: from this same visitor it has arrived before; anybody else's is none of theirs. */
async function refuseAnothers(
  { tx, me }: Pick<Doer, 'tx' | 'me'>,
  table: 'visit_item' | 'visit_interview',
  visit: VisitRow,
  id: string,
) {
  const mine = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('visit_id', '=', visit.id)
    .where('by_user', '=', me.userId)
    .executeTakeFirst()
  if (!mine) throw new NotFound()
}

async function judge(
  { tx, me }: Doer,
  visit: VisitRow,
  at: Date,
  { section, grade, judgement, base }: JudgementEntry,
): Promise<Received> {
  const row = { grade, judgement, by_user: me.userId, at }
  const written =
    base === 0
      ? await tx
          .insertInto('visit_judgement')
          .values({ visit_id: visit.id, section, ...row })
          .onConflict(conflict => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('visit_judgement')
          .set(row)
          .where('visit_id', '=', visit.id)
          .where('section', '=', section)
          .where('version', '=', base)
          .returning('version')
          .executeTakeFirst()
  if (written) return { received: true, version: written.version }
  const saved = await tx
    .selectFrom('visit_judgement as j')
    .leftJoin('user_account as person', 'person.id', 'j.by_user')
    .select(['j.grade', 'j.judgement', 'j.version', 'j.by_user', 'person.name as by'])
    .where('j.visit_id', '=', visit.id)
    .where('j.section', '=', section)
    .executeTakeFirst()
  if (!saved) throw new Refusal('This judgement has changed since you opened it')
  // The same words from the same person: it has arrived before, and only our answer was lost.
  if (saved.by_user === me.userId && saved.judgement === judgement && saved.grade === grade)
    return { received: true, version: saved.version }
  return { received: false, saved }
}
