import type { Configuration } from '#platform/configuration.ts'
import type { Route } from '#platform/http/page.tsx'
import { choosePersonPage } from './choose-person.page.tsx'
import { demonstrationPeopleList, demonstrationSignIn } from './demonstration-sign-in.page.tsx'
import { hatPage } from './hat.page.tsx'
import { signOut } from './sign-out.page.ts'

export { demonstrationFault, purposeOfDatabase } from './demonstration-database.ts'
export { type Founding, foundAuthority } from './found-authority.ts'

const demonstration = [choosePersonPage, demonstrationPeopleList, demonstrationSignIn]

/** Signing in, and one's own account. The demonstration's way in does not exist anywhere else. */
export const routes = ({ demo }: Configuration): readonly Route[] => [
  ...(demo ? demonstration : []),
  signOut,
  hatPage,
]
