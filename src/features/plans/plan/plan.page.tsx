import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { momentInWords, shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { PlacementFrame } from '#features/placements/index.ts'
import {
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  InsetText,
  Table,
  Tag,
  type Tone,
} from '#govuk/index.ts'
import { action, page } from '#platform/http/page.tsx'
import { type OpenPlacement, openOwn, openPlacement, viewed } from '../open-placement.ts'
import { objectionsTo } from '../provider/objection.ts'
import { inVersion, objectivesOf, type Plan, plansOf, standingPlans } from './plan.query.ts'
import type { PlanStatus } from './plan.ts'
import { ObjectiveTable, PlanWordsView } from './plan-view.tsx'
import { sendPlan, takePlanBack, whatPlanLacks } from './write-plan.ts'

const statuses: Readonly<Record<PlanStatus, { word: string; tone: Tone }>> = {
  draft: { word: 'Draft', tone: 'grey' },
  'with provider': { word: 'Waits for the provider’s agreement', tone: 'turquoise' },
  agreed: { word: 'Agreed with the provider', tone: 'green' },
}

/** The individual plan of a placement: what holds, what is in the making, and how each objective stands. */
export const planPage = page({
  path: '/placements/:placement/plan',
  permission: 'plan.read',
  async load(visit) {
    const opened = await openPlacement(visit)
    const { id } = opened.placement
    return {
      ...opened,
      plans: await plansOf(visit.tx, id),
      objectives: await objectivesOf(visit.tx, id),
      objection: (await objectionsTo(visit.tx, [id])).get(id),
    }
  },
  discloses: viewed('plan.viewed'),
  view({ placement, child, run, plans, objectives, objection }, { me }) {
    const { agreed, making } = standingPlans(plans)
    const shown = making ?? agreed
    const base = `/placements/${placement.id}`
    const write =
      run &&
      may(me, 'plan.write') &&
      ['proposed', 'offered', 'accepted', 'live'].includes(placement.status)
    const mine = shown ? inVersion(objectives, shown.number) : []
    const lacks = making ? whatPlanLacks(making, mine) : []
    return (
      <PlacementFrame placement={placement} child={child} me={me} run={run} title="Individual plan">
        {!shown && (
          <EmptyState title="There is no plan yet">
            A plan says where the child is now, what is to be reached and by when, and how it is
            measured. The provider agrees to it in writing.
          </EmptyState>
        )}
        {shown && <Status plan={shown} agreed={agreed} />}
        {making && objection && (
          <InsetText>
            {objection.organisation ?? 'The provider'} cannot agree yet (
            {momentInWords(objection.at)}
            ): {objection.words}
          </InsetText>
        )}
        {write && <Actions base={base} making={making} agreed={agreed} lacks={lacks} />}
        {shown && <PlanWordsView plan={shown} title={`Version ${shown.number}`} />}
        {shown && (
          <ObjectiveTable
            objectives={mine}
            progressHref={
              may(me, 'progress.note')
                ? ({ id }) => `${base}/plan/objectives/${id}/progress`
                : undefined
            }
            dropHref={
              write && making?.status !== 'with provider'
                ? ({ id }) => `${base}/plan/objectives/${id}/drop`
                : undefined
            }
          />
        )}
        {plans.length > 0 && (
          <Table
            caption="Versions"
            head={['Version', 'Status', 'Begun', 'Agreed', 'Why']}
            rows={plans.map(each => [
              <a class="govuk-link" href={`${base}/plan/versions/${each.id}`}>
                {`Version ${each.number}`}
              </a>,
              statuses[each.status].word,
              shortDayInWords(londonDay(each.made_at)),
              each.provider_agreed_on ? shortDayInWords(each.provider_agreed_on) : 'Not yet',
              each.why ?? '',
            ])}
          />
        )}
      </PlacementFrame>
    )
  },
})

const Status = ({ plan, agreed }: { plan: Plan; agreed: Plan | undefined }) => (
  <p class="govuk-body">
    <Tag tone={statuses[plan.status].tone}>{statuses[plan.status].word}</Tag>
    {agreed && agreed.id !== plan.id && ` Until then version ${agreed.number} holds.`}
  </p>
)

function Actions({
  base,
  making,
  agreed,
  lacks,
}: {
  base: string
  making: Plan | undefined
  agreed: Plan | undefined
  lacks: readonly string[]
}) {
  if (making?.status === 'with provider')
    return (
      <Form action={`${base}/plan/take-back`} version={making.version}>
        <Button variant="secondary">Take it back and change it</Button>
      </Form>
    )
  return (
    <>
      {lacks.length > 0 && <InsetText>Still to be said: {lacks.join('; ')}.</InsetText>}
      <ButtonGroup>
        <Button variant="secondary" href={`${base}/plan/edit`}>
          {making ? 'Write the plan' : agreed ? 'Make a new version' : 'Begin the plan'}
        </Button>
        {making && (
          <Button variant="secondary" href={`${base}/plan/objectives/new`}>
            Add an objective
          </Button>
        )}
      </ButtonGroup>
      {making && lacks.length === 0 && (
        <Form action={`${base}/plan/send`} version={making.version}>
          <Button preventDoubleClick>Ask the provider to agree</Button>
        </Form>
      )}
    </>
  )
}

const loadMaking = async (visit: Parameters<typeof openOwn>[0]) => {
  const opened = await openOwn(visit)
  const { making } = standingPlans(await plansOf(visit.tx, opened.placement.id))
  return { ...opened, making }
}
const versionOf = ({ making }: OpenPlacement & { making: Plan | undefined }) => making?.version ?? 0

export const sendPlanAction = action({
  path: '/placements/:placement/plan/send',
  permission: 'plan.write',
  load: loadMaking,
  schema: z.object({}),
  version: versionOf,
  async submit(visit, { placement }) {
    await sendPlan(visit, placement)
    visit.flash('The provider is asked to agree to the plan')
    return `/placements/${placement.id}/plan`
  },
})

export const takeBackAction = action({
  path: '/placements/:placement/plan/take-back',
  permission: 'plan.write',
  load: loadMaking,
  schema: z.object({}),
  version: versionOf,
  async submit(visit, { placement }) {
    await takePlanBack(visit, placement)
    visit.flash('The plan is a draft again')
    return `/placements/${placement.id}/plan`
  },
})
