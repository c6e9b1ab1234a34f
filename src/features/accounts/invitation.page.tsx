import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  PasswordInput,
  TwoThirds,
} from '#govuk/index.ts'
import { publicForm } from '#platform/http/public-page.tsx'
import type { Visitor } from '#platform/http/visitor.ts'
import { openLink, useLink } from '#platform/one-time-link.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { factorsOf } from './factors.ts'
import { LinkIsDead } from './link-is-dead.tsx'
import { newPassword, newPasswordHint } from './new-password.ts'
import { hashPassword } from './password-hash.ts'
import { whyNotPassword } from './password-rules.ts'

const title = 'Welcome to Onroll'

/** The person whom an invitation is for. Looking (which mail scanners do too) uses nothing up. */
const invited = (visitor: Visitor<'/invitation/:token'>) =>
  visitor.inTransaction('sign-in', async ({ tx }) => {
    const link = await openLink(tx, 'invitation', visitor.params.token, visitor.now)
    const person = link && (await factorsOf(tx, link.user_id))
    return person && { linkId: link.id, userId: link.user_id, ...person }
  })

export const invitationPage = publicForm({
  path: '/invitation/:token',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  load: invited,
  schema: z.object({ password: newPassword }),
  view: (person, form) =>
    person ? (
      <Layout title={title} form={form}>
        <TwoThirds>
          <ErrorSummary form={form} />
          <PageHeading>{title}</PageHeading>
          <p class="govuk-body">
            {person.name}, you have been invited to use Onroll. Choose a password; after that you
            set up a second factor.
          </p>
          <Form>
            <PasswordInput
              form={form}
              name="password"
              label="Password"
              hint={newPasswordHint}
              autocomplete="new-password"
            />
            <Button preventDoubleClick>Accept the invitation</Button>
          </Form>
        </TwoThirds>
      </Layout>
    ) : (
      <LinkIsDead kind="invitation" />
    ),
  async submit(visitor, person, { password }) {
    if (!person) throw new Refusal('This invitation can no longer be used')
    const problem = whyNotPassword(password, [person.name, person.email, 'Onroll'])
    if (problem) return { errors: { password: problem } }
    const hash = await hashPassword(password)
    return visitor.inTransaction('sign-in', async step => {
      if (!(await useLink(step.tx, person.linkId, visitor.now)))
        throw new Refusal('This invitation was used a moment ago. Sign in with your password.')
      await step.tx
        .updateTable('user_account')
        .set({ password_hash: hash })
        .where('id', '=', person.userId)
        .execute()
      step.audit({
        event: 'link.used',
        subjectKind: 'user',
        subjectId: person.userId,
        userId: person.userId,
        detail: { kind: 'invitation' },
      })
      await completeSignIn(step, visitor, { ...person, sharedComputer: false, by: 'invitation' })
      return '/'
    })
  },
})
