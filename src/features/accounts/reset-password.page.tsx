import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  PasswordInput,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { publicForm, publicPage } from '#platform/http/public-page.tsx'
import { enqueue } from '#platform/jobs.ts'
import { openLink, revokeLinks, useLink } from '#platform/one-time-link.ts'
import { endOtherSessions } from '#platform/sessions.ts'
import { answerResetRequest, resetRequestKind } from './answer-reset-request.job.ts'
import { factorsOf } from './factors.ts'
import { LinkIsDead } from './link-is-dead.tsx'
import { newPassword, newPasswordHint } from './new-password.ts'
import { hashPassword } from './password-hash.ts'
import { whyNotPassword } from './password-rules.ts'
import { tellOfChange } from './security-notice.ts'

const title = 'Choose a new password'

/** Does the same whoever is asked for: what there is to do is done later, out of sight. */
export const askForResetPage = publicForm({
  path: '/reset-password',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  load: async () => undefined,
  schema: z.object({
    email: z.string('Enter your email address').trim().min(1, 'Enter your email address').max(254),
  }),
  view: (_, form) => (
    <Layout title="Forgotten password" form={form} before={<BackLink href="/sign-in" />}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>Forgotten password</PageHeading>
        <p class="govuk-body">
          We send you a link with which you can choose a new one. It works for an hour. Your second
          factor stays as it is.
        </p>
        <Form>
          <TextInput
            form={form}
            name="email"
            label="Email address"
            type="email"
            autocomplete="username"
            spellcheck={false}
          />
          <Button preventDoubleClick>Send the link</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  submit: (visitor, _, { email }) =>
    visitor.inTransaction('sign-in', async ({ tx }) => {
      const id = newId()
      await tx
        .insertInto('challenge')
        .values({
          id,
          user_id: null,
          kind: resetRequestKind,
          value: email.toLowerCase(),
          expires_at: new Date(visitor.now.getTime() + 3_600_000),
        })
        .execute()
      await enqueue(tx, answerResetRequest, { request: id })
      return '/reset-password/sent'
    }),
})

export const resetAskedPage = publicPage({
  path: '/reset-password/sent',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: async () => undefined,
  view: () => (
    <Layout title="Look at your email">
      <TwoThirds>
        <PageHeading>Look at your email</PageHeading>
        <p class="govuk-body">
          If there is an account with that address, we have sent it a link. It can take a few
          minutes. Look among the unwanted messages too.
        </p>
        <p class="govuk-body">
          If nothing comes, ask an administrator of your organisation whether you have an account,
          and with which address.
        </p>
      </TwoThirds>
    </Layout>
  ),
})

export const resetPage = publicForm({
  path: '/reset/:token',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  load: visitor =>
    visitor.inTransaction('sign-in', async ({ tx }) => {
      const link = await openLink(tx, 'reset', visitor.params.token, visitor.now)
      const person = link && (await factorsOf(tx, link.user_id))
      return person && { linkId: link.id, userId: link.user_id, ...person }
    }),
  schema: z.object({ password: newPassword }),
  view: (person, form) =>
    person ? (
      <Layout title={title} form={form}>
        <TwoThirds>
          <ErrorSummary form={form} />
          <PageHeading>{title}</PageHeading>
          <Form>
            <PasswordInput
              form={form}
              name="password"
              label="New password"
              hint={newPasswordHint}
              autocomplete="new-password"
            />
            <Button preventDoubleClick>Save the password</Button>
          </Form>
        </TwoThirds>
      </Layout>
    ) : (
      <LinkIsDead kind="reset" />
    ),
  async submit(visitor, person, { password }) {
    if (!person) throw new Refusal('This link can no longer be used')
    const problem = whyNotPassword(password, [person.name, person.email, 'Onroll'])
    if (problem) return { errors: { password: problem } }
    const hash = await hashPassword(password)
    await visitor.inTransaction('sign-in', async ({ tx, audit }) => {
      if (!(await useLink(tx, person.linkId, visitor.now)))
        throw new Refusal('This link was used a moment ago')
      await tx
        .updateTable('user_account')
        .set({ password_hash: hash })
        .where('id', '=', person.userId)
        .execute()
      await revokeLinks(tx, { userId: person.userId, now: visitor.now })
      await endOtherSessions(tx, person, 'password changed')
      await tellOfChange(
        tx,
        person,
        'The password of your Onroll account was changed by a link that was sent to you.',
      )
      const subject = { subjectKind: 'user', subjectId: person.userId, userId: person.userId }
      audit({ event: 'link.used', ...subject, detail: { kind: 'reset' } })
      audit({ event: 'password.changed', ...subject })
    })
    visitor.flash('Your password is changed. Sign in with it.')
    return '/sign-in'
  },
})
