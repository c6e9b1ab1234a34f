import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/database.ts'
import { job } from '#platform/jobs.ts'

/** What signing in and telling people leave behind is kept no longer than the privacy page says. */
export const forgetWhatIsOld = job({
  name: 'forget-what-is-old',
  payload: z.object({}),
  cron: '20 * * * *',
  async work(_, { db }) {
    await db.asWorker(forgetMessages)
    await db.as({ purpose: 'sign-in' }, forgetSignIns)
  },
})

/** What proves that a school was invited or told stays with the case that it belongs to. */
const forgetMessages = (tx: Tx) =>
  tx
    .deleteFrom('message')
    .where('queued_at', '<', ago('2 years'))
    .where(
      'id',
      'not in',
      sql<string>`(select message_id from invitation where message_id is not null
      union all select message_id from notice where message_id is not null)`,
    )
    .execute()

async function forgetSignIns(tx: Tx) {
  await tx.deleteFrom('sign_in_attempt').where('at', '<', ago('1 day')).execute()
  await tx.deleteFrom('challenge').where('expires_at', '<', ago('1 day')).execute()
  await tx.deleteFrom('form_key').where('created_at', '<', ago('30 days')).execute()
  await tx.deleteFrom('session').where('started_at', '<', ago('6 months')).execute()
  await tx.deleteFrom('one_time_link').where('expires_at', '<', ago('2 years')).execute()
}

const ago = (time: string) => sql<Date>`now() - ${time}::interval`
