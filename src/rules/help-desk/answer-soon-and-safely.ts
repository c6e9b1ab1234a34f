import { daysBetween } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import type { Question } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const answerSoonAndSafely: Rule = {
  id: 'HLP-02',
  area: 'HLP',
  title: 'Answered as soon as possible, published without personal data',
  statement:
    'Questions are answered as soon as possible and the answer is posted. Nothing that could name a child is ever published: such a question has a private reply.',
  binds: 'The people who answer',
  test: 'Shows the age of an unanswered question. Stops publishing while it contains personal data or has not been checked; a breach when such a question is published.',
  basis: ['local-agreement'],
  levels: ['info', 'high', 'breach'],
  blocks: ['publish-answer'],
  sources: [
    cite(faq, '7', 'We will answer as soon as we can.'),
    cite(faq, '205', 'your answer will be posted asap'),
    cite(ourDesign, 'UK GDPR: a question may hold a child’s data'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('question', (question, world): readonly Draft[] => [
      ...unanswered(question, world),
      ...unsafe(question, world),
    ]),
  ],
}

function unanswered({ askedAt, answeredAt }: Question, world: World): readonly Draft[] {
  if (world.happened(answeredAt)) return []
  const ageDays = Math.max(0, daysBetween(world.dayOf(askedAt), world.today))
  return [
    {
      level: 'info',
      values: { task: 'answer', ageDays },
      message: ageDays
        ? `This question has waited since ${spokenDay(world.dayOf(askedAt))}.`
        : 'This question was asked today.',
    },
  ]
}

function unsafe({ containsPersonalData, publishedAt }: Question, world: World): readonly Draft[] {
  if (containsPersonalData === false) return []
  if (containsPersonalData === undefined)
    return [
      {
        level: 'high',
        blocks: ['publish-answer'],
        values: { unknown: 'personal-data' },
        message: 'Check for names and other personal data before anything is published.',
      },
    ]
  return [
    world.happened(publishedAt)
      ? {
          level: 'breach',
          values: { task: 'unpublish-and-redact' },
          message: 'A question with personal data has been published. Take it down and redact it.',
        }
      : {
          level: 'high',
          blocks: ['publish-answer'],
          values: { task: 'reply-privately' },
          message: 'The question contains personal data. Reply privately; publish nothing of it.',
        },
  ]
}
