import { z } from 'zod'
import { addDays, type IsoDate, londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { Tx } from '#platform/database/database.ts'
import { type JobTools, job } from '#platform/jobs.ts'
import { openQuestionnaires } from './open-questionnaires.ts'
import { forms } from './questionnaire.query.ts'
import { tellSchool } from './tell.ts'

/** When something about a child at provision changed (asked for by what follows every change of a fact); and every night, because days go by. */
export const openQuestionnairesJob = job({
  name: 'open-questionnaires',
  payload: z.object({ child: z.uuid().optional() }),
  cron: '30 2 * * *',
  work: ({ child }, tools) => (child ? openFor(tools, child) : openForAll(tools)),
})

const openFor = ({ db, now }: JobTools, child: string) =>
  db.asWorker(tx => openQuestionnaires(tx, [child], now()))

const batch = 200

async function openForAll({ db, now }: JobTools) {
  const children = await db.asWorker(tx =>
    tx
      .selectFrom('placement')
      .innerJoin('school', 'school.organisation_id', 'placement.commissioner_id')
      .select('placement.child_id')
      .where('placement.status', 'in', ['accepted', 'live'])
      .union(
        tx
          .selectFrom('questionnaire')
          .select('questionnaire.child_id')
          .where('questionnaire.status', 'in', ['draft', 'sent back']),
      )
      .execute(),
  )
  const ids = children.map(({ child_id }) => child_id).sort()
  for (let at = 0; at < ids.length; at += batch)
    await db.asWorker(tx => openQuestionnaires(tx, ids.slice(at, at + batch), now()))
}

const daysBefore = 3

/** Each morning: a form that is due in three days is reminded of, and one that is overdue is chased, once each. */
export const questionnaireReminders = job({
  name: 'questionnaire-reminders',
  payload: z.object({}),
  cron: '40 6 * * *',
  work: (_nothing, { db, now }) =>
    db.asWorker(async tx => {
      const today = londonDay(now())
      const due = await tx
        .selectFrom('questionnaire')
        .select([
          'id',
          'reference',
          'commissioner_id',
          'due_on',
          'reminded_at',
          'chased_at',
          'sent_back_at',
        ])
        .where('status', 'in', ['draft', 'sent back'])
        .where('due_on', '<=', addDays(today, daysBefore))
        .execute()
      for (const form of due) {
        const overdue = form.due_on < today
        // A form that was sent back has a new day, and is reminded of anew.
        const done = overdue ? form.chased_at : form.reminded_at
        if (done && done >= (form.sent_back_at ?? done)) continue
        await tellSchool(tx, today, {
          commissionerId: form.commissioner_id,
          name: writeReference('questionnaire', form.reference),
          dueOn: form.due_on,
          what: overdue ? 'overdue' : 'due soon',
        })
        await tx
          .updateTable('questionnaire')
          .set(overdue ? { chased_at: now() } : { reminded_at: now() })
          .where('id', '=', form.id)
          .execute()
      }
      await remindOfEvidence(tx, today, now())
    }),
})

/** Evidence that was asked for is chased like a form: three days before its day, and once after it. */
async function remindOfEvidence(tx: Tx, today: IsoDate, now: Date) {
  const asked = await forms(tx)
    .innerJoin('questionnaire_request as r', 'r.questionnaire_id', 'q.id')
    .select(['r.id as requestId', 'r.due_on as wantedBy', 'r.reminded_at as remindedAt'])
    .where('r.supplied_at', 'is', null)
    .where('r.chased_at', 'is', null)
    .where('r.due_on', '<=', addDays(today, daysBefore))
    .execute()
  for (const row of asked) {
    const overdue = row.wantedBy < today
    if (!overdue && row.remindedAt) continue
    await tellSchool(tx, today, {
      commissionerId: row.commissioner_id,
      name: writeReference('questionnaire', row.reference),
      dueOn: row.wantedBy,
      what: overdue ? 'evidence overdue' : 'evidence due soon',
    })
    await tx
      .updateTable('questionnaire_request')
      .set(overdue ? { chased_at: now } : { reminded_at: now })
      .where('id', '=', row.requestId)
      .execute()
  }
}
