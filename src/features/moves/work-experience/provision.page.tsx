import { z } from 'zod'
import {
  keysOf,
  needs,
  PlacementLayout,
  providersToChoose,
  placementRouteWords as routes,
} from '#features/placements/index.ts'
import { Button, Form, InsetText, Radios, Select, TextArea, TwoThirds } from '#govuk/index.ts'
import { choice, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { treatAsProvision } from './keep-work.ts'
import { openOwnWork } from './work.query.ts'

/** What is called work experience, and is not: from here on it is alternative provision, with all that this needs. */
export const treatAsProvisionPage = formPage({
  path: '/placements/:placement/work-experience/provision',
  permission: 'placement.run',
  load: async visit => ({
    ...(await openOwnWork('proposed', 'live')(visit)),
    providers: await providersToChoose(visit.tx),
  }),
  discloses: ({ placement }) => ({
    event: 'work-experience.viewed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  }),
  schema: ({ providers }) =>
    z.object({
      provider: z.enum(
        providers.map(({ id }) => id),
        'Choose the provider that the host is',
      ),
      route: choice(keysOf(routes), 'Choose the route'),
      need: choice(keysOf(needs), 'Choose the need'),
      reason: text('Say why it is alternative provision', { most: 1900 }),
    }),
  version: ({ placement }) => placement.version,
  view: ({ placement, work, providers }, form) => (
    <PlacementLayout
      placement={placement}
      title="Treat as alternative provision"
      back={`/placements/${placement.id}/work-experience`}
      backText="Work experience"
      form={form}
    >
      <TwoThirds>
        <InsetText>
          {work.host_name} is then a provider like any other. A proposal with the same week takes
          the place of this arrangement, which ends today. The child goes there again once the
          provider’s evidence is in order and it has accepted the offer (rule WEX-03).
        </InsetText>
        <Form version={placement.version}>
          <Select
            name="provider"
            label="Which provider is the host?"
            hint="If it is not in the list, a co-ordinator adds it under Organisations first"
            blank="Choose a provider"
            items={Object.fromEntries(providers.map(({ id, name }) => [id, name]))}
            form={form}
          />
          <Radios name="route" label="By which route?" items={routes} form={form} small />
          <Radios name="need" label="Which need does it answer?" items={needs} form={form} />
          <TextArea
            name="reason"
            label="Why is it alternative provision?"
            hint="Which signs you see"
            rows={3}
            form={form}
          />
          <Button variant="warning">Treat as alternative provision</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement }, answers) {
    await treatAsProvision(visit, placement, {
      providerId: answers.provider,
      route: answers.route,
      needCategory: answers.need,
      reason: answers.reason,
    })
    visit.flash(
      'It is alternative provision now, as a new proposal on the child’s programme. This is the evidence that it needs.',
    )
    return `/providers/${answers.provider}/evidence`
  },
})
