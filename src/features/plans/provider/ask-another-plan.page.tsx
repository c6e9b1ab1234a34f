import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
  TwoThirds,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { viewed } from '../open-placement.ts'
import { plansOf, standingPlans } from '../plan/plan.query.ts'
import { askForAnotherPlan } from './objection.ts'
import { placedHere } from './placed-plan.page.tsx'

/** A provider that cannot agree says why here, and not on the telephone. */
export const askForAnotherPlanPage = formPage({
  path: '/placed/:placement/plan/ask',
  permission: 'plan.agree',
  async load(visit) {
    const placement = await placedHere(visit)
    const { making } = standingPlans(await plansOf(visit.tx, placement.id))
    if (!making) throw new NotFound()
    return { placement, making }
  },
  discloses: viewed('plan.viewed'),
  schema: z.object({ words: text('Say what has to change', { most: 1000 }) }),
  version: ({ making }) => making.version,
  view: ({ placement, making }, form) => (
    <Layout
      title={`Ask for a change, ${placement.name}`}
      form={form}
      before={<BackLink href={`/placed/${placement.id}/plan`}>The plan</BackLink>}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={`Placement ${placement.name}, version ${making.number}`}>
          Ask for a change of the plan
        </PageHeading>
        <p class="govuk-body">
          Who sent you the plan is told, takes it back, changes it and asks you again. You have not
          agreed to anything meanwhile.
        </p>
        <Form version={making.version}>
          <TextArea
            name="words"
            label="What has to change before you can agree?"
            rows={5}
            form={form}
          />
          <Button preventDoubleClick>Ask for the change</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { placement }, { words }) {
    await askForAnotherPlan(visit, placement, words)
    visit.flash('The school or partnership is told what has to change')
    return `/placed/${placement.id}/plan`
  },
})
