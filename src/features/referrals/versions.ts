import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type Content, hashOf } from './form/content.ts'

export interface SentVersion {
  readonly id: string
  readonly number: number
  readonly content: Content
  readonly hash: string
  readonly because: string
  readonly madeAt: Date
  readonly madeBy: string | null
}

/** Every version that was sent, the newest first. */
export async function versionsOf(tx: Tx, referralId: string): Promise<SentVersion[]> {
  const rows = await tx
    .selectFrom('referral_version as version')
    .leftJoin('user_account as person', 'person.id', 'version.made_by')
    .select([
      'version.id',
      'version.number',
      'version.content',
      'version.hash',
      'version.because',
      'version.made_at as madeAt',
      'person.name as madeBy',
    ])
    .where('version.referral_id', '=', referralId)
    .orderBy('version.number', 'desc')
    .execute()
  return rows.map(row => ({ ...row, content: row.content as Content }))
}

/** Freezes what is sent: the words asked, the answers, and a fingerprint of both. A version is never changed. */
export async function sealVersion(
  { tx, me, now }: Pick<Doer, 'tx' | 'me' | 'now'>,
  referralId: string,
  content: Content,
  because: string,
): Promise<{ number: number; hash: string }> {
  const last = await tx
    .selectFrom('referral_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('referral_id', '=', referralId)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const hash = hashOf(content)
  await tx
    .insertInto('referral_version')
    .values({
      id: newId(),
      referral_id: referralId,
      number,
      content: JSON.stringify(content),
      hash,
      because,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  return { number, hash }
}

/** Is this version still, to the letter, what was sent? */
export const isWhole = ({ content, hash }: SentVersion): boolean => hashOf(content) === hash
