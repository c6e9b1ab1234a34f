import { Layout } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { GoTo } from '#platform/http/respond.tsx'

/** The short way of a provider’s people to their own profile. */
export const ownProviderPage = page({
  path: '/providers/own',
  permission: 'placed.read',
  discloses: 'nothing personal',
  load: async ({ me }): Promise<never> => {
    throw new GoTo(`/providers/${me.organisationId}`)
  },
  view: () => <Layout title="" />,
})
