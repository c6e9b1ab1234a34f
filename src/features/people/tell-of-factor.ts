import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail.ts'

interface Person {
  readonly id: string
  readonly email: string
}
const warning = 'If you did not want this, tell an administrator of your organisation at once.'

export const tellAsked = (
  tx: Tx,
  { id, email }: Person,
  by: { name: string; organisationName: string },
) =>
  sendMail(tx, {
    kind: 'security',
    to: { address: email, userId: id },
    subject: 'Removal of your second factor was asked for',
    body: `${by.name} of ${by.organisationName} has asked to remove the second factor of your Onroll account. A second person has to confirm it.\n\nIf you have it still, sign in and keep it: /account/second-factor\n\n${warning}`,
  })

/** Confirmed by two people, and done a day later unless the person objects. */
export const tellConfirmed = (tx: Tx, { id, email }: Person) =>
  sendMail(tx, {
    kind: 'security',
    to: { address: email, userId: id },
    subject: 'Your second factor will be removed in 24 hours',
    body: `Two people have confirmed that the second factor of your Onroll account is to be removed. That is done in 24 hours.\n\nIf you have it still, sign in and keep it: /account/second-factor\n\n${warning}`,
  })

export const tellRemoved = (tx: Tx, { id, email }: Person) =>
  sendMail(tx, {
    kind: 'security',
    to: { address: email, userId: id },
    subject: 'Your second factor was removed',
    body: `The second factor of your Onroll account was removed, confirmed by two people. Sign in with your password and set up a new one.\n\n${warning}`,
  })
