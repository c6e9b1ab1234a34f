import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { reevaluateDirections } from '#features/findings/index.ts'
import { Button, DateInput, Form, Select, TwoThirds } from '#govuk/index.ts'
import { dayAnswers, optionalPastDay } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { directionDone, directionViewed } from '../about.ts'
import { ownDirection } from '../direction.query.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { placementChoices } from '../notice/direct.page.tsx'
import { changeDirection } from './change-direction.ts'

/** What is known only after the notice: the day on which the authority got it, and the placement it goes with. */
export const laterPage = formPage({
  path: '/directions/:direction/later',
  permission: 'direction.write',
  async load(visit) {
    const direction = await ownDirection(visit, visit.params.direction, ['issued'])
    const placements = await placementChoices(visit.tx, direction.child_id)
    return { direction, placements, today: visit.today }
  },
  discloses: directionViewed,
  schema: ({ placements, today }) =>
    z.object({
      placementId: z
        .string()
        .optional()
        .transform(id => id || null)
        .refine(id => id === null || Object.hasOwn(placements, id), 'Choose from the list'),
      authorityNoticeOn: optionalPastDay('the day of the notice to the authority', today),
    }),
  initial: ({ direction }) => ({
    placementId: direction.placement_id ?? '',
    ...dayAnswers('authorityNoticeOn', direction.authority_notice_on),
  }),
  version: ({ direction }) => direction.version,
  view: ({ direction, placements }, form) => (
    <DirectionLayout
      direction={direction}
      title="Placement and authority"
      back={`/directions/${direction.id}`}
      form={form}
    >
      <TwoThirds>
        <Form version={direction.version}>
          <Select
            name="placementId"
            label="Which placement does the direction go with?"
            blank="None"
            items={placements}
            form={form}
          />
          {direction.authority_notice_on === null && (
            <DateInput
              name="authorityNoticeOn"
              label="On which day did the authority get the notice? (optional)"
              hint="For a child with an EHCP. Once it is recorded the day stays."
              form={form}
            />
          )}
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </DirectionLayout>
  ),
  async submit(visit, { direction }, { placementId, authorityNoticeOn }) {
    if (direction.school_id !== visit.me.organisationId) throw new NotFound()
    await changeDirection(visit.tx, direction, {
      placement_id: placementId,
      authority_notice_on: direction.authority_notice_on ?? authorityNoticeOn,
    })
    visit.audit(
      directionDone('direction.changed', direction, {
        placement: placementId,
        authority: authorityNoticeOn,
      }),
    )
    await reevaluateDirections(visit, direction.child_id)
    visit.flash('It is saved')
    return `/directions/${direction.id}`
  },
})
