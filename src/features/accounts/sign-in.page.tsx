import { z } from 'zod'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  PasswordInput,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { publicForm } from '#platform/http/public-page.tsx'
import { BadRequest, GoTo } from '#platform/http/respond.tsx'
import type { Visitor } from '#platform/http/visitor.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { credentialsOf, factorsOf, hasSecondFactor } from './factors.ts'
import { knownDevice } from './known-device.ts'
import { placeAfterSignIn } from './next.ts'
import { passkeyOptions } from './passkey-ceremony.ts'
import { PasskeySignIn } from './passkey-sign-in.page.tsx'
import { passwordMatches } from './password-hash.ts'
import { beginPending } from './pending-sign-in.ts'
import { countTry, forgiveTry, tooManyTries } from './tries.ts'

const title = 'Sign in to Onroll'
const wrong = 'The email address or the password is not right'

/** What is asked is not judged before it is tried: an address in a strange form is as wrong as any other. */
const SignIn = z.object({
  email: z.string('Enter your email address').min(1, 'Enter your email address').max(500),
  password: z.string('Enter your password').min(1, 'Enter your password').max(500),
  shared: z.string().optional(),
  next: z.string().optional(),
})

export const signInPage = (path: '/sign-in' | '/sign-in/password') =>
  publicForm({
    path,
    permission: 'anyone',
    discloses: 'nothing personal',
    rate: 'signing in',
    query: z.object({ next: z.string().max(500).catch('').default('') }),
    async load(visitor) {
      if (visitor.me) throw new GoTo(placeAfterSignIn(visitor, visitor.query.next))
      return { next: visitor.query.next, passkey: await passkeyOptions(visitor, visitor.browser) }
    },
    schema: SignIn,
    initial: ({ next }) => ({ next }),
    view: ({ passkey }, form, visitor) => (
      <Layout title={title} form={form}>
        <TwoThirds>
          <ErrorSummary form={form} />
          <PageHeading>{title}</PageHeading>
          <PasskeySignIn options={passkey} next={String(form.values['next'] ?? '')} />
          <PasswordForm form={form} />
          {visitor.site.configuration.demo && (
            <p class="govuk-body">
              <a class="govuk-link" href="/sign-in">
                Choose one of the invented people instead
              </a>
            </p>
          )}
        </TwoThirds>
      </Layout>
    ),
    submit: (visitor, _, answers) => signIn(visitor, answers),
  })

const PasswordForm = ({ form }: { form: FormState }) => (
  <Form>
    <TextInput
      form={form}
      name="email"
      label="Email address"
      type="email"
      autocomplete="username"
      spellcheck={false}
    />
    <PasswordInput form={form} name="password" label="Password" autocomplete="current-password" />
    <Checkboxes
      form={form}
      name="shared"
      label="This computer"
      labelSize="s"
      hint="You are then signed out after 15 minutes without use, instead of 30."
      items={{ yes: 'Other people use this computer too' }}
    />
    <input type="hidden" name="next" value={String(form.values['next'] ?? '')} />
    <Button preventDoubleClick>Sign in</Button>
    <p class="govuk-body">
      <a class="govuk-link" href="/reset-password">
        I have forgotten my password
      </a>
    </p>
  </Form>
)

async function signIn(visitor: Visitor, answers: z.infer<typeof SignIn>) {
  const { secret } = visitor.site
  const email = answers.email.trim().toLowerCase()
  const { tried, found } = await visitor.inTransaction('sign-in', async ({ tx, audit }) => {
    const tried = await countTry(tx, secret, {
      email,
      address: visitor.address,
      device: knownDevice(visitor, email),
    })
    if (tried === undefined)
      audit({ event: 'sign-in.throttled', subjectKind: 'address', outcome: 'refused' })
    return { tried, found: await credentialsOf(tx, email) }
  })
  if (tried === undefined) throw new BadRequest(429, tooManyTries)
  // No transaction waits for this: it takes a while on purpose.
  const good = await passwordMatches(found?.passwordHash, answers.password)
  return visitor.inTransaction('sign-in', async step => {
    if (!good || !found) {
      step.audit({
        event: 'sign-in.failed',
        subjectKind: 'user',
        subjectId: found?.userId,
        userId: found?.userId,
        outcome: 'failed',
      })
      return { errors: { email: wrong } }
    }
    await forgiveTry(step.tx, tried)
    const factors = await factorsOf(step.tx, found.userId)
    const person = { userId: found.userId, email, sharedComputer: answers.shared !== undefined }
    const next = answers.next ? `?next=${encodeURIComponent(answers.next)}` : ''
    if (!factors || !hasSecondFactor(factors)) {
      await completeSignIn(step, visitor, { ...person, by: 'password' })
      return visitor.site.configuration.demo
        ? placeAfterSignIn(visitor, answers.next)
        : '/account/second-factor'
    }
    await beginPending(step, visitor, person)
    return `/sign-in/second-factor${next}`
  })
}
