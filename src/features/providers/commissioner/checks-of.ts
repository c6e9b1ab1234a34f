import type { Visit } from '#platform/http/visit.ts'
import { ownOrCommissioned } from '../own-or-commissioned.ts'

/** Where everything stands that commissioners checked and agreed beside the documents. */
export const checksHref = (providerId: string) => `/providers/${providerId}/checks`

/** The provider of which something is recorded today. */
export const toRecord = async (
  visit: Pick<Visit, 'tx' | 'me' | 'today'> & { readonly params: { readonly provider: string } },
) => ({
  provider: await ownOrCommissioned(visit, visit.params.provider),
  today: visit.today,
})
