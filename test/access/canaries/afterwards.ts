import type { Delivered } from '#testing/mail-server.ts'
import { marksIn } from './bytes.ts'
import type { Place } from './mint.ts'
import type { CanaryScene } from './scene.ts'

/** The fields of which something stands in a text that is for machines: there may be none. */
export function fieldsIn({ places }: Pick<CanaryScene, 'places'>, text: string): string[] {
  return [...marksIn(text)].flatMap(mark =>
    (places.get(mark) ?? []).map(({ table, column }) => `${table}.${column}`),
  )
}

/** What a mail may name: the service’s organisations and people, and things by the reference that people speak. */
const inMails =
  /^(organisation\.(name|mailbox)|user_account\.name|meeting\.(place|reference)|(referral|decision|question)\.reference)$/

/** Fields that left in a mail and may not: those of a child above all. What the world itself had waiting goes where it was addressed. */
export const fieldsInMails = (scene: CanaryScene, mails: readonly Delivered[]): string[] =>
  mails.flatMap(({ raw, recipients }) => {
    const text = mailText(raw)
    return [...marksIn(text)]
      .flatMap(mark => scene.places.get(mark) ?? [])
      .filter(
        place => !isForThem(place, recipients) && !inMails.test(`${place.table}.${place.column}`),
      )
      .map(({ table, column }) => `${table}.${column} in a mail to ${recipients}`)
  })

const isForThem = ({ table, row }: Place, recipients: readonly string[]) =>
  (table === 'message' && recipients.includes(String(row['address']))) ||
  (table === 'user_account' && recipients.includes(String(row['email'])))

/** A mail as it is read: long lines joined, signs and base64 decoded. */
const mailText = (raw: string) =>
  [
    raw
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    ...(raw.match(/[A-Za-z0-9+/=\r\n]{60,}/g) ?? []).map(part =>
      Buffer.from(part, 'base64').toString(),
    ),
  ].join('\n')

/** What was written while people looked and posted: the audit, the outbox, the keys of forms. */
export async function fieldsInTrail(scene: CanaryScene): Promise<string[]> {
  const { rows } = await scene.admin.query<{ text: string }>(
    `select 'audit ' || event || ' ' || detail::text as text from onroll.audit_entry where seq > 60
     union all select 'form key ' || coalesce(went_to, '') from onroll.form_key where went_to not like 'canary%'
     union all select 'miss ' || words from onroll.search_miss`,
  )
  return [
    ...new Set(
      rows.flatMap(({ text }) =>
        fieldsIn(scene, text)
          .filter(field => !/^search_miss\.|\.reference$/.test(field))
          .map(field => `${field} in ${text.split(' ').slice(0, 2).join(' ')}`),
      ),
    ),
  ]
}
