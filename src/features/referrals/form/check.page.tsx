import { z } from 'zod'
import { writeReference } from '#domain/reference.ts'
import { authorityParameters, caseFindings, factsFor } from '#features/findings/index.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  WarningText,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { GoTo } from '#platform/http/respond.tsx'
import { gateStop } from '../gate/questions.ts'
import { routeOf, routes } from '../route.ts'
import { RuleInset } from '../rule-words.tsx'
import { noPartnership, submitReferral } from '../submit-referral.ts'
import { contentOf } from './content.ts'
import { ContentView } from './content-view.tsx'
import { referralForm } from './referral-form.query.ts'
import { schoolsOwn } from './section.pages.tsx'
import { unfinished } from './section-state.ts'

/** Everything that is about to leave the school, with what the rules will say of it. */
export const checkPage = formPage({
  path: '/referrals/:referral/check',
  permission: 'referral.write',
  load: async visit => {
    const form = schoolsOwn(await referralForm(visit, visit.params.referral))
    // Back in the browser after sending: what was sent is shown, and nothing is sent twice.
    if (!['draft', 'returned'].includes(form.referral.status))
      throw new GoTo(`/referrals/${form.referral.id}/sent`)
    const facts = await factsFor(visit.tx, [form.referral.id], visit.now)
    const routed = routeOf(facts, form.referral.id)
    const partnership = facts.partnerships?.find(({ id }) => id === routed.partnership)?.name
    const parameters = await authorityParameters(visit.tx)
    const stops = caseFindings(facts, new Set([form.referral.id]), parameters).filter(
      ({ finding }) => finding.blocks.includes('accept-referral'),
    )
    return { form, routed, partnership, stops }
  },
  discloses: ({ form: { referral, child } }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: child.id,
  }),
  version: ({ form }) => form.referral.version,
  schema: ({ form }) =>
    z.object({ declared: z.string().optional() }).superRefine(({ declared }, context) => {
      const wrong = (message: string) =>
        context.addIssue({ code: 'custom', path: ['declared'], message })
      if (gateStop(form.referral))
        return wrong('Answer the first questions about the child before you send')
      const missing = unfinished(form)
      if (missing.length > 0)
        return wrong(`Finish these parts first: ${missing.map(({ title }) => title).join('; ')}`)
      if (!declared) wrong('Say that you may share this, before you send')
    }),
  view: ({ form, routed, partnership, stops }, answers) => {
    const { referral, child } = form
    const base = `/referrals/${referral.id}`
    return (
      <Layout
        title="Check your answers"
        form={answers}
        before={<BackLink href={base}>The referral</BackLink>}
      >
        <ErrorSummary form={answers} />
        <PageHeading caption={`${writeReference('referral', referral.reference)}, ${child.name}`}>
          Check your answers
        </PageHeading>
        {partnership ? (
          <>
            <RuleInset rule={routed.ownerRule}>
              This will go to <strong>{partnership}</strong>. {routed.ownerReason}
            </RuleInset>
            {routed.route !== 'ordinary' && (
              <RuleInset rule={routed.rule}>
                <strong>{routes[routed.route]}.</strong> {routed.reason}
              </RuleInset>
            )}
          </>
        ) : (
          <WarningText>{noPartnership}</WarningText>
        )}
        {stops.map(({ finding }) => (
          <RuleInset rule={finding.rule}>
            You can send this, but the co-ordinator cannot accept it yet. {finding.message}
          </RuleInset>
        ))}
        <ContentView content={contentOf(form)} changeHref={section => `${base}/${section}`} />
        <Form version={referral.version}>
          <Checkboxes
            name="declared"
            form={answers}
            label="Before you send"
            items={{
              yes: 'The parents know that we share this, or we have a recorded reason not to tell them',
            }}
          />
          <Button preventDoubleClick>Send the referral</Button>
        </Form>
      </Layout>
    )
  },
  submit: async (visit, { form }) => {
    await submitReferral(visit, form.referral.id)
    return `/referrals/${form.referral.id}/sent`
  },
})
