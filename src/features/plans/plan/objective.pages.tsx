import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { PlacementLayout } from '#features/placements/index.ts'
import { Button, DateInput, Form, Radios, TextArea, TextInput, TwoThirds } from '#govuk/index.ts'
import { choice, day, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { openOwn, openPlacement, viewed } from '../open-placement.ts'
import { objectiveKinds, progressKeys, progressWords } from './fields.ts'
import { addObjective, dropObjective, noteProgress } from './objectives.ts'
import { objectivesOf } from './plan.query.ts'

export const addObjectivePage = formPage({
  path: '/placements/:placement/plan/objectives/new',
  permission: 'plan.write',
  load: openOwn,
  discloses: viewed('plan.viewed'),
  schema: z.object({
    kind: choice(['personal', 'academic'], 'Choose whether it is personal or academic'),
    objective: text('Say what is to be reached', { most: 1000 }),
    measure: text('Say how one can tell that it is reached', { most: 1000 }),
    baseline: optionalText({ most: 1000 }),
    target_on: day('the day by which it is to be reached'),
  }),
  view: ({ placement }, form) => (
    <PlacementLayout
      placement={placement}
      title="Add an objective"
      back={`/placements/${placement.id}/plan`}
      backText="The plan"
      form={form}
    >
      <TwoThirds>
        <Form>
          <Radios name="kind" label="What kind of objective?" form={form} items={objectiveKinds} />
          <TextArea name="objective" label="What is to be reached?" rows={2} form={form} />
          <TextArea
            name="measure"
            label="How can one tell?"
            hint="Something that can be counted or seen, such as attendance of 90% in four weeks"
            rows={2}
            form={form}
          />
          <TextInput name="baseline" label="Where is it now? (optional)" form={form} />
          <DateInput name="target_on" label="By when?" form={form} />
          <Button preventDoubleClick>Add the objective</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, words) {
    await addObjective(visit, placement, words)
    visit.flash('The objective is added')
    return `/placements/${placement.id}/plan`
  },
})

const objectiveAsked = async ({
  tx,
  params,
}: Visit<`/placements/:placement/plan/objectives/:objective/${string}`, unknown>) => {
  const found = (await objectivesOf(tx, params.placement)).find(({ id }) => id === params.objective)
  if (!found) throw new NotFound()
  return found
}

export const dropObjectivePage = formPage({
  path: '/placements/:placement/plan/objectives/:objective/drop',
  permission: 'plan.write',
  load: async visit => ({ ...(await openOwn(visit)), objective: await objectiveAsked(visit) }),
  discloses: viewed('plan.viewed'),
  schema: z.object({ because: text('Say why it is dropped', { most: 500 }) }),
  view: ({ placement, objective }, form) => (
    <PlacementLayout
      placement={placement}
      title="Drop an objective"
      back={`/placements/${placement.id}/plan`}
      backText="The plan"
      form={form}
    >
      <p class="govuk-body">{objective.objective}</p>
      <p class="govuk-body">
        It stays in the versions that were agreed with it, and so does the progress that was noted.
        To change its words, drop it and add another.
      </p>
      <Form>
        <TextInput name="because" label="Why is it dropped?" form={form} />
        <Button variant="warning">Drop the objective</Button>
      </Form>
    </PlacementLayout>
  ),
  async submit(visit, { placement, objective }, { because }) {
    await dropObjective(visit, placement, objective, because)
    visit.flash('The objective is dropped')
    return `/placements/${placement.id}/plan`
  },
})

export const progressPage = formPage({
  path: '/placements/:placement/plan/objectives/:objective/progress',
  permission: 'progress.note',
  load: async visit => ({
    ...(await openPlacement(visit)),
    objective: await objectiveAsked(visit),
    ours: visit.me.organisationKind === 'provider',
  }),
  discloses: viewed('plan.viewed'),
  schema: z.object({
    standing: choice(progressKeys, 'Choose how it stands'),
    note: optionalText({ most: 2000 }),
  }),
  view: ({ placement, objective, ours }, form) => (
    <PlacementLayout
      placement={placement}
      title="Note progress"
      back={ours ? `/placed/${placement.id}/plan` : `/placements/${placement.id}/plan`}
      backText="The plan"
      form={form}
    >
      <p class="govuk-body">{objective.objective}</p>
      {objective.measure && <p class="govuk-body">Measured by: {objective.measure}</p>}
      <Form>
        <Radios name="standing" label="How does it stand?" form={form} items={progressWords} />
        <TextArea name="note" label="What shows it? (optional)" rows={3} form={form} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </PlacementLayout>
  ),
  async submit(visit, { placement, objective, ours }, progress) {
    await noteProgress(visit, placement, objective.id, progress)
    visit.flash('Progress is noted')
    return ours ? `/placed/${placement.id}/plan` : `/placements/${placement.id}/plan`
  },
})
