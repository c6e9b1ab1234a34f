import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { SummaryRow } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** What decides whether a child can be placed under the protocol at all: the EHCP and care (rule FA-09). */
export async function standingOf(tx: Tx, childId: string) {
  const needs = await tx
    .selectFrom('special_needs')
    .select(['status'])
    .where('child_id', '=', childId)
    .where('to_on', 'is', null)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  const care = await tx
    .selectFrom('care_status')
    .select(['status', 'authority'])
    .where('child_id', '=', childId)
    .where('to_on', 'is', null)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  return {
    needs: needs?.status,
    care: care?.status,
    careAuthority: care?.authority ?? null,
    stop: stopOf(needs?.status, care?.status),
  }
}
export type Standing = Awaited<ReturnType<typeof standingOf>>

function stopOf(needs: string | undefined, care: string | undefined) {
  if (!needs)
    return 'Record first whether the child has special educational needs: a child with an EHCP is not placed under the protocol.'
  if (!care)
    return 'Record first whether the child is looked after: a looked-after child is not placed under the protocol.'
  if (needs === 'ehcp')
    return 'The child has an EHCP, so the plan names the school. The Fair Access Protocol does not apply (School Admissions Code 2021, paragraph 3.17): SENA leads.'
  if (care === 'looked-after')
    return 'The child is looked after, so the Virtual School and Admissions secure the place. The Fair Access Protocol does not apply (School Admissions Code 2021, paragraph 3.17).'
  return undefined
}

const needWords: Readonly<Record<string, string>> = {
  none: 'None',
  'sen-support': 'SEN support',
  ehcp: 'EHCP',
}
const careWords: Readonly<Record<string, string>> = {
  'never-looked-after': 'Never looked after',
  'looked-after': 'Looked after',
  'previously-looked-after': 'Previously looked after',
}

export const standingRows = (
  { needs, care, careAuthority }: Standing,
  childId: string,
): SummaryRow[] => [
  {
    key: 'Special educational needs',
    value: needs ? (needWords[needs] ?? needs) : 'Not recorded',
    actions: [
      {
        href: `/children/${childId}/special-needs`,
        children: needs ? 'Change' : 'Record',
        visuallyHiddenText: 'special educational needs',
      },
    ],
  },
  {
    key: 'Care',
    value: care
      ? `${careWords[care] ?? care}${careAuthority ? `, ${localAuthorities.find(careAuthority)?.name ?? careAuthority}` : ''}`
      : 'Not recorded',
    actions: [
      {
        href: `/children/${childId}/care`,
        children: care ? 'Change' : 'Record',
        visuallyHiddenText: 'care status',
      },
    ],
  },
]
