import type { Configuration } from '#platform/configuration.ts'
import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { accountPage } from './account.page.tsx'
import { answerResetRequest } from './answer-reset-request.job.ts'
import { changePasswordPage } from './change-password.page.tsx'
import { choosePersonPage } from './choose-person.page.tsx'
import { confirmPage } from './confirm.page.tsx'
import { continuePage } from './continue.page.tsx'
import { demonstrationPeopleList, demonstrationSignIn } from './demonstration-sign-in.page.tsx'
import { forgetWhatIsOld } from './forget.job.ts'
import { hatPage } from './hat.page.tsx'
import { invitationPage } from './invitation.page.tsx'
import { keepSecondFactor } from './keep-second-factor.ts'
import { passkeySignIn } from './passkey-sign-in.page.tsx'
import { addPasskeyPage, removePasskey } from './passkeys.page.tsx'
import { recoveryCodesPage } from './recovery-codes.page.tsx'
import { removeAppPage } from './remove-app.page.tsx'
import { askForResetPage, resetAskedPage, resetPage } from './reset-password.page.tsx'
import { secondFactorPage } from './second-factor.page.tsx'
import { recoveryCodeSignIn, secondFactorSignIn } from './second-factor-sign-in.page.tsx'
import { endOneSession, endOthers, sessionsPage } from './sessions.page.tsx'
import { setUpPage } from './set-up.page.tsx'
import { setUpAppPage } from './set-up-app.page.tsx'
import { signInPage } from './sign-in.page.tsx'
import { signOut } from './sign-out.page.ts'

export {
  demonstrationFault,
  finishDemonstration,
  purposeOfDatabase,
} from './demonstration-database.ts'
export { type Founding, foundAuthority } from './found-authority.ts'
export { setUpSecret } from './set-up.ts'

const demonstration = [
  choosePersonPage,
  demonstrationPeopleList,
  demonstrationSignIn,
  signInPage('/sign-in/password'),
]
const account = [
  accountPage,
  hatPage,
  changePasswordPage,
  secondFactorPage,
  setUpAppPage,
  removeAppPage,
  keepSecondFactor,
  addPasskeyPage,
  removePasskey,
  recoveryCodesPage,
  sessionsPage,
  endOneSession,
  endOthers,
  confirmPage,
  continuePage,
]

/** Signing in, and one's own account. The demonstration's way in does not exist anywhere else. */
export const routes = ({ demo }: Configuration): readonly Route[] => [
  ...(demo ? demonstration : [signInPage('/sign-in')]),
  secondFactorSignIn,
  recoveryCodeSignIn,
  passkeySignIn,
  signOut,
  askForResetPage,
  resetAskedPage,
  resetPage,
  invitationPage,
  setUpPage,
  ...account,
]

export const jobs: readonly AnyJob[] = [answerResetRequest, forgetWhatIsOld]
