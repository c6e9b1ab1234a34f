import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Report } from '../report.query.ts'
import type { Part } from './parts.query.ts'

/** Keeps what is for safeguarding leads alone, and says on the report that there is such a part. */
export async function keepPart(
  { tx, me, now, audit }: Doer,
  report: Report,
  own: Pick<Part, 'id' | 'version'> | undefined,
  words: { readonly words: string; readonly actions: string | null; readonly told: string | null },
) {
  if (report.status !== 'draft')
    throw new Refusal('This report was sent meanwhile. Correct it, and write the part there.')
  if (own)
    await changeOne(
      tx
        .updateTable('provider_report_safeguarding')
        .set(words)
        .where('id', '=', own.id)
        .where('version', '=', own.version),
      'Your safeguarding part',
    )
  else
    await tx
      .insertInto('provider_report_safeguarding')
      .values({
        ...words,
        id: newId(),
        report_id: report.id,
        by_user: me.userId,
        by_organisation: me.organisationId,
        at: now,
      })
      .execute()
  if (!report.safeguarding)
    await tx
      .updateTable('provider_report')
      .set({ safeguarding: true })
      .where('id', '=', report.id)
      .execute()
  audit({
    event: 'provider-report.safeguarding-written',
    subjectKind: 'provider-report',
    subjectId: report.id,
    childId: report.child_id ?? undefined,
  })
}
