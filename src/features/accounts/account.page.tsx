import { roleNames } from '#domain/permissions.ts'
import { Layout, PageHeading, SummaryList, TwoThirds } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { factorsOf } from './factors.ts'

/** A person's own account: what they sign in with, where they are signed in, and what they did. */
export const accountPage = page({
  path: '/account',
  permission: 'account.own',
  discloses: 'nothing personal',
  load: ({ tx, me }) => factorsOf(tx, me.userId),
  view: (factors, { me }) => (
    <Layout title="Your account">
      <TwoThirds>
        <PageHeading>Your account</PageHeading>
        <SummaryList
          rows={[
            { key: 'Name', value: me.name },
            { key: 'Email address', value: me.email },
            {
              key: 'Role',
              value: me.role
                ? `${roleNames[me.role]} at ${me.organisationName}${me.administrator ? ', administrator' : ''}`
                : 'None at present',
              actions: [change('/account/hat', 'Switch', 'role')],
            },
            {
              key: 'Password',
              value: factors?.hasPassword ? 'Set' : 'Not set',
              actions: [change('/account/password', 'Change', 'password')],
            },
            {
              key: 'Second factor',
              value: secondFactors(factors),
              actions: [change('/account/second-factor', 'Change', 'second factor')],
            },
            {
              key: 'Where you are signed in',
              value: 'Computers and phones on which your account is open',
              actions: [change('/account/sessions', 'Show', 'where you are signed in')],
            },
            {
              key: 'What you did',
              value: 'What Onroll remembers of your work',
              actions: [change('/account/activity', 'Show', 'what you did')],
            },
          ]}
        />
      </TwoThirds>
    </Layout>
  ),
})

const change = (href: string, children: string, visuallyHiddenText: string) => ({
  href,
  children,
  visuallyHiddenText,
})

const secondFactors = (factors: Awaited<ReturnType<typeof factorsOf>>) =>
  [
    factors?.totpSecret && 'Authenticator app',
    factors &&
      factors.passkeys > 0 &&
      `${factors.passkeys} passkey${factors.passkeys === 1 ? '' : 's'}`,
  ]
    .filter(Boolean)
    .join(' and ') || 'None'
