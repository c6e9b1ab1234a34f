import { z } from 'zod'
import { Button, Form, Select, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { sessionsOf } from '../placement.query.ts'
import { PlacementLayout } from '../placement-layout.tsx'
import { withdrawPlacement } from '../run/run-placement.ts'
import { runPlacement } from '../run-placement.query.ts'
import { proposeAgain } from './propose-again.ts'
import { providersToChoose } from './providers.query.ts'

/**
 * Another provider is another placement: the same purpose, dates and week are proposed there, and this one is withdrawn,
 * so that what was shared with whom stays true.
 */
export const chooseProviderPage = formPage({
  path: '/placements/:placement/provider',
  permission: 'placement.run',
  async load({ tx, params }) {
    const placement = await runPlacement(tx, params.placement, ['proposed', 'declined'])
    const providers = (await providersToChoose(tx)).filter(({ id }) => id !== placement.provider_id)
    return { placement, providers, sessions: await sessionsOf(tx, [placement.id]) }
  },
  discloses: placementViewed,
  schema: ({ providers }) =>
    z.object({
      provider: z.enum(
        providers.map(({ id }) => id),
        'Choose the provider',
      ),
    }),
  version: ({ placement }) => placement.version,
  view: ({ placement, providers }, form) => (
    <PlacementLayout
      placement={placement}
      title="Choose another provider"
      back={`/placements/${placement.id}/tripwire`}
      form={form}
    >
      <TwoThirds>
        <p class="govuk-body">
          The same is proposed there, and the proposal to {placement.providerName} is withdrawn.
        </p>
        <Form version={placement.version}>
          <Select
            name="provider"
            label="Which provider?"
            blank="Choose a provider"
            items={Object.fromEntries(providers.map(({ id, name }) => [id, name]))}
            form={form}
          />
          <Button>Propose it there</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, sessions }, { provider }) {
    await withdrawPlacement(visit, placement, 'Another provider was chosen.')
    const id = await proposeAgain(visit, placement, {
      providerId: provider,
      startOn: placement.planned_start_on,
      endOn: placement.planned_end_on,
      sessions,
    })
    visit.flash('It is proposed to the other provider')
    return `/placements/${id}/tripwire`
  },
})
