import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import { BackLink, Button, Form, Layout, PageHeading, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { factorsToChange, riseInTrust } from './prove-again.ts'
import { tellOfChange } from './security-notice.ts'

const title = 'Remove your authenticator app'

export const removeAppPage = formPage({
  path: '/account/second-factor/remove-app',
  permission: 'account.own',
  discloses: 'nothing personal',
  load: factorsToChange,
  schema: z.object({}),
  view: () => (
    <Layout title={title} before={<BackLink href="/account/second-factor" />}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">Its codes will no longer be accepted. You keep your passkeys.</p>
        <Form>
          <Button variant="warning">Remove authenticator app</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { passkeys }) {
    if (passkeys === 0)
      throw new Refusal('The app is your only second factor. Add a passkey first.')
    const { tx, me } = visit
    await tx
      .updateTable('user_account')
      .set({ totp_secret: null, totp_last_step: null })
      .where('id', '=', me.userId)
      .execute()
    await riseInTrust(visit)
    await tellOfChange(tx, me, 'The authenticator app of your Onroll account was removed.')
    visit.audit({
      event: 'second-factor.set',
      subjectKind: 'user',
      subjectId: me.userId,
      detail: { app: 'removed' },
    })
    visit.flash('Your authenticator app is removed')
    return '/account/second-factor'
  },
})
