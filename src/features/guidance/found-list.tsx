import { EmptyState, Tag } from '#govuk/index.ts'
import type { Found } from './article.query.ts'

/** What was found, the best first, each with the passage that fits; or what to do when nothing was. */
export const FoundList = ({ found, q }: { found: readonly Found[]; q: string }) => {
  const meant = found[0]?.meant
  return found.length === 0 ? (
    <EmptyState
      title={`Nothing was found for “${q}”`}
      action={
        <a class="govuk-link" href={`/questions/new?words=${encodeURIComponent(q)}`}>
          Ask a question instead
        </a>
      }
    >
      Try other words, or the A to Z of topics. What people look for in vain is told to those who
      keep the guidance.
    </EmptyState>
  ) : (
    <>
      <h2 class="govuk-heading-m">
        {found.length === 1 ? 'One answer' : `${found.length} answers`} for “{q}”
      </h2>
      {meant && (
        <p class="govuk-body">
          Understood as: <strong>{meant}</strong>
        </p>
      )}
      <FoundItems found={found} />
    </>
  )
}

export const FoundItems = ({ found }: { found: readonly Found[] }) => (
  <ol class="govuk-list govuk-list--spaced">
    {found.map(({ slug, title, kind, passage }) => (
      <li>
        <a class="govuk-link govuk-!-font-weight-bold" href={`/guidance/${slug}`}>
          {title}
        </a>{' '}
        {kind === 'answer' && <Tag tone="grey">Answered question</Tag>}
        <br />
        <Passage text={passage} />
      </li>
    ))}
  </ol>
)

/** The database marks what it found with brackets that no article uses; here they become marks. */
const Passage = ({ text }: { text: string }) => (
  <>{text.split(/\[\[\[|\]\]\]/).map((part, at) => (at % 2 === 1 ? <mark>{part}</mark> : part))}</>
)
