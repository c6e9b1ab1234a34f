import type { Configuration } from '#platform/configuration.ts'
import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { accountOfPersonPage, nameOfPersonPage } from './account-of-person.page.tsx'
import { administrationPage } from './administration.page.tsx'
import { changeRolePage, endRolePage } from './change-role.page.tsx'
import { chooseOrganisationPage } from './choose-organisation.page.tsx'
import { carryOutRemovals } from './due-removals.job.ts'
import { closeIdleAccounts } from './idle-accounts.job.ts'
import { invitePage } from './invite.page.tsx'
import { peoplePage } from './people.page.tsx'
import { personPage } from './person.page.tsx'
import { endSessionsOfPerson, inviteAgain, withdrawInvitation } from './person-actions.ts'
import {
  cancelRemoval,
  confirmRemoval,
  removeSecondFactorPage,
} from './remove-second-factor.page.tsx'

export { type Invitation, invitePerson } from './invite-person.ts'
export { rolesFor } from './roles-for.ts'

/** Who may sign in, as what, and since when. */
export const routes: readonly Route[] = [
  administrationPage,
  peoplePage,
  chooseOrganisationPage,
  invitePage,
  personPage,
  nameOfPersonPage,
  accountOfPersonPage,
  changeRolePage,
  endRolePage,
  inviteAgain,
  withdrawInvitation,
  endSessionsOfPerson,
  removeSecondFactorPage,
  confirmRemoval,
  cancelRemoval,
]

export const jobs = ({ demo }: Configuration): readonly AnyJob[] => [
  carryOutRemovals,
  // Nobody signs in to a demonstration with an account of their own.
  ...(demo ? [] : [closeIdleAccounts]),
]
