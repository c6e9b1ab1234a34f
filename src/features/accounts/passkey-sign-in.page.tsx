import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import { Button, Form } from '#govuk/index.ts'
import { publicForm } from '#platform/http/public-page.tsx'
import type { Visitor } from '#platform/http/visitor.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { factorsOf } from './factors.ts'
import { placeAfterSignIn } from './next.ts'
import { Passkey } from './passkey.tsx'
import { passkeyAnswer } from './passkey-answer.ts'
import { passkeySigner } from './passkey-signer.ts'

/** Shown by the script, where the browser can do it. */
export const PasskeySignIn = ({
  options,
  next,
}: {
  options: PublicKeyCredentialRequestOptionsJSON
  next: string
}) => (
  <Passkey does="get" options={options}>
    <Form action="/sign-in/passkey">
      <input type="hidden" name="credential" />
      <input type="hidden" name="next" value={next} />
      <Button>Use a passkey</Button>
    </Form>
    <p class="govuk-body">or</p>
  </Passkey>
)

/** A passkey is both factors: the device that holds it, and the finger, face or PIN that opens the device. */
export const passkeySignIn = publicForm({
  path: '/sign-in/passkey',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  load: async () => undefined,
  schema: z.object({
    credential: z.string('Choose a passkey').max(20_000),
    next: z.string().optional(),
  }),
  async submit(visitor, _, { credential, next }) {
    const answer = passkeyAnswer<AuthenticationResponseJSON>(credential)
    const signedIn = answer && (await signInWith(visitor, answer))
    if (!signedIn)
      throw new Refusal('This passkey could not be used. Reload the page and try again.')
    return placeAfterSignIn(visitor, next)
  },
})

const signInWith = (visitor: Visitor, answer: AuthenticationResponseJSON) =>
  visitor.inTransaction('sign-in', async step => {
    const { site, now, browser } = visitor
    const userId = await passkeySigner(step.tx, { site, now, shownTo: browser }, answer)
    const factors = userId && (await factorsOf(step.tx, userId))
    if (!factors) {
      step.audit({ event: 'sign-in.failed', subjectKind: 'passkey', outcome: 'failed' })
      return false
    }
    const person = { userId, email: factors.email, sharedComputer: false }
    await completeSignIn(step, visitor, { ...person, by: 'passkey' })
    return true
  })
