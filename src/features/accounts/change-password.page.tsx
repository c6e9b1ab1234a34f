import { z } from 'zod'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  PasswordInput,
  TwoThirds,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { endOtherSessions, renewSession } from '#platform/sessions.ts'
import { credentialsOfMine } from './factors.ts'
import { newPassword, newPasswordHint } from './new-password.ts'
import { hashPassword, passwordMatches } from './password-hash.ts'
import { whyNotPassword } from './password-rules.ts'
import { tellOfChange } from './security-notice.ts'
import { forgetTriesIn, limitTriesIn } from './tries-in-session.ts'

const title = 'Change your password'

export const changePasswordPage = formPage({
  path: '/account/password',
  permission: 'account.own',
  discloses: 'nothing personal',
  load: ({ tx }) => credentialsOfMine(tx),
  schema: ({ passwordHash }: { passwordHash: string | null }) =>
    z.object({
      current: passwordHash
        ? z.string('Enter your password as it is now').min(1, 'Enter your password as it is now')
        : z.string().optional(),
      password: newPassword,
    }),
  view: ({ passwordHash }, form) => (
    <Layout title={title} form={form} before={<BackLink href="/account" />}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">
          You stay signed in here, and are signed out everywhere else. We tell you by email.
        </p>
        <Form>
          {passwordHash && (
            <PasswordInput
              form={form}
              name="current"
              label="Password as it is now"
              autocomplete="current-password"
            />
          )}
          <PasswordInput
            form={form}
            name="password"
            label="New password"
            hint={newPasswordHint}
            autocomplete="new-password"
          />
          <Button>Change password</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { passwordHash }, { current, password }) {
    const { tx, me, now } = visit
    const problem = whyNotPassword(password, [me.name, me.email, me.organisationName, 'Onroll'])
    if (problem) return { errors: { password: problem } }
    if (passwordHash && !(await isMine(me.sessionId, passwordHash, current ?? '')))
      return { errors: { current: 'That is not your password' } }
    await tx
      .updateTable('user_account')
      .set({ password_hash: await hashPassword(password) })
      .where('id', '=', me.userId)
      .execute()
    await endOtherSessions(tx, me, 'password changed')
    visit.keepSession(await renewSession(tx, me, { secondFactor: false, now }))
    await tellOfChange(tx, me, 'The password of your Onroll account was changed.')
    visit.audit({ event: 'password.changed', subjectKind: 'user', subjectId: me.userId })
    visit.flash('Your password is changed')
    return '/account'
  },
})

async function isMine(sessionId: string, stored: string, typed: string) {
  await limitTriesIn(sessionId)
  const good = await passwordMatches(stored, typed)
  if (good) await forgetTriesIn(sessionId)
  return good
}
