import { type CaseFindingRow, levelTag, linkTo, placeWords } from '#features/findings/index.ts'
import { Details, Table } from '#govuk/index.ts'
import { ruleCalled } from '#rules/registry.ts'

/**
 * What the rules find, short enough to be printed: a row for each rule with its sources, the gravest first. What one
 * rule says of many documents is counted, and named beneath.
 */
export const FindingsTable = ({ findings }: { findings: readonly CaseFindingRow[] }) => (
  <Table
    caption="What the rules say"
    captionHidden
    head={['How grave', 'What is found', 'Rule', 'Rests on']}
    rows={[...Map.groupBy(findings, ({ rule }) => rule)].flatMap(([rule, all]) => {
      const [first, ...more] = all
      if (!first) return []
      return [
        [
          levelTag(first),
          <Said first={first} more={more} />,
          <RuleLink id={rule} />,
          <Sources id={rule} />,
        ],
      ]
    })}
    empty="Nothing stands against it."
  />
)

const Said = ({ first, more }: { first: CaseFindingRow; more: readonly CaseFindingRow[] }) => (
  <div>
    {first.message}
    {first.acceptedAt && ` Accepted by ${first.acceptedName}: ${first.acceptedReason}`}
    {more.length > 0 && (
      <Details summary={`and ${more.length} more of this rule`}>
        <ul class="govuk-list govuk-list--bullet">
          {more.map(({ message }) => (
            <li>{message}</li>
          ))}
        </ul>
      </Details>
    )}
  </div>
)

const RuleLink = ({ id }: { id: string }) => (
  <a class="govuk-link" href={`/rules/${id}`}>
    {id}
  </a>
)

const Sources = ({ id }: { id: string }) => (
  <div>
    {(ruleCalled(id)?.sources ?? []).map((source, at) => {
      const href = linkTo(source.document)
      return (
        <>
          {at > 0 && '; '}
          {href ? (
            <a class="govuk-link" href={href}>
              {placeWords(source)}
            </a>
          ) : (
            placeWords(source)
          )}
        </>
      )
    })}
  </div>
)
