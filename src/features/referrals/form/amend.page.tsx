import { z } from 'zod'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { amendReferral, unsentChanges } from '../amend-referral.ts'
import { ChangesTable } from './changes-table.tsx'

/** What the school changed since it sent, from and to, before it is sent with a reason. */
export const amendPage = formPage({
  path: '/referrals/:referral/amend',
  permission: 'referral.write',
  load: async visit => {
    const found = await unsentChanges(visit, visit.params.referral)
    if (!found.last || found.form.referral.kind !== 'school') throw new NotFound()
    return found
  },
  discloses: ({ form: { referral, child } }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: child.id,
  }),
  version: ({ form }) => form.referral.version,
  schema: z.object({ reason: text('Say why you changed it', { most: 1000 }) }),
  view: ({ form: { referral, child }, changes }, form) => (
    <Layout
      title="Send your changes"
      form={form}
      before={<BackLink href={`/referrals/${referral.id}`}>The referral</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`${writeReference('referral', referral.reference)}, ${child.name}`}>
        Send your changes
      </PageHeading>
      {changes.length === 0 ? (
        <EmptyState
          title="Nothing has changed since you sent it"
          action={
            <a class="govuk-link" href={`/referrals/${referral.id}`}>
              Change an answer
            </a>
          }
        />
      ) : (
        <>
          <ChangesTable changes={changes} />
          <Form version={referral.version}>
            <TextArea
              name="reason"
              form={form}
              label="Why did you change it?"
              hint="The co-ordinator sees each change and this reason. What you sent before stays readable."
            />
            <Button preventDoubleClick>Send the changes</Button>
          </Form>
        </>
      )}
    </Layout>
  ),
  submit: async (visit, { form: { referral } }, { reason }) => {
    const number = await amendReferral(visit, referral.id, reason)
    visit.flash(`Your changes were sent as version ${number}`)
    return `/cases/${referral.id}/referral`
  },
})
