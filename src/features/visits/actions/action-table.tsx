import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Table, Tag, type Tone } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { visitHref } from '../frame.tsx'
import type { VisitAction, VisitRow } from '../visit.query.ts'
import { asksForActions } from './action.pages.tsx'
import { type ActionState, stateOf } from './actions.ts'

const words: Readonly<Record<ActionState, { word: string; tone: Tone }>> = {
  accepted: { word: 'Done', tone: 'green' },
  done: { word: 'Done, the provider says', tone: 'turquoise' },
  overdue: { word: 'Overdue', tone: 'red' },
  open: { word: 'To do', tone: 'grey' },
}

/** What the provider was asked to do, by when, and how it stands. */
export const ActionTable = ({
  visit,
  me,
  today,
  actions,
  onPaper = false,
}: {
  visit: VisitRow
  me: Me
  today: IsoDate
  actions: readonly VisitAction[]
  onPaper?: boolean
}) => (
  <Table
    caption="Actions for the provider"
    head={['Action', 'Due', 'State', ...(onPaper ? [] : ['Next'])]}
    empty="No action is asked for."
    rows={actions.map(action => {
      const state = stateOf(action, today)
      return [
        <>
          <span class="onroll-lines">{action.action}</span>
          {action.done_note && <span class="govuk-hint">{action.done_note}</span>}
        </>,
        dayInWords(action.due_on),
        <Tag tone={words[state].tone}>{words[state].word}</Tag>,
        ...(onPaper ? [] : [next(visit, me, action, state)]),
      ]
    })}
  />
)

function next(visit: VisitRow, me: Me, action: VisitAction, state: ActionState) {
  const here = `${visitHref(visit)}/actions/${action.id}`
  const isProvider = visit.provider_id === me.organisationId && may(me, 'visit.reply')
  if (isProvider && (state === 'open' || state === 'overdue'))
    return (
      <a class="govuk-link" href={`${here}/done`}>
        Say that it is done<span class="govuk-visually-hidden">: {action.action.slice(0, 60)}</span>
      </a>
    )
  if (state === 'done' && may(me, 'visit.write') && asksForActions(me, visit))
    return (
      <a class="govuk-link" href={here}>
        Look and accept<span class="govuk-visually-hidden">: {action.action.slice(0, 60)}</span>
      </a>
    )
  return ''
}
