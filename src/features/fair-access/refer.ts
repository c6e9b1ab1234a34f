import { fairAccessCategories } from '#domain/codes/fair-access-category.ts'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  changeReferral,
  referralToChange,
  startReferral,
  submitReferral,
} from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'

export interface FairAccessAnswers {
  readonly category: string
  readonly evidence: string
  readonly inYearMeasuresTried: boolean
  readonly inYearMeasures: string | null
  readonly receivedOn: IsoDate
  readonly preferredSchools: string | null
  readonly reason: string
  readonly partnershipId: string
}

/** Opens, or goes on with, Admissions’ draft about a child, and keeps what has been answered. */
export async function draftFairAccess(
  doer: Doer,
  childId: string,
  answers: FairAccessAnswers,
): Promise<string> {
  const { tx } = doer
  const id = await startReferral(doer, { childId, kind: 'fair-access' })
  const referral = await referralToChange(tx, id)
  await changeReferral(tx, referral, {
    reason: answers.reason,
    asked_for: 'A school place under the Fair Access Protocol',
    responsible_partnership_id: answers.partnershipId,
  })
  const values = {
    category: answers.category,
    evidence: answers.evidence,
    in_year_measures_tried: answers.inYearMeasuresTried,
    in_year_measures: answers.inYearMeasures,
    received_on: answers.receivedOn,
    preferred_schools: answers.preferredSchools,
  }
  await tx
    .insertInto('fair_access_case')
    .values({ referral_id: id, ...values })
    .onConflict(again => again.column('referral_id').doUpdateSet(values))
    .execute()
  return id
}

/** Sends it to the partnership: what was written is frozen, and the co-ordinator is told. */
export async function sendFairAccess(doer: Doer, referralId: string) {
  const draft = await fairAccessDraft(doer, referralId)
  const category = fairAccessCategories.find(draft.category ?? '')
  const answers = [
    ['Category', category ? `(${category.letter}) ${category.name}` : (draft.category ?? '')],
    ['Evidence', draft.evidence],
    ['Were ordinary in-year measures tried?', draft.in_year_measures_tried ? 'Yes' : 'No'],
    ['What was tried', draft.in_year_measures],
    ['Received under the protocol on', draft.received_on ? dayInWords(draft.received_on) : null],
    ['Schools the family prefers', draft.preferred_schools],
    ['What the panel should know', draft.reason],
  ] as const
  return submitReferral(doer, referralId, {
    partnership: draft.responsible_partnership_id ?? undefined,
    content: {
      sections: [
        {
          key: 'fair-access',
          title: 'Fair Access',
          rows: [],
          answers: answers.flatMap(([question, answer]) => (answer ? [{ question, answer }] : [])),
        },
      ],
    },
  })
}

export async function fairAccessDraft({ tx }: Pick<Doer, 'tx'>, referralId: string) {
  const draft = await tx
    .selectFrom('referral')
    .leftJoin('fair_access_case as fair', 'fair.referral_id', 'referral.id')
    .leftJoin(
      'organisation as partnership',
      'partnership.id',
      'referral.responsible_partnership_id',
    )
    .select([
      'referral.id',
      'referral.reference',
      'referral.status',
      'referral.version',
      'referral.child_id',
      'referral.reason',
      'referral.responsible_partnership_id',
      'partnership.name as partnership',
      'fair.category',
      'fair.evidence',
      'fair.in_year_measures_tried',
      'fair.in_year_measures',
      'fair.received_on',
      'fair.preferred_schools',
    ])
    .where('referral.id', '=', referralId)
    .where('referral.kind', '=', 'fair-access')
    .executeTakeFirst()
  if (!draft) throw new NotFound()
  return draft
}
