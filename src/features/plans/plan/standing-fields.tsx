import { z } from 'zod'
import type { FormState } from '#govuk/index.ts'
import { Select, TextInput } from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { type Progress, progressKeys, progressWords } from './fields.ts'
import type { Objective } from './plan.query.ts'

/** For each objective how it stands, in a form of its own name. */
export const standingShape = (objectives: readonly Objective[]): Record<never, z.ZodType> =>
  Object.fromEntries(
    objectives.flatMap(({ id }): [string, z.ZodType][] => [
      [`standing-${id}`, z.enum(['', ...progressKeys]).optional()],
      [`note-${id}`, optionalText({ most: 2000 })],
    ]),
  )

/** What shows it, without how it stands, would be kept nowhere: whoever wrote it is asked, and their words stay. */
export const standingsWhole =
  (objectives: readonly Objective[]) =>
  (answers: object, context: z.core.$RefinementCtx): void => {
    const given = answersIn(answers)
    for (const { id } of objectives)
      if (given[`note-${id}`] && !given[`standing-${id}`])
        context.addIssue({
          code: 'custom',
          path: [`standing-${id}`],
          message: 'Choose how it stands, or leave out what shows it',
        })
  }

export const StandingFields = ({
  objectives,
  form,
  blank = 'Not looked at',
}: {
  objectives: readonly Objective[]
  form: FormState
  blank?: string
}) => (
  <>
    {objectives.map(({ id, objective, progress: [last] }) => (
      <>
        <Select
          name={`standing-${id}`}
          label={`How does it stand: ${objective}`}
          hint={last ? `Noted last: ${progressWords[last.standing]}` : undefined}
          items={progressWords}
          blank={blank}
          form={form}
        />
        <TextInput name={`note-${id}`} label={`What shows it: ${objective}`} form={form} />
      </>
    ))}
  </>
)

export interface Standing {
  readonly objective: string
  readonly standing: Progress | null
  readonly note: string | null
}

/** Every objective that was asked about; those that were not looked at have no standing. */
export function standingsIn(objectives: readonly Objective[], answers: object): Standing[] {
  const given = answersIn(answers)
  return objectives.map(({ id }) => {
    const standing = progressKeys.find(each => each === given[`standing-${id}`]) ?? null
    return { objective: id, standing, note: standing && (given[`note-${id}`] ?? null) }
  })
}

/** Those of them that were looked at. */
export const progressFrom = (objectives: readonly Objective[], answers: object) =>
  standingsIn(objectives, answers).flatMap(({ standing, ...rest }) =>
    standing ? [{ ...rest, standing }] : [],
  )

const answersIn = (answers: object) =>
  answers as Readonly<Record<string, string | null | undefined>>
