import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import {
  approvalWords,
  ProviderForm,
  refuseWhoWorksThere,
  standingOf,
} from '#features/providers/index.ts'
import {
  type Choice,
  DateInput,
  type FormState,
  InsetText,
  Radios,
  TextArea,
} from '#govuk/index.ts'
import { choice, optionalDay, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { decideApproval } from './decide-approval.ts'
import { decisionsAbout } from './decisions.query.ts'
import { providerToWeigh } from './provider-to-weigh.ts'

const choices = ['approved', 'approved with conditions', 'paused', 'ended'] as const
const items = (form: FormState): readonly Choice[] => [
  { value: 'approved', label: 'Approved' },
  {
    value: 'approved with conditions',
    label: 'Approved with conditions',
    conditional: (
      <TextArea
        form={form}
        name="conditions"
        label="Conditions"
        hint="What has to be true, and by when"
        rows={3}
      />
    ),
  },
  {
    value: 'paused',
    label: 'Paused',
    hint: 'A new placement needs a reason and the name of a head. Those that are live go on, and their commissioners are told.',
  },
  {
    value: 'ended',
    label: 'Ended',
    hint: 'Not to be used any more. Live placements do not end by this: their commissioners are told.',
  },
]

/** The quality team decides. An earlier decision is undone by a new one. */
export const decidePage = formPage({
  path: '/providers/:provider/approval/decide',
  permission: 'approval.decide',
  discloses: 'nothing personal',
  load: async visit => {
    const provider = await providerToWeigh(visit, visit.params.provider)
    await refuseWhoWorksThere(visit.tx, provider.id)
    return {
      provider,
      today: visit.today,
      standing: await standingOf(visit.tx, provider.id, visit.today),
      decisions: await decisionsAbout(visit.tx, provider.id),
    }
  },
  // Somebody else decided meanwhile: that is read before it is decided anew.
  version: ({ decisions }) => decisions.length,
  schema: ({ today }) => decisionSchema(today),
  view: ({ provider, standing, decisions }, form) => (
    <ProviderForm
      title="Decide whether it may be used"
      provider={provider}
      form={form}
      back={`/providers/${provider.id}/approval`}
      button="Save the decision"
      version={decisions.length}
    >
      <InsetText>
        The records say: {approvalWords[standing.derived.approval].word}.{' '}
        {standing.derived.reasons.map(({ words }) => words).join(' ')}
      </InsetText>
      <Radios form={form} name="approval" label="What do you decide?" items={items(form)} />
      <TextArea
        form={form}
        name="because"
        label="Why?"
        hint="The provider and everybody who places children there read this. Name no child, and nobody who raised a concern"
        rows={4}
      />
      <DateInput
        form={form}
        name="reviewOn"
        label="When is it looked at again?"
        hint="Needed where you pause, or approve with conditions"
      />
    </ProviderForm>
  ),
  async submit(visit, { provider }, { approval, conditions, because, reviewOn }) {
    await decideApproval(visit, {
      providerId: provider.id,
      approval,
      conditions: approval === 'approved with conditions' ? conditions : null,
      because,
      reviewOn,
    })
    visit.flash(
      'The decision is saved. Commissioners with a placement there, and the provider, are told.',
    )
    return `/providers/${provider.id}/approval`
  },
})

const decisionSchema = (today: IsoDate) =>
  z
    .object({
      approval: choice(choices, 'Choose what you decide'),
      conditions: optionalText({ most: 2000 }),
      because: text('Say why', { most: 2000 }),
      reviewOn: optionalDay('the day on which it is looked at again'),
    })
    .superRefine(({ approval, conditions, reviewOn }, context) => {
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (approval === 'approved with conditions' && conditions === null)
        wrong('conditions', 'Say what the conditions are')
      if ((approval === 'approved with conditions' || approval === 'paused') && reviewOn === null)
        wrong('reviewOn', 'Enter the day on which it is looked at again')
      if (reviewOn !== null && reviewOn <= today)
        wrong('reviewOn', 'The day on which it is looked at again must be in the future')
    })
