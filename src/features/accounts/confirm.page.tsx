import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
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
import { formPage } from '#platform/http/page.tsx'
import { GoTo } from '#platform/http/respond.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { renewSession } from '#platform/sessions.ts'
import { stepOf, takeStep, unsealSeed } from './authenticator-app.ts'
import { type Factors, factorsOf, hasSecondFactor } from './factors.ts'
import { placeAfterSignIn } from './next.ts'
import { Passkey } from './passkey.tsx'
import { passkeyAnswer } from './passkey-answer.ts'
import { passkeyOptions } from './passkey-ceremony.ts'
import { passkeySigner } from './passkey-signer.ts'
import { forgetTriesIn, limitTriesIn } from './tries-in-session.ts'

const title = 'Confirm that it is you'

/** Asked before what must not be done by whoever finds a screen unlocked. */
export const confirmPage = formPage({
  path: '/account/confirm',
  permission: 'account.own',
  discloses: 'nothing personal',
  query: z.object({ next: z.string().max(500).catch('').default('') }),
  async load(visit) {
    const { tx, me, query } = visit
    const factors = await factorsOf(tx, me.userId)
    if (!factors || !hasSecondFactor(factors)) throw new GoTo('/account/second-factor')
    return { factors, next: query.next, options: await passkeyOptions(visit, me.sessionId) }
  },
  schema: z.object({
    code: z.string().max(50).optional(),
    credential: z.string().max(20_000).optional(),
    next: z.string().optional(),
  }),
  initial: ({ next }) => ({ next }),
  view: ({ factors, options }, form) => (
    <Layout title={title} form={form}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">
          What you are about to do needs your second factor again. What you filled in is kept.
        </p>
        {factors.passkeys > 0 && <WithPasskey form={form} options={options} />}
        {factors.totpSecret && <WithApp form={form} />}
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { factors }, { code, credential, next }) {
    await limitTriesIn(visit.me.sessionId)
    const good = credential
      ? await isMyPasskey(visit, credential)
      : await isMyCode(visit, factors, code ?? '')
    if (!good) return { errors: { code: 'That is not right, or was used already' } }
    await forgetTriesIn(visit.me.sessionId)
    visit.keepSession(
      await renewSession(visit.tx, visit.me, { secondFactor: true, now: visit.now }),
    )
    return placeAfterSignIn(visit, next)
  },
})

const WithPasskey = ({
  form,
  options,
}: {
  form: FormState
  options: PublicKeyCredentialRequestOptionsJSON
}) => (
  <Passkey does="get" options={options}>
    <Form>
      <input type="hidden" name="credential" />
      <input type="hidden" name="next" value={String(form.values['next'] ?? '')} />
      <Button>Use a passkey</Button>
    </Form>
  </Passkey>
)

const WithApp = ({ form }: { form: FormState }) => (
  <Form>
    <TextInput
      form={form}
      name="code"
      label="Code from your authenticator app"
      hint="6 digits"
      width="10"
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck={false}
    />
    <input type="hidden" name="next" value={String(form.values['next'] ?? '')} />
    <Button>Continue</Button>
  </Form>
)

async function isMyCode({ tx, me, now, site }: Visit, { totpSecret }: Factors, code: string) {
  const step = totpSecret && stepOf(unsealSeed(site.secret, totpSecret, me.userId), code, now)
  return typeof step === 'number' && takeStep(tx, me.userId, step)
}

async function isMyPasskey({ tx, me, now, site }: Visit, credential: string) {
  const answer = passkeyAnswer<AuthenticationResponseJSON>(credential)
  const signer = answer && (await passkeySigner(tx, { site, now, shownTo: me.sessionId }, answer))
  return signer === me.userId
}
