import { questionnaireLifecycle } from '#features/assurance/questionnaire/lifecycle.ts'
import { concernLifecycle } from '#features/concerns/concern.ts'
import {
  directionLifecycle,
  managedMoveLifecycle,
  removalLifecycle,
} from '#features/moves/index.ts'
import { decisionLifecycle } from '#features/panels/decision.ts'
import { meetingLifecycle } from '#features/panels/meeting.ts'
import { placementLifecycle, substantialPlanLifecycle } from '#features/placements/index.ts'
import { planLifecycle } from '#features/plans/plan/plan.ts'
import { questionLifecycle } from '#features/questions/question.ts'
import { referralLifecycle } from '#features/referrals/referral.ts'
import { visitLifecycle } from '#features/visits/lifecycle.ts'

const lifecycles = [
  referralLifecycle,
  meetingLifecycle,
  decisionLifecycle,
  questionLifecycle,
  placementLifecycle,
  directionLifecycle,
  managedMoveLifecycle,
  removalLifecycle,
  substantialPlanLifecycle,
  planLifecycle,
  questionnaireLifecycle,
  visitLifecycle,
  concernLifecycle,
]

/** Each lifecycle as a page of its own: a diagram and the same as a table, for those who do not see diagrams. */
export const drawnLifecycles = (): Record<string, string> =>
  Object.fromEntries(lifecycles.map(each => [`${each.name.replaceAll(' ', '-')}.md`, drawn(each)]))

function drawn({ name, statuses, transitions, isFinal }: Drawable) {
  const rows = transitions()
  const first = statuses[0] ?? ''
  return [
    `# ${name[0]?.toUpperCase()}${name.slice(1)}`,
    '',
    'Drawn from the code by `npm run docs`; the database holds the same table and refuses every other move.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${id(first)}`,
    ...statuses
      .filter(status => id(status) !== status)
      .map(status => `  state "${status}" as ${id(status)}`),
    ...rows.map(({ from, action, to }) => `  ${id(from)} --> ${id(to)}: ${action}`),
    ...statuses.filter(status => isFinal(status as never)).map(status => `  ${id(status)} --> [*]`),
    '```',
    '',
    '| from | what is done | to |',
    '|---|---|---|',
    ...rows.map(({ from, action, to }) => `| ${from} | ${action} | ${to} |`),
    '',
  ].join('\n')
}

interface Drawable {
  readonly name: string
  readonly statuses: readonly string[]
  readonly transitions: () => { from: string; action: string; to: string }[]
  readonly isFinal: (status: never) => boolean
}
const id = (status: string) => status.replaceAll(' ', '_')
