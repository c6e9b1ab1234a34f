import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail.ts'

/** Tells a person what changed about their account, so that they notice when it was not them. */
export const tellOfChange = (
  tx: Tx,
  { userId, email }: { userId: string; email: string },
  what: string,
) =>
  sendMail(tx, {
    kind: 'security',
    to: { address: email, userId },
    subject: 'Your Onroll account was changed',
    body: `${what}\n\nIf this was not you, tell an administrator of your organisation at once.`,
  })
