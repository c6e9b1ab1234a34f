import { yearGroupName } from '#domain/year-group.ts'
import { identityOf, type Sees, whatISee } from '#features/children/index.ts'
import type { Doer } from '#platform/http/visit.ts'

/** One thing that may be told to a provider about a child: what it is called, and what it says today. */
export interface Releasable {
  readonly key: string
  readonly label: string
  readonly value: string
}

/** What the provider writes its register by: always told. Everything else the sender chooses, or writes. */
export const alwaysTold = ['name', 'born'] as const

/** What somebody writes for this offer, because the record does not hold it in words fit for a provider. */
export const writtenFields = {
  risks: 'Risks, and what keeps everybody safe',
  health: 'Health, medicines and allergies',
  helps: 'What helps this child to learn',
  emergency: 'Whom to ring in an emergency',
} as const
export type WrittenField = keyof typeof writtenFields

/** What the record says and the sender may see. A protected address is not among it, and no address ever is. */
export async function releasableFields(
  { tx, today }: Pick<Doer, 'tx' | 'today'>,
  childId: string,
): Promise<Releasable[]> {
  const child = await identityOf(tx, childId, today)
  const sees: Sees = await whatISee(tx, childId)
  const upn = child.upn
  return [
    { key: 'name', label: 'Name', value: child.name },
    { key: 'born', label: 'Date of birth', value: child.birthDate },
    ...(child.knownAs ? [{ key: 'knownAs', label: 'Known as', value: child.knownAs }] : []),
    { key: 'year', label: 'Year group', value: yearGroupName(child.yearGroup) },
    {
      key: 'school',
      label: 'School of roll',
      value: child.schoolOfRoll?.name ?? 'On no roll',
    },
    ...(upn ? [{ key: 'upn', label: 'Unique pupil number', value: upn }] : []),
    ...(sees.specialNeeds && child.specialNeeds
      ? [
          {
            key: 'specialNeeds',
            label: 'Special educational needs',
            value: needWords[child.specialNeeds] ?? child.specialNeeds,
          },
        ]
      : []),
    ...(sees.care && child.care
      ? [
          {
            key: 'care',
            label: 'Looked after',
            value: child.care.status === 'looked-after' ? 'Yes' : 'No',
          },
        ]
      : []),
  ]
}

const needWords: Readonly<Record<string, string>> = {
  none: 'None',
  'sen-support': 'SEN support',
  ehcp: 'An EHCP',
}

/** The words for a field of a snapshot, in the order in which they are shown. */
export const releasedLabels: Readonly<Record<string, string>> = {
  name: 'Name',
  knownAs: 'Known as',
  born: 'Date of birth',
  year: 'Year group',
  school: 'School of roll',
  upn: 'Unique pupil number',
  specialNeeds: 'Special educational needs',
  care: 'Looked after',
  ...writtenFields,
}

/** What was told, by its words within a sentence: “name, date of birth, year group”. */
export const releasedInWords = (told: object): string =>
  Object.entries(releasedLabels)
    .filter(([key]) => key in told)
    .map(([, label]) => label.charAt(0).toLowerCase() + label.slice(1))
    .join(', ')
