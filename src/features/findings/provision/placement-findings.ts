import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { provisionRules, runsOut } from './provision-rules.ts'

export interface PlacementFinding {
  readonly placementId: string
  readonly childId: string
  readonly finding: Finding
}

/**
 * What the rules find about these placements: of the placement, of its child, of its provider, and of the short-term
 * plan there, and of the questionnaire about it. What is said of a child at one provider belongs to the placements at that one.
 */
export function placementFindings(
  facts: Facts,
  wanted: ReadonlySet<string>,
  parameters: ParameterVersions,
): PlacementFinding[] {
  const placements = (facts.placements ?? []).filter(({ id }) => wanted.has(id))
  const plans = new Map((facts.substantialPlans ?? []).map(plan => [plan.id, plan]))
  const forms = new Map((facts.questionnaires ?? []).map(form => [form.id, form]))
  const byPupil = Map.groupBy(placements, ({ pupil }) => pupil)
  const byProvider = Map.groupBy(placements, ({ provider }) => provider)
  const about = ({ rule, subject, values }: Finding) => {
    if (rule === runsOut && values?.['status'] !== 'expired') return []
    if (subject.type === 'placement') return placements.filter(({ id }) => id === subject.id)
    if (subject.type === 'provider') return byProvider.get(subject.id) ?? []
    if (subject.type === 'pupil') {
      const provider = values?.['provider']
      const mine = byPupil.get(subject.id) ?? []
      const school = values?.['school']
      return mine.filter(
        each =>
          (!provider || each.provider === provider) &&
          (typeof school !== 'string' ||
            !each.commissioners ||
            each.commissioners.includes(school)),
      )
    }
    if (subject.type === 'questionnaire') {
      const form = forms.get(subject.id)
      return (byPupil.get(form?.pupil ?? '') ?? []).filter(
        each => each.provider === form?.provider && each.commissioners?.includes(form.commissioner),
      )
    }
    const plan = subject.type === 'substantial-plan' ? plans.get(subject.id) : undefined
    return plan
      ? (byPupil.get(plan.pupil) ?? []).filter(({ provider }) => provider === plan.provider)
      : []
  }
  return evaluate(facts, { rules: provisionRules, parameters }).flatMap(finding =>
    about(finding).map(({ id, pupil }) => ({ placementId: id, childId: pupil, finding })),
  )
}
