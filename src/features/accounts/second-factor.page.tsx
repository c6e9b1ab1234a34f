import { momentInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryCard,
  SummaryList,
  TwoThirds,
  WarningText,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { type Factors, factorsOf, hasSecondFactor } from './factors.ts'

const title = 'Your second factor'

/** What a person proves who they are with besides a password; and, for who has none, where everything begins. */
export const secondFactorPage = page({
  path: '/account/second-factor',
  permission: 'account.own',
  discloses: 'nothing personal',
  load: async ({ tx, me }) => ({
    factors: await factorsOf(tx, me.userId),
    passkeys: await tx
      .selectFrom('passkey')
      .select(['id', 'name', 'created_at', 'last_used_at'])
      .where('user_id', '=', me.userId)
      .orderBy('created_at')
      .execute(),
    removal: await tx
      .selectFrom('factor_reset as r')
      .innerJoin('user_account as u', 'u.id', 'r.asked_by')
      .select(['u.name', 'r.due_at'])
      .where('r.user_id', '=', me.userId)
      .where('r.carried_out_at', 'is', null)
      .where('r.cancelled_at', 'is', null)
      .executeTakeFirst(),
  }),
  view: ({ factors, passkeys, removal }) => (
    <Layout title={title} before={<BackLink href="/account" />}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        {factors && !hasSecondFactor(factors) && <WhyOne />}
        {factors && hasSecondFactor(factors) && removal && <KeepIt removal={removal} />}
        <App factors={factors} />
        {passkeys.map(passkey => (
          <PasskeyCard passkey={passkey} last={passkeys.length === 1 && !factors?.totpSecret} />
        ))}
        <p class="govuk-body">
          <Button href="/account/passkeys/add" variant="secondary">
            Add a passkey
          </Button>
        </p>
        {factors && hasSecondFactor(factors) && (
          <p class="govuk-body">
            You have {factors.recoveryCodes} unused recovery codes.{' '}
            <a class="govuk-link" href="/account/recovery-codes">
              Get new ones
            </a>
          </p>
        )}
      </TwoThirds>
    </Layout>
  ),
})

const KeepIt = ({ removal }: { removal: { name: string; due_at: Date | null } }) => (
  <>
    <WarningText>
      {removal.name} has asked to remove your second factor
      {removal.due_at ? `, and it is done on ${momentInWords(removal.due_at)}` : ''}. You have it
      still: if you did not ask for this, keep it, and tell an administrator of your organisation.
    </WarningText>
    <Form action="/account/second-factor/keep">
      <Button>Keep my second factor</Button>
    </Form>
  </>
)

const WhyOne = () => (
  <InsetText>
    Onroll holds what children’s lives depend on, so a password is not enough: before you go on, set
    up an authenticator app on your phone, or a passkey.
  </InsetText>
)

const removal = {
  href: '/account/second-factor/remove-app',
  children: 'Remove',
  visuallyHiddenText: 'authenticator app',
}

const App = ({ factors }: { factors: Factors | undefined }) => (
  <SummaryCard
    title="Authenticator app"
    actions={[
      {
        href: '/account/second-factor/app',
        children: factors?.totpSecret ? 'Set up again' : 'Set up',
        visuallyHiddenText: 'authenticator app',
      },
      ...(factors?.totpSecret && factors.passkeys > 0 ? [removal] : []),
    ]}
  >
    <p class="govuk-body">
      {factors?.totpSecret
        ? 'Set up. It shows a new code every half minute.'
        : 'Not set up. An app on your phone shows codes, without any network.'}
    </p>
  </SummaryCard>
)

interface Held {
  readonly id: string
  readonly name: string
  readonly created_at: Date
  readonly last_used_at: Date | null
}

const PasskeyCard = ({ passkey, last }: { passkey: Held; last: boolean }) => (
  <SummaryCard title={`Passkey “${passkey.name}”`}>
    <SummaryList
      rows={[
        { key: 'Added', value: day(passkey.created_at) },
        { key: 'Last used', value: passkey.last_used_at ? day(passkey.last_used_at) : 'Not yet' },
      ]}
    />
    {!last && (
      <Form action={`/account/passkeys/${passkey.id}/remove`}>
        <Button variant="warning">
          Remove <span class="govuk-visually-hidden">passkey “{passkey.name}”</span>
        </Button>
      </Form>
    )}
  </SummaryCard>
)

const day = (moment: Date) =>
  moment.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
