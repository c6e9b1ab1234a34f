import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type Changes, changeReferral } from '../move-referral.ts'
import type { AnswerValue } from './fields.ts'
import type { ReferralForm } from './referral-form.query.ts'
import type { Section } from './sections.ts'

/** Where its school may still change the answers. Once sent, changes are seen by others only when they are sent too. */
const open = new Set(['draft', 'returned', 'submitted', 'accepted', 'listed'])

export const isEditable = (status: string): boolean => open.has(status)

export function refuseClosed(status: string) {
  if (!isEditable(status))
    throw new Refusal(`You can no longer change this referral: it is ${status}.`)
}

/** Keeps the answers of one section, and whether it is finished. */
export async function saveSection(
  { tx, audit }: Pick<Doer, 'tx' | 'audit'>,
  { referral }: Pick<ReferralForm, 'referral'>,
  section: Section,
  answers: Readonly<Record<string, AnswerValue>>,
  { done }: { done: boolean },
): Promise<void> {
  refuseClosed(referral.status)
  const columns = Object.fromEntries(
    section.fields
      .filter(({ name }) => (name as string) !== 'confirmed')
      .map(({ name }) => [name, answers[name] ?? null]),
  ) as Changes
  const others = referral.sections_done.filter(key => key !== section.key)
  await changeReferral(tx, referral, {
    ...columns,
    ...tierOf(answers['asked_for']),
    sections_done: done ? [...others, section.key] : others,
  })
  audit({
    event: 'referral.changed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: referral.child_id ?? undefined,
    detail: { section: section.key, done },
  })
}

/** The tier stands in a column of its own, because reports count by it. */
const tierOf = (asked: AnswerValue | undefined): Changes => {
  if (asked === undefined) return {}
  const tier = /^tier-([234])$/.exec(String(asked))?.[1]
  return { tier_asked_for: tier ? Number(tier) : null }
}
