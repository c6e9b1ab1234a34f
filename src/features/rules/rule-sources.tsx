import { dayInWords } from '#domain/london-time.ts'
import { linkTo } from '#features/findings/index.ts'
import { Table } from '#govuk/index.ts'
import type { Rule } from '#rules/rule.ts'
import type { Source } from '#rules/sources.ts'
import { StandingTag } from './rules.page.tsx'

/** The sources side by side, each with its standing and with how we know it. */
export const Sources = ({ rule }: { rule: Rule }) => (
  <Table
    caption="What it rests on"
    head={['Standing', 'Source', 'In its words', 'How we know it']}
    rows={rule.sources.map(source => [
      <StandingTag standing={source.document.standing} />,
      <SourceName source={source} />,
      source.quote ? `“${source.quote}”` : '',
      readAs(source),
    ])}
  />
)

export function SourceName({ source: { document, place } }: { source: Source }) {
  const href = linkTo(document)
  return (
    <>
      {href ? (
        <a class="govuk-link" href={href} rel="noreferrer">
          {document.title}
        </a>
      ) : (
        document.title
      )}
      {place && `, ${placeInWords(place)}`}
    </>
  )
}

const placeInWords = (place: string) => (/^[\d, ]+$/.test(place) ? `line ${place}` : place)

const readAs = ({ document: { readAs: how, inForceFrom } }: Source) =>
  [
    how === 'primary text'
      ? 'Read in the original'
      : how === 'secondary source'
        ? 'Read as others restate it'
        : how === 'general knowledge'
          ? 'General knowledge, not read in the original'
          : '',
    inForceFrom ? `in force from ${dayInWords(inForceFrom)}` : '',
  ]
    .filter(Boolean)
    .join('; ')
