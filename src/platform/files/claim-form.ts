import type { Visit } from '../http/visit.ts'

type InVisit = Pick<Visit, 'tx' | 'me'>

/** Where the form with this key led when it was sent before; undefined the first time, which is then noted. */
export async function claimForm(
  { tx, me }: InVisit,
  route: string,
  key: string,
  sha256: string,
): Promise<string | undefined> {
  const claimed = await tx
    .insertInto('form_key')
    .values({ key, user_id: me.userId, route, body_hash: Buffer.from(sha256, 'hex') })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed ? undefined : ((await whereItLed({ tx }, key)) ?? '/')
}

export async function whereItLed({ tx }: Pick<InVisit, 'tx'>, key: string) {
  const earlier = await tx
    .selectFrom('form_key')
    .select('went_to')
    .where('key', '=', key)
    .executeTakeFirst()
  return earlier?.went_to ?? undefined
}

export const noteWhereItLed = ({ tx }: Pick<InVisit, 'tx'>, key: string, to: string) =>
  tx.updateTable('form_key').set({ went_to: to }).where('key', '=', key).execute()
