import { z } from 'zod'
import { DoNotDisclose, identityOf } from '#features/children/index.ts'
import { Button, Form, type FormState, TextArea, TextInput, TwoThirds } from '#govuk/index.ts'
import { optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { runPlacement } from '../run-placement.query.ts'
import { type Releasable, releasableFields } from '../sharing/released-fields.ts'
import { chosenFields, TellFields, tellShape } from '../sharing/tell-fields.tsx'
import { StopList } from '../tripwire/stop-list.tsx'
import { type Stop, tripwireFor } from '../tripwire/tripwire.ts'
import { offerPlacement } from './offer-placement.ts'

/** Asks what the provider is told, and, past a block, why and in whose name. */
export const offerPage = formPage({
  path: '/placements/:placement/offer',
  permission: 'placement.run',
  async load(visit) {
    const { tx, params, today } = visit
    const placement = await runPlacement(tx, params.placement, ['proposed', 'declined'])
    const { stops } = await tripwireFor(tx, placement, today)
    const { protectedBy } = await identityOf(tx, placement.child_id, today)
    return {
      placement,
      stops,
      protectedBy,
      fields: await releasableFields(visit, placement.child_id),
    }
  },
  discloses: placementViewed,
  schema: ({ stops, fields }) => offerSchema(stops, fields),
  initial: () => ({ why: 'To decide about the placement, and to keep the child safe there' }),
  version: ({ placement }) => placement.version,
  view: ({ placement, stops, fields, protectedBy }, form) => (
    <PlacementLayout
      placement={placement}
      title={`Offer it to ${placement.providerName}`}
      back={`/placements/${placement.id}/tripwire`}
      backText="What it would do"
      form={form}
    >
      <TwoThirds>
        <Form version={placement.version} warnUnsaved>
          {stops.length > 0 && (
            <Override stops={stops} provider={placement.provider_id} form={form} />
          )}
          {protectedBy && <DoNotDisclose holder={protectedBy} />}
          <TellFields fields={fields} form={form} />
          <Button preventDoubleClick>Offer the placement</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, stops, fields }, answers) {
    await offerPlacement(visit, placement, {
      fields: chosenFields(fields, answers),
      why: answers.why,
      withheld: answers.withheld,
      override:
        stops.length > 0 && answers.reason && answers.headName
          ? { reason: answers.reason, headName: answers.headName }
          : undefined,
    })
    visit.flash(`The placement is offered to ${placement.providerName}`)
    return `/placements/${placement.id}`
  },
})

function offerSchema(stops: readonly Stop[], fields: readonly Releasable[]) {
  const needed = stops.length > 0
  return z.object({
    reason: needed
      ? text('Say why it goes on all the same', { most: 4000 }).refine(
          words => words.length >= 20,
          'Say why in a sentence or more',
        )
      : optionalText(),
    headName: needed
      ? text('Enter the name of the head who stands behind it', { most: 200 })
      : optionalText(),
    ...tellShape(fields),
  })
}

const Override = ({
  stops,
  provider,
  form,
}: {
  stops: readonly Stop[]
  provider: string
  form: FormState
}) => (
  <>
    <h2 class="govuk-heading-m">Going on all the same</h2>
    <p class="govuk-body">These stand in the way. Your reason is kept with them.</p>
    <StopList stops={stops} provider={provider} />
    <TextArea name="reason" label="Why does it go on all the same?" rows={4} form={form} />
    <TextInput name="headName" label="Which head stands behind it?" form={form} />
  </>
)
