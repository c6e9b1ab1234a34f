import { toString as picture } from 'qrcode'
import { z } from 'zod'
import {
  BackLink,
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
import type { Visit } from '#platform/http/visit.ts'
import { appAddress, newSeed, sealSeed, stepOf, takeStep, unsealSeed } from './authenticator-app.ts'
import { factorsToChange, riseInTrust } from './prove-again.ts'
import { tellOfChange } from './security-notice.ts'
import { limitTriesIn } from './tries-in-session.ts'

const title = 'Set up an authenticator app'

/** The seed travels in the form, sealed for this session, until a code proves that the app has it. */
export const setUpAppPage = formPage({
  path: '/account/second-factor/app',
  permission: 'account.own',
  discloses: 'nothing personal',
  async load(visit) {
    const factors = await factorsToChange(visit)
    return { factors, ...(await offered(visit, newSeed())) }
  },
  schema: z.object({
    code: z
      .string('Enter the code that the app shows')
      .trim()
      .min(1, 'Enter the code that the app shows'),
    seed: z.string().max(500),
  }),
  initial: ({ sealed }) => ({ seed: sealed }),
  view: ({ seed, image }, form) => (
    <Layout title={title} form={form} before={<BackLink href="/account/second-factor" />}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>{title}</PageHeading>
        {Object.keys(form.errors).length === 0 ? (
          <Instructions seed={seed} image={image} />
        ) : (
          <p class="govuk-body">
            Enter the code for Onroll that your app shows now. If the app does not have Onroll yet,{' '}
            <a class="govuk-link" href="/account/second-factor/app">
              start again with a new picture
            </a>
            .
          </p>
        )}
        <CodeForm form={form} />
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { factors }, { code, seed: sealed }) {
    const { tx, me, now, site } = visit
    await limitTriesIn(me.sessionId)
    const seed = unsealed(visit, sealed)
    const step = seed && stepOf(seed, code, now)
    if (!seed || step === undefined || step === '')
      return {
        errors: { code: 'That is not the code. Check that your phone shows the right time' },
      }
    await tx
      .updateTable('user_account')
      .set({ totp_secret: sealSeed(site.secret, seed, me.userId), totp_last_step: null })
      .where('id', '=', me.userId)
      .execute()
    await takeStep(tx, me.userId, step)
    await riseInTrust(visit)
    await tellOfChange(tx, me, 'An authenticator app was set up for your Onroll account.')
    visit.audit({ event: 'second-factor.set', subjectKind: 'user', subjectId: me.userId })
    visit.flash('Your authenticator app is set up')
    return factors.recoveryCodes > 0 ? '/account/second-factor' : '/account/recovery-codes'
  },
})

async function offered({ me, site }: Visit, seed: string) {
  const image = await picture(appAddress(seed, me.email), { type: 'svg', margin: 2 })
  return {
    seed,
    sealed: sealSeed(site.secret, seed, about(me)).toString('base64url'),
    image: `data:image/svg+xml;base64,${Buffer.from(image).toString('base64')}`,
  }
}

const about = ({ sessionId }: Visit['me']) => `session ${sessionId}`

function unsealed({ me, site }: Visit, sealed: string): string | undefined {
  try {
    return unsealSeed(site.secret, Buffer.from(sealed, 'base64url'), about(me))
  } catch {
    return undefined
  }
}

const Instructions = ({ seed, image }: { seed: string; image: string }) => (
  <>
    <ol class="govuk-list govuk-list--number">
      <li>Open an authenticator app on your phone, or install one. Any of them will do.</li>
      <li>Let it scan this picture, or type the key below it.</li>
      <li>Enter the code that it shows.</li>
    </ol>
    <img
      src={image}
      width="220"
      height="220"
      alt="QR code with the key for your authenticator app"
    />
    <p class="govuk-body">
      Key: <strong>{seed.match(/.{1,4}/g)?.join(' ')}</strong>
    </p>
  </>
)

const CodeForm = ({ form }: { form: FormState }) => (
  <Form>
    <TextInput
      form={form}
      name="code"
      label="Code"
      hint="6 digits"
      width="10"
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck={false}
    />
    <input type="hidden" name="seed" value={String(form.values['seed'] ?? '')} />
    <Button>Continue</Button>
  </Form>
)
