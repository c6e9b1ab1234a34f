import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { writeReference } from '#domain/reference.ts'
import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail.ts'

export interface HarmfulFile {
  readonly id: string
  readonly name: string
  readonly referral_id: string | null
  readonly evidence_id: string | null
  readonly visit_id: string | null
  readonly uploaded_by: string | null
}

/** Whoever added it and the data stewards are told that nobody can open it; the history of a case says so too. */
export async function tellOfHarm(tx: Tx, today: IsoDate, file: HarmfulFile, what: string) {
  const { about, place } = await recordOf(tx, file)
  const isSubmitted = file.referral_id !== null && place.startsWith('/cases/')
  if (isSubmitted)
    await tx
      .insertInto('case_event')
      .values({
        id: newId(),
        referral_id: file.referral_id,
        kind: 'file blocked',
        detail: JSON.stringify({ name: file.name, because: what }),
      })
      .execute()
  for (const { id, email } of await people(tx, file.uploaded_by, today))
    await sendMail(tx, {
      kind: 'file blocked',
      to: { address: email, userId: id },
      subject: `A document of ${about} was blocked`,
      body:
        id === file.uploaded_by
          ? `The virus scanner found something harmful (${what}) in a document that you added to ${about}. Nobody can open it.\n\nTell whoever looks after your computer. If the document is needed, get a clean copy and add that: ${place}`
          : `The virus scanner found something harmful (${what}) in a document that was added to ${about}. Nobody can open it, and whoever added it has been told.\n\nSee who that was: /administration/scanner`,
    })
}

/** How a message calls the record, and the page on which a clean copy is added. A message names no child. */
async function recordOf(tx: Tx, file: HarmfulFile): Promise<{ about: string; place: string }> {
  if (file.referral_id) {
    const { id, reference, status } = await tx
      .selectFrom('referral')
      .select(['id', 'reference', 'status'])
      .where('id', '=', file.referral_id)
      .executeTakeFirstOrThrow()
    return {
      about: writeReference('referral', reference),
      place: status === 'draft' ? `/referrals/${id}/attachments` : `/cases/${id}/documents`,
    }
  }
  if (file.evidence_id) {
    const { id, name, document } = await tx
      .selectFrom('evidence_item as e')
      .innerJoin('organisation as o', 'o.id', 'e.provider_id')
      .select(['o.id', 'o.name', 'e.document'])
      .where('e.id', '=', file.evidence_id)
      .executeTakeFirstOrThrow()
    return { about: `the provider ${name}`, place: `/providers/${id}/evidence/${document}` }
  }
  return { about: 'a visit to a provider', place: `/visits/${file.visit_id}` }
}

/** Whoever added it, and the data stewards. */
const people = (tx: Tx, uploader: string | null, today: IsoDate) =>
  tx
    .selectFrom('user_account as u')
    .select(['u.id', 'u.email'])
    .where('u.ended_at', 'is', null)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('u.id', '=', uploader),
        exists(
          selectFrom('membership as m')
            .select('m.id')
            .whereRef('m.user_id', '=', 'u.id')
            .where('m.role', '=', 'data-steward')
            .where('m.valid_from', '<=', today)
            .where(at => at.or([at('m.valid_to', 'is', null), at('m.valid_to', '>=', today)])),
        ),
      ]),
    )
    .execute()
