import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  SummaryList,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { GoTo } from '#platform/http/respond.tsx'
import { type ChildRecord, childRecord } from '../child-record.query.ts'
import { recordRows } from '../form/record-rows.ts'
import { startReferral } from '../start-referral.ts'

/** A referral begins with a child that was searched for: nobody is entered twice. */
export const newReferralPage = formPage({
  path: '/referrals/new',
  permission: 'referral.write',
  query: z.object({ child: z.uuid().optional().catch(undefined) }),
  schema: z.object({ child: z.uuid('Choose a child') }),
  load: async ({ tx, me, query, today }): Promise<ChildRecord | undefined> => {
    // School Admissions refers under the Fair Access Protocol, on pages of its own.
    if (me.role === 'admissions')
      throw new GoTo(query.child ? `/fair-access/new/${query.child}` : '/children')
    return query.child ? ((await childRecord(tx, query.child, today)) ?? missing()) : undefined
  },
  discloses: child =>
    child
      ? { event: 'child.viewed', subjectKind: 'child', subjectId: child.id, childId: child.id }
      : [],
  view: child => (
    <Layout title="Refer a child" before={<BackLink href="/referrals">Referrals</BackLink>}>
      <PageHeading>Refer a child</PageHeading>
      {child ? (
        <>
          <SummaryList rows={recordRows.child(child).map(toRow)} />
          <p class="govuk-body">
            Next come four short questions. They decide whether a referral is the right way at all.
          </p>
          <Form action="/referrals/new">
            <input type="hidden" name="child" value={child.id} />
            <Button preventDoubleClick>Start the referral</Button>
          </Form>
          <p class="govuk-body">
            <a class="govuk-link" href="/children">
              This is not the child I mean
            </a>
          </p>
        </>
      ) : (
        <EmptyState
          title="Find the child first"
          action={
            <Button href="/children" isStartButton>
              Find a child
            </Button>
          }
        >
          Search for the child. If nobody has entered the child yet, you can do so from there. Then
          choose “Refer” on the child’s page.
        </EmptyState>
      )}
    </Layout>
  ),
  submit: async (visit, _child, { child }) => {
    const id = await startReferral(visit, { childId: child })
    return `/referrals/${id}/gate/roll`
  },
})

const toRow = ({ question, answer }: { question: string; answer: string }) => ({
  key: question,
  value: answer,
})

const missing = (): never => {
  throw new NotFound()
}
