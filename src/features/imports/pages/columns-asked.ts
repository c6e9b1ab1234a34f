import { z } from 'zod'
import { optionalDay, ticked } from '#platform/forms.ts'
import type { Batch } from '../batch.ts'
import { fieldsOf } from '../fields.ts'

export type ColumnAnswers = Record<string, string | boolean | null | undefined>

/** What may be answered about the columns: no meaning twice, and enough to know each child by. */
export function columnsAsked(batch: Batch): z.ZodType<ColumnAnswers> {
  const keys = fieldsOf(batch.kind).map(({ key }) => key)
  const shape: Record<string, z.ZodType> = Object.fromEntries(
    batch.headers.map((_, at) => [
      `column-${at}`,
      z
        .string()
        .optional()
        .refine(key => !key || keys.includes(key), 'Choose from the list'),
    ]),
  )
  if (batch.kind === 'children') {
    shape['rollFrom'] = optionalDay('the first day on roll').refine(
      day => day !== null,
      'Enter the first day on roll',
    )
    shape['blankClears'] = ticked()
  }
  return z.object(shape).superRefine((answers, context) => {
    const chosen = new Map<string, number>()
    for (const at of batch.headers.keys()) {
      const key = answers[`column-${at}`] as string | undefined
      if (!key) continue
      const earlier = chosen.get(key)
      if (earlier !== undefined)
        context.addIssue({
          code: 'custom',
          path: [`column-${at}`],
          message: `“${nameOf(batch, key)}” is chosen for two columns: “${batch.headers[earlier]}” and “${batch.headers[at]}”`,
        })
      else chosen.set(key, at)
    }
    const missing = missingFields(batch, new Set(chosen.keys()))
    if (missing) context.addIssue({ code: 'custom', path: ['column-0'], message: missing })
  }) as unknown as z.ZodType<ColumnAnswers>
}

function missingFields({ kind }: Batch, chosen: ReadonlySet<string>): string | undefined {
  const named = chosen.has('name') || (chosen.has('forename') && chosen.has('surname'))
  if (kind === 'referrals' && chosen.has('upn')) return undefined
  if (!named) return 'Choose which columns hold forename and surname, or the full name'
  return chosen.has('birthDate') ? undefined : 'Choose which column holds the date of birth'
}

const nameOf = ({ kind }: Batch, key: string) =>
  fieldsOf(kind).find(field => field.key === key)?.name ?? key
