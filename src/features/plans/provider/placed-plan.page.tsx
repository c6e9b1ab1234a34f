import { z } from 'zod'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { placementById } from '#features/placements/index.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  InsetText,
  Layout,
  PageHeading,
} from '#govuk/index.ts'
import { action, page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { viewed } from '../open-placement.ts'
import { inVersion, objectivesOf, plansOf, standingPlans } from '../plan/plan.query.ts'
import { ObjectiveTable, PlanWordsView } from '../plan/plan-view.tsx'
import { reviewsOf } from '../reviews/reviews.query.ts'
import { agreePlan } from './agree-plan.ts'
import { objectionsTo } from './objection.ts'

/** A placement with its own provider, and for nobody else. */
export async function placedHere({
  tx,
  params,
  me,
}: Visit<`/placed/:placement/${string}`, unknown>) {
  const placement = await placementById(tx, params.placement)
  if (placement.provider_id !== me.organisationId) throw new NotFound()
  return placement
}

/** The plan as the provider reads it: what it is asked to agree to, progress, reviews, and the way to its reports. */
export const placedPlanPage = page({
  path: '/placed/:placement/plan',
  permission: 'placed-plan.read',
  async load(visit) {
    const placement = await placedHere(visit)
    return {
      placement,
      plans: await plansOf(visit.tx, placement.id),
      objectives: await objectivesOf(visit.tx, placement.id),
      reviews: await reviewsOf(visit.tx, placement.id),
      objection: (await objectionsTo(visit.tx, [placement.id])).get(placement.id),
    }
  },
  discloses: viewed('plan.viewed'),
  view({ placement, plans, objectives, reviews, objection }, { me }) {
    const { agreed, making } = standingPlans(plans)
    const shown = making ?? agreed
    const next = reviews.find(({ held_on }) => held_on === null)
    return (
      <Layout
        title={`Plan, ${placement.name}`}
        before={<BackLink href={`/placed/${placement.id}`}>The placement</BackLink>}
      >
        <PageHeading caption={`Placement ${placement.name}`}>Individual plan</PageHeading>
        {!shown && (
          <EmptyState title="There is no plan to read yet">
            It appears here when the school or partnership asks you to agree to it.
          </EmptyState>
        )}
        {making && (
          <InsetText>
            You are asked to agree to version {making.number} in writing.
            {agreed && ` Until then version ${agreed.number} holds.`}
          </InsetText>
        )}
        {shown && <PlanWordsView plan={shown} title={`Version ${shown.number}`} />}
        {shown && (
          <ObjectiveTable
            objectives={inVersion(objectives, shown.number)}
            progressHref={
              may(me, 'progress.note')
                ? ({ id }) => `/placements/${placement.id}/plan/objectives/${id}/progress`
                : undefined
            }
          />
        )}
        {making && may(me, 'plan.agree') && (
          <>
            {objection?.version === making.version && (
              <InsetText>
                You asked for a change on {momentInWords(objection.at)}: {objection.words}
              </InsetText>
            )}
            <Form action={`/placed/${placement.id}/plan/agree`} version={making.version}>
              <ButtonGroup>
                <Button preventDoubleClick>We agree to this plan</Button>
                <Button variant="secondary" href={`/placed/${placement.id}/plan/ask`}>
                  We cannot agree yet
                </Button>
              </ButtonGroup>
            </Form>
          </>
        )}
        <p class="govuk-body">
          {next ? `The next review is on ${dayInWords(next.due_on)}.` : 'No review is planned yet.'}
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={`/placed/${placement.id}/contacts`}>
            Contacts that you have noted
          </a>
          {may(me, 'provider-report.write') && (
            <>
              {' · '}
              <a class="govuk-link" href={`/placed/${placement.id}/reports`}>
                Reports
              </a>
            </>
          )}
        </p>
      </Layout>
    )
  },
})

export const agreePlanAction = action({
  path: '/placed/:placement/plan/agree',
  permission: 'plan.agree',
  async load(visit) {
    const placement = await placedHere(visit)
    return { placement, making: standingPlans(await plansOf(visit.tx, placement.id)).making }
  },
  schema: z.object({}),
  version: ({ making }) => making?.version ?? 0,
  async submit(visit, { placement }) {
    await agreePlan(visit, placement)
    visit.flash('You have agreed to the plan')
    return `/placed/${placement.id}/plan`
  },
})
