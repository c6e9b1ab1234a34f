import { findingHref, levelTag, recordName } from '#features/findings/index.ts'
import type { ArticleLink } from '#features/guidance/index.ts'
import { Table } from '#govuk/index.ts'
import type { Action } from '#rules/finding.ts'
import type { Rule } from '#rules/rule.ts'
import type { OpenFindings } from './open-findings.query.ts'

/** Where the rule is explained, and what it finds now among the records of the reader. */
export const GuidanceAndFindings = ({
  rule,
  articles,
  open,
}: {
  rule: Rule
  articles: readonly ArticleLink[]
  open: OpenFindings | undefined
}) => (
  <>
    <h2 class="govuk-heading-m">Guidance about it</h2>
    {articles.length === 0 ? (
      <p class="govuk-body">No article cites this rule yet.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {articles.map(({ slug, title }) => (
          <li>
            <a class="govuk-link" href={`/guidance/${slug}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={`/questions/new?about=/rules/${rule.id}`}>
        Ask about this rule
      </a>
    </p>
    {open && <OpenOnes rule={rule} open={open} />}
  </>
)

const OpenOnes = ({ rule, open }: { rule: Rule; open: OpenFindings }) => (
  <>
    <h2 class="govuk-heading-m">Open findings on records you may see ({open.total})</h2>
    <Table
      caption="Open findings"
      captionHidden
      empty="None of the records you may see has an open finding of this rule."
      head={['Record', 'Level', 'What it says']}
      rows={open.findings.map(row => [
        <a class="govuk-link onroll-no-break" href={findingHref(row)}>
          {recordName(row)}
        </a>,
        levelTag({ level: row.level, blocks: row.blocks as Action[] }),
        row.message,
      ])}
    />
    {open.total > open.findings.length && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/findings?rule=${rule.id}`}>
          All {open.total} open findings of this rule
        </a>
      </p>
    )}
  </>
)
