import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { remember } from '#platform/audit.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { stewards } from './stewards.query.ts'

/** Each night: an account that nobody has used for 90 days is closed, before somebody else finds its password. */
export const closeIdleAccounts = job({
  name: 'close-idle-accounts',
  payload: z.object({}),
  cron: '10 2 * * *',
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const { rows } = await sql<{ id: string; email: string }>`
        select * from close_idle_accounts(${now()})`.execute(tx)
      if (rows.length === 0) return
      for (const { id, email } of rows)
        await sendMail(tx, {
          kind: 'security',
          to: { address: email, userId: id },
          subject: 'Your Onroll account is closed for now',
          body: 'Nobody has signed in with your Onroll account for 90 days, so it is closed for now. If you still need it, ask an administrator of your organisation: the data steward can open it again.',
        })
      for (const { id, email } of await stewards(tx, now()))
        await sendMail(tx, {
          kind: 'security',
          to: { address: email, userId: id },
          subject: `Onroll closed ${rows.length} ${rows.length === 1 ? 'account' : 'accounts'} that nobody uses`,
          body: 'Nobody had signed in with them for 90 days. See whose they are, and open those again that are needed:\n\n/administration/people?state=not+used',
        })
      await remember(
        tx,
        newId(),
        rows.map(({ id }) => ({
          event: 'user.ended',
          subjectKind: 'user',
          subjectId: id,
          detail: { because: 'not used for 90 days' },
        })),
      )
    }),
})
