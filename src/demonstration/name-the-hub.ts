import { changeDetails } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'

/** Numbers that Ofcom keeps for stories: nobody answers them. */
export const nameTheHub = (doer: Doer, authorityId: string) =>
  changeDetails(doer, {
    id: authorityId,
    kind: 'authority',
    version: 1,
    details: {
      hubName: 'Fennshire First Contact',
      hubTelephone: '01632 960 999',
      hubOutOfHours: '01632 960 998',
    },
  })
