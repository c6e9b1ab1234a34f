import { momentInWords } from '#domain/london-time.ts'
import { InsetText, Table } from '#govuk/index.ts'
import { type Contradiction, choiceApplied } from '#rules/contradictions.ts'
import { SourceName } from '../rule-sources.tsx'
import { StandingTag } from '../rules.page.tsx'
import type { ChosenReading } from './readings.query.ts'

/** Where the sources disagree: every reading, the one applied and its reason. */
export const Disagreements = ({
  contradictions,
  readings,
  valueOn,
  mayChoose,
}: {
  contradictions: readonly Contradiction[]
  readings: ReadonlyMap<string, ChosenReading>
  valueOn: (parameter: string) => unknown
  mayChoose: boolean
}) =>
  contradictions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Where its sources disagree</h2>
      {contradictions.map(each => (
        <>
          <Disagreement contradiction={each} chosen={readings.get(each.id)} valueOn={valueOn} />
          {mayChoose && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/administration/readings/${each.id}`}>
                {each.choices
                  ? 'Choose this authority’s reading'
                  : 'Record this authority’s reading'}
                <span class="govuk-visually-hidden"> of {each.topic}</span>
              </a>
            </p>
          )}
        </>
      ))}
    </>
  )

export const Disagreement = ({
  contradiction,
  chosen,
  valueOn,
}: {
  contradiction: Contradiction
  chosen: ChosenReading | undefined
  valueOn: (parameter: string) => unknown
}) => {
  const { topic, id, readings, applied, because, choices, settled } = contradiction
  const now = choiceApplied(contradiction, valueOn)
  const isOurs = !choices || now === choices[0]
  return (
    <>
      <Table
        caption={`${topic} (${id})`}
        head={['Source', 'Standing', 'What it says']}
        rows={readings.map(({ source, says }) => [
          <SourceName source={source} />,
          <StandingTag standing={source.document.standing} />,
          says,
        ])}
      />
      <InsetText>
        <p class="govuk-body">
          <strong>The rule applies:</strong>{' '}
          {isOurs
            ? `${applied} ${because}`
            : (now?.says ??
              'numbers of this authority’s own, which fit none of the readings below.')}
        </p>
        {chosen && (
          <p class="govuk-body">
            <strong>This authority reads it so:</strong> {chosen.reading} {chosen.because} (
            {chosen.chosenBy ?? 'the authority'}, {momentInWords(chosen.chosenAt)})
          </p>
        )}
        {choices ? (
          <p class="govuk-body">
            <strong>It could also apply:</strong>{' '}
            {choices
              .filter(each => each !== now)
              .map(({ says }) => says)
              .join('; ')}
            .
          </p>
        ) : (
          <p class="govuk-body">
            <strong>No other reading can be worked out:</strong> {settled}
          </p>
        )}
      </InsetText>
    </>
  )
}
