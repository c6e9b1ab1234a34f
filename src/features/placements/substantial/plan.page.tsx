import { z } from 'zod'
import { daysBetween } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { identityOf } from '#features/children/index.ts'
import { Button, ButtonGroup, Form, InsetText, SummaryList, Table, Tag } from '#govuk/index.ts'
import { action, page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { placementViewed } from '../about.ts'
import { placementById } from '../placement.query.ts'
import { PlacementFrame } from '../placement-frame.tsx'
import { doIRun, runPlacement } from '../run-placement.query.ts'
import { putPlanInForce } from './keep-plan.ts'
import { type Holder, holdersAndPlan, type Plan, planOf, problemsOfPlan } from './plan.query.ts'

/** The short-term plan: what it says, who agreed, what is missing, and how long it still holds. */
export const planPage = page({
  path: '/placements/:placement/short-term-plan',
  permission: 'placement.read',
  async load({ tx, params, today }) {
    const placement = await placementById(tx, params.placement)
    const plan = await planOf(tx, placement.id)
    const holders = await holdersAndPlan(tx, placement.child_id, plan?.id)
    return {
      placement,
      plan,
      holders,
      child: await identityOf(tx, placement.child_id, today),
      run: await doIRun(tx, placement.id),
      problems: plan?.status === 'draft' ? problemsOfPlan(plan, holders, today) : [],
    }
  },
  discloses: placementViewed,
  view({ placement, plan, holders, child, run, problems }, { me, today }) {
    const base = `/placements/${placement.id}/short-term-plan`
    const over = ['ended', 'ended early', 'withdrawn'].includes(placement.status)
    const mayDraft = run && !over && (!plan || !['draft', 'in force'].includes(plan.status))
    return (
      <PlacementFrame placement={placement} child={child} me={me} run={run} title="Short-term plan">
        <InsetText>
          A plan lets one provider give the substantial part of the week for a short time, by local
          agreement. It is no defence in law for a child who is looked after or has an EHCP, or
          where five are counted.{' '}
          <a class="govuk-link" href="/rules/ILL-04">
            Rule ILL-04
          </a>
        </InsetText>
        {!plan && <p class="govuk-body">There is no short-term plan.</p>}
        {plan && <PlanView plan={plan} today={today} />}
        {plan && (
          <Agreements
            holders={holders}
            link={run && plan.status === 'draft' ? `${base}/agreements` : undefined}
          />
        )}
        {problems.length > 0 && (
          <>
            <h2 class="govuk-heading-m">What is missing</h2>
            <ul class="govuk-list govuk-list--bullet">
              {problems.map(each => (
                <li>{each}</li>
              ))}
            </ul>
          </>
        )}
        {run && (
          <ButtonGroup>
            {mayDraft && <Button href={`${base}/write`}>Write a plan</Button>}
            {plan?.status === 'draft' && problems.length === 0 && (
              <Form action={`${base}/in-force`} version={plan.version}>
                <Button preventDoubleClick>Put it in force</Button>
              </Form>
            )}
            {plan?.status === 'draft' && (
              <Button variant="secondary" href={`${base}/write`}>
                Change the draft
              </Button>
            )}
            {plan && ['draft', 'in force'].includes(plan.status) && (
              <Button variant="secondary" href={`${base}/end`}>
                {plan.status === 'draft' ? 'Discard the draft' : 'End the plan'}
              </Button>
            )}
          </ButtonGroup>
        )}
      </PlacementFrame>
    )
  },
})

const planStatus = {
  draft: { word: 'Draft', tone: 'grey' },
  'in force': { word: 'In force', tone: 'green' },
  ended: { word: 'Ended', tone: 'grey' },
  lapsed: { word: 'Lapsed', tone: 'orange' },
  discarded: { word: 'Discarded', tone: 'grey' },
} as const

const PlanView = ({ plan, today }: { plan: Plan; today: Visit['today'] }) => (
  <SummaryList
    rows={[
      {
        key: 'Status',
        value: <Tag tone={planStatus[plan.status].tone}>{planStatus[plan.status].word}</Tag>,
      },
      { key: 'What for', value: plan.purpose ?? 'Not said' },
      { key: 'From', value: plan.start_on ? dayInWords(plan.start_on) : 'Not said' },
      { key: 'Review', value: plan.review_on ? dayInWords(plan.review_on) : 'Not said' },
      {
        key: 'Ends on',
        value: plan.end_on
          ? `${dayInWords(plan.end_on)}${plan.status === 'in force' ? `, ${countDown(daysBetween(today, plan.end_on))}` : ''}`
          : 'Not said',
      },
      {
        key: 'The school',
        value: plan.school_agreed_on
          ? `${plan.school_agreed_by ?? 'The school'} agreed on ${dayInWords(plan.school_agreed_on)}`
          : 'Has not agreed yet',
      },
      {
        key: 'The provider’s copy',
        value: plan.copy_acknowledged_on
          ? `Acknowledged on ${dayInWords(plan.copy_acknowledged_on)}`
          : plan.copy_sent_at
            ? 'Sent, and not acknowledged yet'
            : 'Sent when the plan is put in force',
      },
      plan.ended_because !== null && {
        key: 'Why it ended',
        value: plan.ended_because,
      },
    ]}
  />
)

const countDown = (days: number) =>
  days < 0 ? 'which has passed' : days === 0 ? 'today' : `in ${days} day${days === 1 ? '' : 's'}`

const Agreements = ({
  holders,
  link,
}: {
  holders: readonly Holder[]
  link: string | undefined
}) => (
  <Table
    caption="Everyone with parental responsibility"
    head={['Who', 'Answer', 'On', ...(link ? ['Record'] : [])]}
    rows={holders.map(({ id, name, relationship, said }) => [
      `${name}, ${relationship}`,
      said?.agreed === true ? 'Agreed' : said?.agreed === false ? 'Said no' : 'Not recorded',
      said?.on_day ? dayInWords(said.on_day) : '',
      ...(link
        ? [
            <a class="govuk-link" href={`${link}/${id}`}>
              Record<span class="govuk-visually-hidden"> the answer of {name}</span>
            </a>,
          ]
        : []),
    ])}
    empty="Nobody with parental responsibility is among the child’s contacts. Add them there first."
  />
)

export const planInForceAction = action({
  path: '/placements/:placement/short-term-plan/in-force',
  permission: 'placement.run',
  schema: z.object({}),
  async load({ tx, params }) {
    const placement = await runPlacement(tx, params.placement, [
      'proposed',
      'offered',
      'declined',
      'accepted',
      'live',
    ])
    return { placement, plan: await planOf(tx, placement.id) }
  },
  version: ({ plan }) => plan?.version ?? 0,
  async submit(visit, { placement, plan }) {
    if (plan) await putPlanInForce(visit, placement, plan)
    visit.flash('The plan is in force')
    return `/placements/${placement.id}/short-term-plan`
  },
})
