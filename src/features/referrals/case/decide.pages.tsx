import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { blockersOf, FindingCard } from '#features/findings/index.ts'
import { Button, ButtonGroup, Form, TextArea } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import type { Doer } from '#platform/http/visit.ts'
import { type Case, caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { takeOtherRoute } from './reroute.ts'
import { acceptReferral, returnReferral } from './triage.ts'

/** Opens a case for its partnership’s co-ordinator; for anybody else the page is not there. */
export async function openForTriage(
  visit: Doer & { readonly params: { readonly referral: string } },
): Promise<Case> {
  const opened = await openCase(visit, visit.params.referral)
  if (opened.side !== 'partnership') throw new NotFound()
  return opened
}

export const acceptPage = formPage({
  path: '/cases/:referral/accept',
  permission: 'referral.triage',
  load: async visit => {
    const opened = await openForTriage(visit)
    return {
      opened,
      blockers: await blockersOf(visit.tx, opened.referral.id, 'accept-referral'),
    }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  version: ({ opened }) => opened.referral.version,
  schema: z.object({}),
  view: ({ opened, blockers }, form) => {
    const { referral } = opened
    return (
      <CaseLayout
        opened={opened}
        title="Accept this referral"
        form={form}
        back={`/cases/${referral.id}`}
      >
        {blockers.length > 0 ? (
          <>
            <p class="govuk-body">
              It cannot be accepted yet. Have this put right, or accept the finding with a reason.
            </p>
            {blockers.map(finding => (
              <FindingCard
                finding={finding}
                headingLevel={2}
                actions={
                  <p class="govuk-body">
                    <a class="govuk-link" href={`/cases/${referral.id}/findings/${finding.id}`}>
                      Accept this finding with a reason
                    </a>
                  </p>
                }
              />
            ))}
          </>
        ) : (
          <>
            <p class="govuk-body">
              Nothing the rules know of stands in the way. The case is then yours unless it has an
              owner, and {opened.referrer} is told.
            </p>
            <Form version={referral.version}>
              <ButtonGroup>
                <Button preventDoubleClick>Accept the referral</Button>
                <a class="govuk-link" href={`/cases/${referral.id}`}>
                  Not now
                </a>
              </ButtonGroup>
            </Form>
          </>
        )}
      </CaseLayout>
    )
  },
  submit: async (visit, { opened }) => {
    await acceptReferral(visit, opened.referral.id)
    visit.flash('The referral is accepted')
    return `/cases/${opened.referral.id}`
  },
})

export const returnPage = formPage({
  path: '/cases/:referral/return',
  permission: 'referral.triage',
  load: openForTriage,
  discloses: caseDisclosed,
  version: ({ referral }) => referral.version,
  schema: z.object({ reason: text('Say what has to be done before it is sent again') }),
  view: (opened, form) => (
    <CaseLayout
      opened={opened}
      title="Return this referral"
      form={form}
      back={`/cases/${opened.referral.id}`}
    >
      <Form version={opened.referral.version}>
        <TextArea
          name="reason"
          form={form}
          label="What has to be done before it is sent again?"
          hint={`${opened.referrer} reads this. It can change its answers and send the referral again.`}
        />
        <Button preventDoubleClick>Return the referral</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { referral }, { reason }) => {
    await returnReferral(visit, referral.id, reason)
    visit.flash('The referral is returned')
    return `/cases/${referral.id}`
  },
})

export const routeAction = action({
  path: '/cases/:referral/route',
  permission: 'referral.triage',
  load: openForTriage,
  schema: z.object({}),
  submit: async (visit, { referral }) => {
    await takeOtherRoute(visit, referral.id)
    visit.flash('The case goes the other way')
    return `/cases/${referral.id}`
  },
})
