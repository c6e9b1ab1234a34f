import type { IsoDate } from '#domain/dates.ts'
import { Tag, TaskList } from '#govuk/index.ts'
import { questions } from '#rules/data/questions.ts'
import type { Piece } from '../known/piece.ts'
import { sections } from './lifecycle.ts'
import type { Answer } from './questionnaire.query.ts'
import { type Standing, standingOf } from './standing.ts'

/** The fifteen questions in their three sections, each with how it stands. */
export const QuestionList = ({
  formId,
  answers,
  pieces,
  asked,
  today,
}: {
  formId: string
  answers: ReadonlyMap<number, Answer>
  pieces: Readonly<Record<number, readonly Piece[]>>
  /** Questions on which evidence is asked for. */
  asked: ReadonlySet<number>
  today: IsoDate
}) => (
  <>
    {sections.map(section => (
      <>
        <h2 class="govuk-heading-m">{section}</h2>
        <TaskList
          idPrefix={section.toLowerCase().replaceAll(' ', '-')}
          items={questions
            .filter(each => each.section === section)
            .map(({ number, wording }) => ({
              title: `${number}. ${wording}`,
              href: `/questionnaires/${formId}/questions/${number}`,
              ...(asked.has(number) ? { hint: 'Evidence is asked for on this question' } : {}),
              status: statusOf(
                standingOf(answers.get(number), pieces[number] ?? [], today),
                (pieces[number] ?? []).length,
              ),
            }))}
        />
      </>
    ))}
  </>
)

function statusOf(standing: Standing, known: number) {
  if (standing === 'confirmed') return 'Confirmed'
  if (standing === 'look again') return <Tag tone="yellow">Look again</Tag>
  return known > 0 ? <Tag>To confirm</Tag> : <Tag tone="grey">To answer</Tag>
}
