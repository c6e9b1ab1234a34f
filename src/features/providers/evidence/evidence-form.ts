import { z } from 'zod'
import { choices, day, optionalDay, optionalText, text } from '#platform/forms.ts'
import { pounds } from '#platform/pounds-answer.ts'
import { safeguardingProcedures } from '#rules/data/documents.ts'
import type { NewEvidence } from './add-evidence.ts'
import { centralRecord, type EvidenceKind, safeguardingProceduresDocument } from './documents.ts'

type Answered = Omit<NewEvidence, 'providerId' | 'document'>
const procedureIds = safeguardingProcedures.map(({ id }) => id) as [
  (typeof safeguardingProcedures)[number]['id'],
  ...(typeof safeguardingProcedures)[number]['id'][],
]

/** A number that the record may leave blank: then that is what is said of it. Nought is a number. */
const optionalCount = (thing: string) =>
  optionalText({ most: 6 })
    .refine(typed => typed === null || /^\d{1,5}$/.test(typed), `Enter ${thing} as a whole number`)
    .transform(typed => (typed === null ? null : Number(typed)))

/** What is asked of a document: of every one its days, and of some what Appendix 2 wants to know. */
export function evidenceSchema(kind: EvidenceKind): z.ZodType<Answered> {
  if (kind.insurance) return insuranceSchema
  const shared = {
    issuedOn: optionalDay('the day from which it holds'),
    expiresOn: optionalDay('the day until which it holds'),
    note: optionalText({ most: 2000 }),
  }
  const inOrder = ({
    issuedOn,
    expiresOn,
  }: {
    issuedOn: string | null
    expiresOn: string | null
  }) => !issuedOn || !expiresOn || issuedOn <= expiresOn
  const wrongOrder = {
    path: ['expiresOn'],
    message: 'The last day must be the first day or later',
  }
  if (kind.id === centralRecord)
    return z
      .object({
        ...shared,
        staffCount: optionalCount('the number of staff'),
        firstAiderCount: optionalCount('the number of first-aiders'),
      })
      .refine(inOrder, wrongOrder)
  if (kind.id === safeguardingProceduresDocument)
    return z.object({ ...shared, procedures: choices(procedureIds) }).refine(inOrder, wrongOrder)
  if (kind.mayBeStatement)
    return z
      .object({
        ...shared,
        applies: z.enum(['yes', 'no'], 'Say whether you have this document'),
        notApplicableBecause: optionalText({ most: 2000 }),
      })
      .refine(inOrder, wrongOrder)
      .refine(
        ({ applies, notApplicableBecause }) =>
          applies === 'yes' || (notApplicableBecause ?? '').length >= 10,
        { path: ['notApplicableBecause'], message: 'Say in a sentence why it does not apply' },
      )
      .transform(({ applies, notApplicableBecause, ...rest }) => ({
        ...rest,
        notApplicableBecause: applies === 'no' ? notApplicableBecause : null,
      }))
  return z.object(shared).refine(inOrder, wrongOrder)
}

const insuranceSchema: z.ZodType<Answered> = z
  .object({
    insurer: text('Enter the name of the insurer', { most: 200 }),
    policyNumber: text('Enter the number of the policy', { most: 100 }),
    amount: pounds('the amount of cover'),
    startsOn: day('the first day of cover'),
    endsOn: day('the last day of cover'),
    note: optionalText({ most: 2000 }),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'The last day of cover must be the first day or later',
  })
  .transform(({ insurer, policyNumber, amount, startsOn, endsOn, note }) => ({
    note,
    insurance: {
      insurer,
      policyNumber,
      amountPence: amount,
      startsOn,
      endsOn,
    },
  }))
