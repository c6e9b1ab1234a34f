import { z } from 'zod'
import { DoNotDisclose, identityOf } from '#features/children/index.ts'
import { Button, Form, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { recordPlacementEvent } from '../move-placement.ts'
import { toldOf } from '../placed/placed.query.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { runPlacement } from '../run-placement.query.ts'
import { tellProvider } from '../tell.ts'
import { disclose } from './disclose.ts'
import { releasableFields, type WrittenField, writtenFields } from './released-fields.ts'
import { chosenFields, TellFields, tellShape } from './tell-fields.tsx'

/** Tells the provider again: what is told now takes the place of what it was told before, which stays in the register. */
export const sharePage = formPage({
  path: '/placements/:placement/share',
  permission: 'placement.run',
  async load(visit) {
    const placement = await runPlacement(visit.tx, visit.params.placement, [
      'offered',
      'accepted',
      'live',
    ])
    const child = await identityOf(visit.tx, placement.child_id, visit.today)
    return {
      placement,
      protectedBy: child.protectedBy,
      fields: await releasableFields(visit, placement.child_id),
      told: (await toldOf(visit.tx, [placement.id])).get(placement.id) ?? {},
    }
  },
  discloses: placementViewed,
  schema: ({ fields }) => z.object(tellShape(fields)),
  initial: ({ told }) => ({
    told: Object.keys(told),
    ...Object.fromEntries(
      (Object.keys(writtenFields) as WrittenField[]).map(key => [key, told[key] ?? '']),
    ),
  }),
  version: ({ placement }) => placement.version,
  view: ({ placement, fields, protectedBy }, form) => (
    <PlacementLayout
      placement={placement}
      title={`Tell ${placement.providerName}`}
      back={`/placements/${placement.id}/shared`}
      backText="Information shared"
      form={form}
    >
      <TwoThirds>
        <Form version={placement.version} warnUnsaved>
          {protectedBy && <DoNotDisclose holder={protectedBy} />}
          <TellFields fields={fields} form={form} />
          <Button preventDoubleClick>Tell the provider</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, fields }, answers) {
    await disclose(visit, {
      childId: placement.child_id,
      placementId: placement.id,
      toOrganisationId: placement.provider_id,
      fields: chosenFields(fields, answers),
      how: 'In Onroll',
      why: answers.why,
      withheld: answers.withheld,
    })
    await recordPlacementEvent(visit, placement.id, 'information shared')
    await tellProvider(visit, placement, 'changed')
    visit.flash(`${placement.providerName} has been told`)
    return `/placements/${placement.id}/shared`
  },
})
