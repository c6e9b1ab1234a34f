import { z } from 'zod'
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { publicForm } from '#platform/http/public-page.tsx'
import { BadRequest, GoTo } from '#platform/http/respond.tsx'
import type { Step, Visitor } from '#platform/http/visitor.ts'
import { stepOf, takeStep, unsealSeed } from './authenticator-app.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { type Factors, factorsOf } from './factors.ts'
import { knownDevice } from './known-device.ts'
import { placeAfterSignIn } from './next.ts'
import { passkeyOptions } from './passkey-ceremony.ts'
import { PasskeySignIn } from './passkey-sign-in.page.tsx'
import { countFactorTry, endPending, type PendingSignIn, pendingSignIn } from './pending-sign-in.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { countTry, forgiveTry, tooManyTries } from './tries.ts'

const title = 'Confirm that it is you'
const query = z.object({ next: z.string().max(500).catch('').default('') })
const Code = z.object({
  code: z.string('Enter the code').trim().min(1, 'Enter the code').max(50),
  next: z.string().optional(),
})

/** Whoever comes here without having given a password begins at the beginning. */
async function load(visitor: Visitor<string, z.infer<typeof query>>) {
  const { next } = visitor.query
  const factors = await visitor.inTransaction('sign-in', async step => {
    const pending = await pendingSignIn(step, visitor)
    return pending && factorsOf(step.tx, pending.userId)
  })
  if (!factors) throw new GoTo('/sign-in')
  return { factors, next, passkey: await passkeyOptions(visitor, visitor.browser) }
}

export const secondFactorSignIn = publicForm({
  path: '/sign-in/second-factor',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  query,
  load,
  schema: Code,
  initial: ({ next }) => ({ next }),
  view: ({ factors, passkey }, form) => (
    <Layout title={title} form={form}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>{title}</PageHeading>
        {factors.passkeys > 0 && (
          <PasskeySignIn options={passkey} next={String(form.values['next'] ?? '')} />
        )}
        {factors.totpSecret && (
          <CodeForm
            form={form}
            label="Code from your authenticator app"
            hint="6 digits. A new one appears every half minute, and each works once."
          />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href="/sign-in/recovery-code">
            I cannot do this: use a recovery code
          </a>
        </p>
      </TwoThirds>
    </Layout>
  ),
  submit: (visitor, _, { code, next }) =>
    judge(visitor, next, 'authenticator app', async ({ tx }, { userId }, { totpSecret }) => {
      if (!totpSecret) return false
      const seed = unsealSeed(visitor.site.secret, totpSecret, userId)
      const step = stepOf(seed, code, visitor.now)
      return step !== undefined && takeStep(tx, userId, step)
    }),
})

export const recoveryCodeSignIn = publicForm({
  path: '/sign-in/recovery-code',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  query,
  load,
  schema: Code,
  initial: ({ next }) => ({ next }),
  view: (_, form) => (
    <Layout title="Use a recovery code" form={form}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>Use a recovery code</PageHeading>
        <CodeForm
          form={form}
          label="Recovery code"
          hint="One of the codes that you kept when you set up your second factor, like abcd-efgh-jkmn. Each works once."
        />
        <p class="govuk-body">
          If you have none, ask an administrator of your organisation. Two of them can remove your
          second factor, so that you can set up a new one.
        </p>
      </TwoThirds>
    </Layout>
  ),
  submit: (visitor, _, { code, next }) =>
    judge(visitor, next, 'recovery code', ({ tx }, { userId }) =>
      takeRecoveryCode(tx, visitor.site.secret, { userId, typed: code, now: visitor.now }),
    ),
})

const CodeForm = ({ form, label, hint }: { form: FormState; label: string; hint: string }) => (
  <Form>
    <TextInput
      form={form}
      name="code"
      label={label}
      hint={hint}
      width="20"
      autocomplete="one-time-code"
      spellcheck={false}
    />
    <input type="hidden" name="next" value={String(form.values['next'] ?? '')} />
    <Button preventDoubleClick>Continue</Button>
  </Form>
)

/** A second factor is a try to sign in as well: whoever knows a password still guesses no more than others. */
function judge(
  visitor: Visitor,
  next: string | undefined,
  by: 'authenticator app' | 'recovery code',
  isGood: (step: Step, pending: PendingSignIn, factors: Factors) => Promise<boolean>,
) {
  return visitor.inTransaction('sign-in', async step => {
    const pending = await pendingSignIn(step, visitor)
    const factors = pending && (await factorsOf(step.tx, pending.userId))
    if (!pending || !factors) return '/sign-in'
    const tried = await countTry(step.tx, visitor.site.secret, {
      email: pending.email,
      address: visitor.address,
      device: knownDevice(visitor, pending.email),
    })
    if (tried === undefined) throw new BadRequest(429, tooManyTries)
    const mayGoOn = await countFactorTry(step, pending)
    if (await isGood(step, pending, factors)) {
      await forgiveTry(step.tx, tried)
      await endPending(step, visitor, pending)
      await completeSignIn(step, visitor, { ...pending, by })
      return placeAfterSignIn(visitor, next)
    }
    step.audit({
      event: 'sign-in.failed',
      subjectKind: 'user',
      subjectId: pending.userId,
      userId: pending.userId,
      outcome: 'failed',
      detail: { by },
    })
    if (mayGoOn) return { errors: { code: 'That code is not right, or was used already' } }
    await endPending(step, visitor, pending)
    visitor.flash('That was five wrong codes. Enter your password again.', 'information')
    return '/sign-in'
  })
}
