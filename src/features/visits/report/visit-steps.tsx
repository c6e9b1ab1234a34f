import { may } from '#domain/permissions.ts'
import { Button, ButtonGroup } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { asksForActions } from '../actions/action.pages.tsx'
import { visitHref } from '../frame.tsx'
import { isOurs } from '../own-visit.ts'
import type { VisitAnswers, VisitRecord, VisitRow } from '../visit.query.ts'

interface Step {
  readonly path: string
  readonly text: string
}

/** What the reader may do with a visit where it stands, the most likely first. */
export function stepsOf(
  me: Me,
  visit: VisitRow,
  { judgements }: Pick<VisitRecord, 'judgements'>,
  { adoptions }: Pick<VisitAnswers, 'adoptions'>,
): Step[] {
  const ours = isOurs(me, visit)
  const tookPart =
    visit.submitted_by === me.userId || judgements.some(({ by_user }) => by_user === me.userId)
  const moderates = may(me, 'visit.moderate')
  const isProvider = visit.provider_id === me.organisationId
  const step = (isOffered: boolean, path: string, text: string) =>
    isOffered ? [{ path, text }] : []
  const { status } = visit
  return [
    ...step(ours && (status === 'planned' || status === 'draft'), 'on-site', 'On site'),
    ...step(ours && status === 'planned', 'plan', 'Change the plan'),
    ...step(ours && status === 'draft', 'about', 'The visit as a whole'),
    ...step(ours && status === 'draft', 'submit', 'Submit the report'),
    ...step(moderates && status === 'submitted' && !tookPart, 'moderate', 'Moderate'),
    ...step(moderates && status === 'submitted' && !tookPart, 'send-back', 'Send back'),
    ...step(moderates && status === 'moderated', 'publish', 'Publish'),
    ...step(
      isProvider && may(me, 'visit.reply') && (status === 'moderated' || status === 'published'),
      'reply',
      'Reply to the report',
    ),
    ...step(
      may(me, 'visit.write') &&
        !ours &&
        status === 'published' &&
        visit.annual_assessment &&
        !adoptions.some(({ commissioner_id }) => commissioner_id === me.organisationId),
      'adopt',
      'Adopt this assessment',
    ),
    ...step(
      asksForActions(me, visit) &&
        may(me, 'visit.write') &&
        !['planned', 'cancelled'].includes(status),
      'actions/add',
      'Add an action',
    ),
    ...step(status !== 'planned', 'photographs', 'Photographs'),
    ...step(!['planned', 'cancelled'].includes(status), 'print', 'Print'),
    ...step(ours && (status === 'planned' || status === 'draft'), 'cancel', 'Cancel the visit'),
  ]
}

export const StepButtons = ({ visit, steps }: { visit: VisitRow; steps: readonly Step[] }) => (
  <ButtonGroup>
    {steps.map(({ path, text }, at) => (
      <Button href={`${visitHref(visit)}/${path}`} {...(at === 0 ? {} : { variant: 'secondary' })}>
        {text}
      </Button>
    ))}
  </ButtonGroup>
)
