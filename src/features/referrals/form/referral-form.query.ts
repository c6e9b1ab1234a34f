import { NotFound } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type ChildRecord, childRecord } from '../child-record.query.ts'
import { referralToChange } from '../move-referral.ts'
import type { RowKind } from './sections.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: string }

/** A referral with everything that its sections show. */
export interface ReferralForm {
  readonly referral: Awaited<ReturnType<typeof referralToChange>>
  readonly child: ChildRecord
  readonly rows: Readonly<Record<RowKind, readonly Stored[]>>
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[]
}

/** Opens one’s own organisation’s referral. Another’s is as absent as one that never was. */
export async function referralForm(
  { tx, me, today }: Pick<Doer, 'tx' | 'me' | 'today'>,
  id: string,
): Promise<ReferralForm> {
  const referral = await referralToChange(tx, id)
  if (referral.referring_organisation_id !== me.organisationId || !referral.child_id)
    throw new NotFound()
  const [child, steps, attendance, risks, files] = await Promise.all([
    childRecord(tx, referral.child_id, today),
    tx
      .selectFrom('response_step')
      .selectAll()
      .where('referral_id', '=', id)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('attendance_summary')
      .selectAll()
      .where('referral_id', '=', id)
      .orderBy('school_year', 'desc')
      .execute(),
    tx.selectFrom('risk').selectAll().where('referral_id', '=', id).orderBy('id').execute(),
    tx
      .selectFrom('file')
      .select(['id', 'name', 'size'])
      .where('referral_id', '=', id)
      .where('removed_at', 'is', null)
      .orderBy('uploaded_at')
      .execute(),
  ])
  if (!child) throw new NotFound()
  return {
    referral,
    child,
    rows: { steps, attendance, risks },
    files: files.map(file => ({ ...file, size: Number(file.size) })),
  }
}
