import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import { questionnaireDue } from '../counting/questionnaire-due.ts'
import type { Questionnaire } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { questionnaireTime } from '../parameters/plan.ts'
import { on, type Rule } from '../rule.ts'
import { cite, ourDesign, pack } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { requiredForms } from './required-forms.ts'

export const returnIt: Rule = {
  id: 'QST-03',
  area: 'QST',
  title: 'Return the questionnaire to the Virtual School',
  statement: 'A completed questionnaire goes to the Virtual School.',
  binds: 'Commissioning school',
  test: 'Information while a form that is required exists and is not returned. Due as QST-01.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(pack, '11', 'the Questionnaire for Commissioners should be returned to'),
    cite(ourDesign),
  ],
  parameters: [questionnaireTime],
  checkedOn: comparedOn,
  checks: [on('questionnaire', judge)],
}

function judge(form: Questionnaire, world: World, law: Law): Draft | undefined {
  if (world.happened(form.returnedDate)) return undefined
  const required = requiredForms(form.pupil, world).find(
    ({ provider, school }) => provider === form.provider && school === form.commissioner,
  )
  if (!required) return undefined
  const by = questionnaireDue(required.placement, required.school, world, law)
  const { due, overdueDays, unknown } = dueBy(by, world)
  return {
    level: 'info',
    due,
    overdueDays,
    values: { status: 'draft', task: 'return-questionnaire', unknown },
    message: `The questionnaire is a draft. Complete it and return it to the Virtual School${by === undefined ? '' : ` by ${spokenDay(by)}`}.`,
  }
}
