import { levelWords } from '#features/findings/index.ts'
import { Tag } from '#govuk/index.ts'
import type { WorkedExample } from './worked-examples.ts'

/** Worked cases with invented children, run as this page was opened. */
export const Examples = ({ examples }: { examples: readonly WorkedExample[] }) =>
  examples.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Worked examples</h2>
      <p class="govuk-body">
        Invented cases. Onroll worked them out just now, with the rules as they were shipped.
      </p>
      {examples.map(({ id, title, note, asOf, findings, holds }) => (
        <section class="govuk-!-margin-bottom-6">
          <h3 class="govuk-heading-s">
            {id}: {title}
          </h3>
          {note && <p class="govuk-body">{note}</p>}
          {findings.length === 0 ? (
            <p class="govuk-body">Seen on {asOf.slice(0, 10)}, the rule is silent.</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {findings.map(({ level, message }) => (
                <li>
                  <Tag tone={levelWords[level].tone}>{levelWords[level].word}</Tag> {message}
                </li>
              ))}
            </ul>
          )}
          <p class="govuk-body-s">
            {holds ? 'As expected' : 'Not as expected: tell the data steward'}
          </p>
        </section>
      ))}
    </>
  )
