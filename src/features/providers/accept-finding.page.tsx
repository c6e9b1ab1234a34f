import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import {
  acceptProviderFinding,
  FindingCard,
  findingsOfProvider,
  mayStand,
} from '#features/findings/index.ts'
import { TextArea } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { refuseWhoWorksThere } from './approval/conflict.query.ts'
import { ownOrCommissioned } from './own-or-commissioned.ts'
import { ProfileForm } from './profile/profile-form.tsx'

/** The quality team lets what was found about a provider stand, with the reason and the name of who says so. */
export const acceptProviderFindingPage = formPage({
  path: '/providers/:provider/findings/:finding/accept',
  permission: 'provider.accept-finding',
  discloses: 'nothing personal',
  async load(visit) {
    const provider = await ownOrCommissioned(visit, visit.params.provider)
    await refuseWhoWorksThere(visit.tx, provider.id)
    const finding = (await findingsOfProvider(visit.tx, provider.id)).find(
      ({ id }) => id === visit.params.finding,
    )
    if (!finding || !mayStand(finding)) throw new NotFound()
    return { provider, finding }
  },
  schema: z.object({ reason: text('Say why it may stand', { most: 2000 }) }),
  view: ({ provider, finding }, form) => (
    <ProfileForm
      title="Accept what the rules found"
      provider={provider}
      back={`/providers/${provider.id}/findings`}
      button="Accept it with this reason"
      form={form}
    >
      <FindingCard finding={finding} headingLevel={2} unless="" />
      <TextArea
        name="reason"
        label="Why may it stand?"
        hint="It then stops no start here, whoever commissions it. Every commissioner and the provider read your name and your reason. When the facts change, the rule speaks again."
        rows={4}
        form={form}
      />
    </ProfileForm>
  ),
  async submit(visit, { provider, finding }, { reason }) {
    await acceptProviderFinding(visit, finding, reason)
    visit.flash('It is accepted, with your name and reason')
    return `/providers/${provider.id}/findings`
  },
})
