import type { Route } from '#platform/http/page.tsx'
import { accountOfPersonPage, nameOfPersonPage } from './account-of-person.page.tsx'
import { administrationPage } from './administration.page.tsx'
import { changeRolePage, endRolePage } from './change-role.page.tsx'
import { chooseOrganisationPage } from './choose-organisation.page.tsx'
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
