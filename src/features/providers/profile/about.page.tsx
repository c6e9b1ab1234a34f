import { may } from '#domain/permissions.ts'
import { Button } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { mayKeep } from '../keep.query.ts'
import { looksInto, ProviderLayout } from '../provider-layout.tsx'
import { Offer, Reach, Registration } from './about.view.tsx'
import { Leads, Sites, Subcontractors } from './about-lists.view.tsx'
import { profileOf } from './profile.query.ts'

/** One provider, as everybody may know it; its commissioners read a little more. */
export const aboutProviderPage = page({
  path: '/providers/:provider',
  permission: 'provider.read',
  discloses: 'nothing personal',
  load: async ({ tx, me, today, params }) => ({
    ...(await profileOf(tx, params.provider, today)),
    me,
    today,
    keeps: may(me, 'provider.keep') && (await mayKeep(tx, params.provider)),
  }),
  view: model => {
    const { provider, me, keeps } = model
    const inside = looksInto(me, provider.id)
    return (
      <ProviderLayout
        provider={provider}
        me={me}
        title="About this provider"
        part=""
        actions={
          inside && (
            <Button href={`/providers/${provider.id}/evidence`} variant="secondary">
              Evidence
            </Button>
          )
        }
      >
        {provider.description && <p class="govuk-body">{provider.description}</p>}
        <Offer {...model} inside={inside} />
        <Registration {...model} inside={inside} looksUp={may(me, 'provider.look-up-number')} />
        <Reach {...model} />
        <Sites {...model} />
        {(inside || me.role === 'support-worker') && <Leads {...model} />}
        {inside && <Subcontractors {...model} keeps={keeps} />}
      </ProviderLayout>
    )
  },
})
