import { z } from 'zod'
import { reevaluateProvision } from '#features/findings/index.ts'
import { Button, DateInput, Form, Radios, TextArea, TwoThirds } from '#govuk/index.ts'
import { choice, day, dayAnswers, optionalDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { changePlacement, recordPlacementEvent } from '../move-placement.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { runPlacement } from '../run-placement.query.ts'
import { keysOf, needs } from '../words.ts'
import { beginOn } from './begin-on.ts'

/** What was proposed may be corrected until it is offered; afterwards a change is asked for. */
export const correctProposalPage = formPage({
  path: '/placements/:placement/proposal',
  permission: 'placement.run',
  load: async ({ tx, params }) => ({
    placement: await runPlacement(tx, params.placement, ['proposed', 'declined']),
  }),
  discloses: placementViewed,
  schema: z
    .object({
      purpose: text('Say what the placement is for', { most: 4000 }),
      need: choice(keysOf(needs), 'Choose the need'),
      startOn: day('the first day'),
      endOn: optionalDay('the last day'),
    })
    .refine(({ startOn, endOn }) => !endOn || endOn >= startOn, {
      path: ['endOn'],
      error: 'The last day must not be before the first',
    }),
  initial: ({ placement }) => ({
    purpose: placement.purpose ?? '',
    need: placement.need_category ?? '',
    ...dayAnswers('startOn', placement.planned_start_on),
    ...dayAnswers('endOn', placement.planned_end_on),
  }),
  version: ({ placement }) => placement.version,
  view: ({ placement }, form) => (
    <PlacementLayout
      placement={placement}
      title="Correct the proposal"
      back={`/placements/${placement.id}`}
      labels={{ purpose: 'what it is for', need: 'the need' }}
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">
          Another provider or another route is another proposal: withdraw this one, or choose
          another provider.
        </p>
        <Form version={placement.version} warnUnsaved>
          <TextArea
            name="purpose"
            label="What is it for?"
            hint="What should be different for the child at the end of it"
            rows={4}
            form={form}
          />
          <Radios name="need" label="Which need does it answer?" items={needs} form={form} />
          <DateInput name="startOn" label="First day" form={form} />
          <DateInput name="endOn" label="Last day, if it is known (optional)" form={form} />
          <Button>Save the proposal</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, answers) {
    await changePlacement(visit.tx, placement, {
      purpose: answers.purpose,
      need_category: answers.need,
      planned_start_on: answers.startOn,
      planned_end_on: answers.endOn,
    })
    if (answers.startOn !== placement.planned_start_on)
      await beginOn(visit, placement.id, answers.startOn)
    await recordPlacementEvent(visit, placement.id, 'proposal corrected')
    visit.audit({
      event: 'placement.changed',
      subjectKind: 'placement',
      subjectId: placement.id,
      childId: placement.child_id,
      detail: { what: 'proposal' },
    })
    await reevaluateProvision(visit, placement.child_id)
    visit.flash('The proposal is corrected')
    return `/placements/${placement.id}`
  },
})
