import { z } from 'zod'
import { PlacementLayout } from '#features/placements/index.ts'
import {
  Button,
  DateInput,
  Form,
  Radios,
  StaleAnswers,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { dayAnswers, optionalDay, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { openOwn, viewed } from '../open-placement.ts'
import { type PlanField, planFieldKeys, planFields } from './fields.ts'
import { plansOf, standingPlans } from './plan.query.ts'
import { savePlan } from './write-plan.ts'

const words = Object.fromEntries(
  planFieldKeys.map(field => [field, optionalText({ most: planFields[field][2] })]),
) as Record<PlanField, ReturnType<typeof optionalText>>

/** Everything that the plan says but its objectives. Nothing has to be there to save; what lacks is said beside the plan. */
export const editPlanPage = formPage({
  path: '/placements/:placement/plan/edit',
  permission: 'plan.write',
  async load(visit) {
    const opened = await openOwn(visit)
    const { agreed, making } = standingPlans(await plansOf(visit.tx, opened.placement.id))
    return { ...opened, plan: making ?? agreed, isNew: !making && agreed !== undefined }
  },
  discloses: viewed('plan.viewed'),
  schema: z.object({
    ...words,
    reintegration: z.enum(['yes', 'no']).optional(),
    staff_qualifications_seen_on: optionalDay('the day on which they were seen'),
    why: optionalText({ most: 1000 }),
  }),
  initial: ({ plan, isNew }) =>
    plan
      ? {
          ...Object.fromEntries(planFieldKeys.map(field => [field, plan[field] ?? ''])),
          ...(plan.reintegration === null
            ? {}
            : { reintegration: plan.reintegration ? 'yes' : 'no' }),
          ...dayAnswers('staff_qualifications_seen_on', plan.staff_qualifications_seen_on),
          why: isNew ? '' : (plan.why ?? ''),
        }
      : {},
  version: ({ plan }) => plan?.version ?? 0,
  view: ({ placement, plan, isNew }, form) => (
    <PlacementLayout
      placement={placement}
      title={isNew ? 'New version of the plan' : 'Write the plan'}
      back={`/placements/${placement.id}/plan`}
      backText="The plan"
      form={form}
    >
      <TwoThirds>
        <StaleAnswers form={form} labels={labels} />
        <Form version={plan?.version ?? 0} warnUnsaved>
          {planFieldKeys.map(field => (
            <>
              {field === 'readiness' && (
                <Radios
                  name="reintegration"
                  label="Is going back to mainstream an aim?"
                  form={form}
                  items={{ yes: 'Yes', no: 'No' }}
                />
              )}
              <TextArea
                name={field}
                label={planFields[field][0]}
                hint={planFields[field][1]}
                rows={3}
                form={form}
              />
            </>
          ))}
          <DateInput
            name="staff_qualifications_seen_on"
            label="When were the qualifications of the provider’s staff seen? (optional)"
            form={form}
          />
          {(isNew || (plan?.number ?? 1) > 1) && (
            <TextInput name="why" label="Why is there a new version? (optional)" form={form} />
          )}
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, plan, isNew }, { why, reintegration, ...answers }) {
    await savePlan(
      visit,
      placement,
      { ...answers, reintegration: reintegration === undefined ? null : reintegration === 'yes' },
      why,
      // A draft that is begun here is the first of its number, and is another’s once that one has saved.
      plan && !isNew ? plan.version : 1,
    )
    visit.flash('The plan is saved')
    return `/placements/${placement.id}/plan`
  },
})

const labels = Object.fromEntries(planFieldKeys.map(field => [field, planFields[field][0]]))
