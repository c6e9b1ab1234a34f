import { z } from 'zod'
import { roleNames } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  Radios,
  TwoThirds,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { type Hat, hatsOf } from './hat.query.ts'

const title = 'Choose the role to work in'

/** A person with several roles works in one at a time, and sees what that one may see. */
export const hatPage = formPage({
  path: '/account/hat',
  permission: 'account.own',
  discloses: 'nothing personal',
  load: async ({ tx, me }) => ({ hats: await hatsOf(tx, me.userId), now: me.membershipId }),
  schema: z.object({ membership: z.uuid('Choose a role') }),
  initial: ({ now }) => ({ membership: now }),
  view: ({ hats }, form) => (
    <Layout title={title} form={form}>
      <TwoThirds>{hats.length === 0 ? <NoRole /> : <Choose hats={hats} form={form} />}</TwoThirds>
    </Layout>
  ),
  async submit(visit, { hats }, { membership }) {
    const chosen = hats.find(hat => hat.id === membership)
    if (!chosen) throw new NotFound()
    await visit.tx
      .updateTable('session')
      .set({ membership_id: chosen.id })
      .where('id', '=', visit.me.sessionId)
      .execute()
    visit.audit({
      event: 'session.hat-changed',
      subjectKind: 'membership',
      subjectId: chosen.id,
    })
    visit.flash(`You now work as ${roleNames[chosen.role]} at ${chosen.organisation}`)
    return '/'
  },
})

const Choose = ({ hats, form }: { hats: readonly Hat[]; form: FormState }) => (
  <>
    <ErrorSummary form={form} />
    <Form>
      <Radios
        form={form}
        name="membership"
        label={title}
        isPageHeading
        hint="You see and do what this role may see and do. Pages that are open in other tabs, and were opened in another role, cannot be sent any more."
        items={hats.map(hat => ({
          value: hat.id,
          label: hat.organisation,
          hint: `${roleNames[hat.role]}${hat.administrator ? ', administrator' : ''}`,
        }))}
      />
      <Button>Continue</Button>
    </Form>
  </>
)

const NoRole = () => (
  <>
    <PageHeading>You have no role at present</PageHeading>
    <EmptyState title="What you can do">
      Your roles have ended or have not begun. Ask the administrator of your organisation, who can
      give you one.
    </EmptyState>
  </>
)
