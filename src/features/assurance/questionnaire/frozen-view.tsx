import { dayInWords } from '#domain/london-time.ts'
import { Details, Tag } from '#govuk/index.ts'
import { questions } from '#rules/data/questions.ts'
import type { Frozen, ReturnedBefore } from './frozen.ts'
import { sections } from './lifecycle.ts'
import type { EvidenceRequest, SectionRating } from './requests.query.ts'
import { RatingView, RequestsOf } from './requests-view.tsx'

type FrozenAnswer = Frozen['answers'][number]

/** The form as it was returned: each answer with where it came from, and what has changed since the last one. */
export const FrozenView = ({
  frozen,
  earlier,
  before,
  ratings,
  requests,
  askHref,
  supplyHref,
}: {
  frozen: Frozen
  /** The form before this one. */
  earlier: Frozen | undefined
  /** This form as it was returned before, and sent back. */
  before: ReturnedBefore | undefined
  ratings: readonly SectionRating[]
  requests: readonly EvidenceRequest[]
  /** For who may ask for evidence on a question. */
  askHref?: ((question: number) => string) | undefined
  /** For who is to supply it. */
  supplyHref?: ((request: string) => string) | undefined
}) => (
  <>
    {before && <SentBackBefore before={before} frozen={frozen} />}
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
                comparisons={[
                  ...(before ? [{ since: 'it was sent back', form: before.returned }] : []),
                  ...(earlier ? [{ since: 'last time', form: earlier }] : []),
                ]}
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
  comparisons,
  children,
}: {
  answer: FrozenAnswer
  comparisons: readonly { readonly since: string; readonly form: Frozen }[]
  children: unknown
}) => {
  const compared = comparisons.map(({ since, form }) => {
    const was = form.answers.find(({ question }) => question === answer.question)
    return { since, was: was && isChanged(was, answer) ? was : undefined }
  })
  return (
    <>
      <h3 class="govuk-heading-s">
        {answer.question}. {answer.wording}{' '}
        {compared.map(({ since, was }) => (
          <>
            <Tag tone={was ? 'yellow' : 'grey'}>
              {was ? `Changed since ${since}` : sameAs(since)}
            </Tag>{' '}
          </>
        ))}
      </h3>
      {answer.registered !== null && (
        <p class="govuk-body">Registered with the Department: {answer.registered ? 'yes' : 'no'}</p>
      )}
      {answer.answer.split('\n').map(line => (
        <p class="govuk-body">{line}</p>
      ))}
      {compared.map(
        ({ since, was }) =>
          was && (
            <Details
              summary={`${since === 'last time' ? 'What was answered last time' : 'What was answered before it was sent back'}`}
            >
              {was.registered !== null && `Registered: ${was.registered ? 'yes' : 'no'}. `}
              {was.answer}
            </Details>
          ),
      )}
      <Origins answer={answer} />
      {children}
    </>
  )
}

const sameAs = (since: string) =>
  since === 'last time' ? 'As last time' : `Not changed since ${since}`

const isChanged = (was: FrozenAnswer, now: FrozenAnswer) =>
  was.answer.trim() !== now.answer.trim() || was.registered !== now.registered

/** Returned anew: why it was sent back, and which answers are others now. */
const SentBackBefore = ({ before, frozen }: { before: ReturnedBefore; frozen: Frozen }) => {
  const changed = frozen.answers.filter(now => {
    const was = before.returned.answers.find(({ question }) => question === now.question)
    return was && isChanged(was, now)
  })
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        It was returned on {dayInWords(before.returned.returnedOn)} and sent back: {before.because}
      </p>
      <p class="govuk-body">
        {changed.length === 0
          ? 'No answer has changed since.'
          : `Changed since: ${changed.length === 1 ? 'question' : 'questions'} ${changed.map(({ question }) => question).join(', ')}.`}
      </p>
    </div>
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
