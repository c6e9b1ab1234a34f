import { z } from 'zod'
import { remember } from '#platform/audit.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { makeLink } from '#platform/one-time-link.ts'
import { credentialsOf } from './factors.ts'

export const resetRequestKind = 'reset asked for'

/** Sends the link to whoever has the address that was typed; to nobody when there is no such account. */
export const answerResetRequest = job({
  name: 'answer-reset-request',
  payload: z.object({ request: z.uuid() }),
  work: ({ request }, { db, secret, now }) =>
    db.as({ purpose: 'sign-in' }, async tx => {
      const asked = await tx
        .deleteFrom('challenge')
        .where('id', '=', request)
        .where('kind', '=', resetRequestKind)
        .returning('value')
        .executeTakeFirst()
      const person = asked && (await credentialsOf(tx, asked.value))
      if (!person) return
      const { userId } = person
      const linkId = await makeLink(tx, secret, { kind: 'reset', userId, now: now() })
      await sendMail(tx, {
        kind: 'password reset',
        to: { address: asked.value, userId },
        subject: 'Choose a new Onroll password',
        body: 'Somebody asked for a new password for your Onroll account. If it was you, choose one within an hour:\n\n{link}\n\nIf it was not you, do nothing: your password stays as it is.',
        linkId,
      })
      await remember(tx, request, [
        { event: 'password.reset-asked', subjectKind: 'user', subjectId: userId, userId },
      ])
    }),
})
