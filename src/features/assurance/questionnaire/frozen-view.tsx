import { dayInWords } from '#domain/london-time.ts'
import { Details, Tag } from '#govuk/index.ts'
import { questions } from '#rules/data/questions.ts'
import type { Frozen } from './frozen.ts'
import { sections } from './lifecycle.ts'
import type { EvidenceRequest, SectionRating } from './requests.query.ts'
import { RatingView, RequestsOf } from './requests-view.tsx'

type FrozenAnswer = Frozen['answers'][number]

/** The form as it was returned: each answer with where it came from, and what has changed since the last one. */
export const FrozenView = ({
  frozen,
  earlier,
  ratings,
  requests,
  askHref,
  supplyHref,
}: {
  frozen: Frozen
  earlier: Frozen | undefined
  ratings: readonly SectionRating[]
  requests: readonly EvidenceRequest[]
  /** For who may ask for evidence on a question. */
  askHref?: ((question: number) => string) | undefined
  /** For who is to supply it. */
  supplyHref?: ((request: string) => string) | undefined
}) => (
  <>
    {sections.map(section => (
      <section>
        <h2 class="govuk-heading-m">{section}</h2>
        <RatingView rating={ratings.find(each => each.section === section)} />
        {questions
          .filter(each => each.section === section)
          .map(({ number }) => {
            const answer = frozen.answers.find(({ question }) => question === number)
            if (!answer) return null
            return (
              <AnswerView
                answer={answer}
                before={earlier?.answers.find(({ question }) => question === number)}
                compared={earlier !== undefined}
              >
                <RequestsOf
                  requests={requests.filter(({ question }) => question === number)}
                  supplyHref={supplyHref}
                />
                {askHref && (
                  <p class="govuk-body govuk-!-display-none-print">
                    <a class="govuk-link" href={askHref(number)}>
                      Ask for evidence
                      <span class="govuk-visually-hidden"> on question {number}</span>
                    </a>
                  </p>
                )}
              </AnswerView>
            )
          })}
      </section>
    ))}
  </>
)

const AnswerView = ({
  answer,
  before,
  compared,
  children,
}: {
  answer: FrozenAnswer
  before: FrozenAnswer | undefined
  compared: boolean
  children: unknown
}) => {
  const changed = before !== undefined && before.answer.trim() !== answer.answer.trim()
  return (
    <>
      <h3 class="govuk-heading-s">
        {answer.question}. {answer.wording}{' '}
        {compared &&
          (changed ? (
            <Tag tone="yellow">Changed since last time</Tag>
          ) : (
            <Tag tone="grey">As last time</Tag>
          ))}
      </h3>
      {answer.registered !== null && (
        <p class="govuk-body">Registered with the Department: {answer.registered ? 'yes' : 'no'}</p>
      )}
      {answer.answer.split('\n').map(line => (
        <p class="govuk-body">{line}</p>
      ))}
      {changed && <Details summary="What was answered last time">{before.answer}</Details>}
      <Origins answer={answer} />
      {children}
    </>
  )
}

const Origins = ({ answer }: { answer: FrozenAnswer }) => (
  <p class="govuk-hint">
    Confirmed by {answer.confirmedBy} on {dayInWords(answer.confirmedOn)}.{' '}
    {answer.origins.length === 0
      ? 'Nothing on record stood behind it.'
      : `On record then: ${[...new Set(answer.origins.map(inWords))].join(', ')}.`}
  </p>
)

const inWords = ({ source, on }: FrozenAnswer['origins'][number]) =>
  on ? `${source} (${dayInWords(on)})` : source
