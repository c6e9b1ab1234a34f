import {
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
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
import { text } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { Passkey } from './passkey.tsx'
import { passkeyAnswer } from './passkey-answer.ts'
import {
  isOurChallenge,
  newPasskeyOptions,
  relyingParty,
  takeChallenge,
} from './passkey-ceremony.ts'
import { factorsToChange, riseInTrust } from './prove-again.ts'
import { tellOfChange } from './security-notice.ts'

const title = 'Add a passkey'

export const addPasskeyPage = formPage({
  path: '/account/passkeys/add',
  permission: 'account.own',
  discloses: 'nothing personal',
  async load(visit) {
    const factors = await factorsToChange(visit)
    const held = await passkeysOf(visit)
    return {
      factors,
      options: await newPasskeyOptions(
        visit.site,
        visit.me,
        held.map(each => each.credential),
      ),
    }
  },
  schema: z.object({
    name: text('Enter a name by which you will know it', { most: 60 }),
    credential: z.string('Choose a passkey').max(20_000),
  }),
  view: ({ options }, form) => (
    <Layout title={title} form={form} before={<BackLink href="/account/second-factor" />}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">
          A passkey is kept by your computer, phone or security key, and opened with your finger,
          face or PIN. It replaces both the password and the code, and cannot be given to a false
          website by mistake. It needs a browser with JavaScript.
        </p>
        <AddForm form={form} options={options} />
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { factors }, { name, credential }) {
    const { tx, me, now } = visit
    const registered = await registration(visit, credential)
    if (!registered)
      return { errors: { name: 'The passkey could not be added. Reload the page and try again' } }
    await tx
      .insertInto('passkey')
      .values({
        id: newId(),
        user_id: me.userId,
        credential: registered.id,
        public_key: Buffer.from(registered.publicKey),
        counter: registered.counter,
        transports: [...(registered.transports ?? [])],
        name,
        created_at: now,
      })
      .execute()
    await riseInTrust(visit)
    await tellOfChange(tx, me, 'A passkey was added to your Onroll account.')
    visit.audit({ event: 'passkey.added', subjectKind: 'user', subjectId: me.userId })
    visit.flash('Your passkey is added')
    return factors.recoveryCodes > 0 ? '/account/second-factor' : '/account/recovery-codes'
  },
})

const AddForm = ({
  form,
  options,
}: {
  form: FormState
  options: PublicKeyCredentialCreationOptionsJSON
}) => (
  <Passkey does="create" options={options}>
    <Form>
      <TextInput form={form} name="name" label="Name" hint="For example “work laptop”" width="20" />
      <input type="hidden" name="credential" />
      <Button>Add a passkey</Button>
    </Form>
  </Passkey>
)

async function registration({ tx, me, now, site }: Visit, credential: string) {
  const answer = passkeyAnswer<RegistrationResponseJSON>(credential)
  if (!answer) return undefined
  const used: string[] = []
  const { origin, id } = relyingParty(site)
  const result = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge => {
      used.push(challenge)
      return isOurChallenge(site.secret, me.sessionId, challenge, now)
    },
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => undefined)
  const fresh = result?.verified && (await takeChallenge(tx, used[0] ?? '', now, me.userId))
  return fresh ? result.registrationInfo.credential : undefined
}

const passkeysOf = ({ tx, me }: Pick<Visit, 'tx' | 'me'>) =>
  tx.selectFrom('passkey').select(['id', 'credential']).where('user_id', '=', me.userId).execute()

export const removePasskey = action({
  path: '/account/passkeys/:passkey/remove',
  permission: 'account.own',
  async load(visit) {
    const factors = await factorsToChange(visit)
    const held = await passkeysOf(visit)
    const passkey = held.find(each => each.id === visit.params.passkey)
    if (!passkey) throw new NotFound()
    return { factors, passkey, only: held.length === 1 }
  },
  schema: z.object({}),
  async submit(visit, { factors, passkey, only }) {
    if (only && !factors.totpSecret)
      throw new Refusal('This passkey is your only second factor. Add another one first.')
    const { tx, me } = visit
    await tx.deleteFrom('passkey').where('id', '=', passkey.id).execute()
    await riseInTrust(visit)
    await tellOfChange(tx, me, 'A passkey was removed from your Onroll account.')
    visit.audit({ event: 'passkey.removed', subjectKind: 'user', subjectId: me.userId })
    visit.flash('The passkey is removed')
    return '/account/second-factor'
  },
})
