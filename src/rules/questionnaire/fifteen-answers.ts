import { comparedOn } from '../compared-on.ts'
import { questions } from '../data/questions.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'

export const fifteenAnswers: Rule = {
  id: 'QST-05',
  area: 'QST',
  title: 'Fifteen questions in three sections',
  statement: 'A questionnaire is returned when all fifteen questions are answered.',
  binds: 'Commissioning school',
  test: 'Blocks the return while fewer than fifteen answers say something: blanks are no answers. Silent once the form is returned.',
  basis: ['council-expectation'],
  levels: ['high'],
  blocks: ['return-questionnaire'],
  sources: [cite(pack, '266-333')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('questionnaire', ({ returnedDate, answers = {} }, world) => {
      if (world.happened(returnedDate)) return undefined
      const required = questions.length
      const answered = questions.filter(({ number }) => answers[number]?.trim()).length
      if (answered >= required) return undefined
      return {
        level: 'high',
        blocks: ['return-questionnaire'],
        values: { answered, required },
        message: `${answered} of ${required} questions are answered. Answer the rest before the form is returned.`,
      }
    }),
  ],
}
