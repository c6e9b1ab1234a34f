import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import { questionnaireDue } from '../counting/questionnaire-due.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { questionnaireTime } from '../parameters/plan.ts'
import { on, type Rule } from '../rule.ts'
import { cite, ourDesign, pack } from '../sources.ts'
import { providerName, schoolName, sentence, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { type RequiredForm, requiredForms } from './required-forms.ts'

export const formForEachProvider: Rule = {
  id: 'QST-01',
  area: 'QST',
  title: 'Who completes the questionnaire, and when',
  statement:
    'A school that itself commissions provision for a child looked after by this authority completes a questionnaire for each provider that the child attends.',
  binds: 'Commissioning school',
  test: 'For each provider and commissioning school of an own looked-after pupil with a live placement and no returned form: information up to the due day, a breach after it. Due, by our default, the tenth school day after the later of the placement’s start and the start of care. Silent for placements by a partnership or the authority, and for another authority’s child.',
  basis: ['council-expectation'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [cite(pack, '10', 'for each provider attended by each pupil'), cite(ourDesign)],
  parameters: [questionnaireTime],
  checkedOn: comparedOn,
  checks: [
    on('pupil', ({ id }, world, law) =>
      requiredForms(id, world).map(form => ask(form, world, law)),
    ),
  ],
}

function ask({ provider, school, placement }: RequiredForm, world: World, law: Law): Draft {
  const by = questionnaireDue(placement, school, world, law)
  const { due, overdueDays, unknown, isOverdue } = dueBy(by, world)
  const said = `${schoolName(school, world)} ${isOverdue ? 'should have returned' : 'is to return'} the questionnaire about ${providerName(provider, world)}`
  return {
    level: isOverdue ? 'breach' : 'info',
    due,
    overdueDays,
    values: { provider, school, task: 'return-questionnaire', unknown },
    message: sentence(
      by === undefined
        ? `${said}. The day cannot be told: the school calendar does not reach far enough.`
        : `${said} by ${spokenDay(by)}.`,
    ),
  }
}
