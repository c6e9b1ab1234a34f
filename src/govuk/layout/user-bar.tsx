import { Form } from '../fields/form.tsx'
import type { SignedInUser } from '../page-context.ts'

/** Who is signed in, wearing which hat, and the way out. */
export const UserBar = ({ user }: { user: SignedInUser }) => (
  <div class="onroll-user-bar">
    <div class="govuk-width-container onroll-user-bar__container">
      <p class="onroll-user-bar__who">
        <span class="govuk-visually-hidden">Signed in as </span>
        <strong>{user.name}</strong>
        <span class="onroll-user-bar__hat">
          {user.role} at {user.organisation}
        </span>
      </p>
      <div class="onroll-user-bar__links" data-onroll-person={user.deviceTag}>
        {user.switchHref && (
          <a class="govuk-link onroll-user-bar__link" href={user.switchHref}>
            Switch role
          </a>
        )}
        <a class="govuk-link onroll-user-bar__link" href="/account">
          Your account
        </a>
        <Form action="/sign-out">
          <button type="submit" class="onroll-user-bar__sign-out">
            Sign out
          </button>
        </Form>
      </div>
    </div>
  </div>
)
