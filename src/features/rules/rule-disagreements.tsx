import { momentInWords } from '#domain/london-time.ts'
import { InsetText, Table } from '#govuk/index.ts'
import type { Contradiction } from '#rules/contradictions.ts'
import type { ChosenReading } from './readings.query.ts'
import { SourceName } from './rule-sources.tsx'
import { StandingTag } from './rules.page.tsx'

/** Where the sources disagree: every reading, the one applied and its reason. */
export const Disagreements = ({
  contradictions,
  readings,
  mayChoose,
}: {
  contradictions: readonly Contradiction[]
  readings: ReadonlyMap<string, ChosenReading>
  mayChoose: boolean
}) =>
  contradictions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Where its sources disagree</h2>
      {contradictions.map(each => (
        <>
          <Disagreement contradiction={each} chosen={readings.get(each.id)} />
          {mayChoose && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/administration/readings/${each.id}`}>
                Record this authority’s reading
                <span class="govuk-visually-hidden"> of {each.topic}</span>
              </a>
            </p>
          )}
        </>
      ))}
    </>
  )

export const Disagreement = ({
  contradiction: { topic, id, readings, applied, because },
  chosen,
}: {
  contradiction: Contradiction
  chosen: ChosenReading | undefined
}) => (
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
        <strong>The rule applies:</strong> {applied} {because}
      </p>
      {chosen && (
        <p class="govuk-body">
          <strong>This authority reads it so:</strong> {chosen.reading} {chosen.because} (
          {chosen.chosenBy ?? 'the authority'}, {momentInWords(chosen.chosenAt)})
        </p>
      )}
    </InsetText>
  </>
)
