import type { ComponentChildren } from 'preact'
import { placeWords } from '#features/findings/index.ts'
import { InsetText } from '#govuk/index.ts'
import { ruleCalled } from '#rules/registry.ts'

/** “The Co-ordinators’ FAQ, line 188 (RTE-06)”: where a sentence comes from. */
export function sourceWords(ruleId: string): string {
  const [source] = ruleCalled(ruleId)?.sources ?? []
  return source ? `${placeWords(source)} (rule ${ruleId})` : `Rule ${ruleId}`
}

/** What a rule means here, with its source. */
export const RuleInset = ({ rule, children }: { rule: string; children: ComponentChildren }) => (
  <InsetText>
    <p class="govuk-body">{children}</p>
    <p class="govuk-body-s govuk-!-margin-bottom-0">Source: {sourceWords(rule)}</p>
  </InsetText>
)
