import { z } from 'zod'
import { writeReference } from '#domain/reference.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
} from '#govuk/index.ts'
import { choice, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { placementsThatFollow, WhatFollows } from '../case/placements-that-follow.tsx'
import { discardDraft } from '../start-referral.ts'
import { type WithdrawalReason, withdrawalReasons, withdrawReferral } from '../withdraw-referral.ts'
import { type ReferralForm, referralForm } from './referral-form.query.ts'

const disclosed = ({ referral, child }: ReferralForm) =>
  ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: child.id,
  }) as const

export const discardPage = formPage({
  path: '/referrals/:referral/discard',
  permission: 'referral.write',
  load: visit => referralForm(visit, visit.params.referral),
  discloses: disclosed,
  schema: z.object({}),
  view: ({ referral, child }) => (
    <Layout
      title="Discard this draft"
      before={<BackLink href={`/referrals/${referral.id}`}>The referral</BackLink>}
    >
      <PageHeading caption={`${writeReference('referral', referral.reference)}, ${child.name}`}>
        Discard this draft?
      </PageHeading>
      <p class="govuk-body">
        Nobody outside your school has seen it. What is recorded of the child stays.
      </p>
      <Form>
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            Discard the draft
          </Button>
          <a class="govuk-link" href={`/referrals/${referral.id}`}>
            Keep it
          </a>
        </ButtonGroup>
      </Form>
    </Layout>
  ),
  submit: async (visit, { referral }) => {
    await discardDraft(visit, referral.id)
    visit.flash(`${writeReference('referral', referral.reference)} was discarded`)
    return '/referrals'
  },
})

const reasons = Object.keys(withdrawalReasons) as [WithdrawalReason, ...WithdrawalReason[]]

export const withdrawPage = formPage({
  path: '/referrals/:referral/withdraw',
  permission: 'referral.write',
  load: async visit => {
    const form = await referralForm(visit, visit.params.referral)
    return { ...form, following: await placementsThatFollow(visit.tx, form.referral) }
  },
  discloses: disclosed,
  version: ({ referral }) => referral.version,
  schema: z
    .object({
      reason: choice(reasons, 'Choose why you withdraw the referral'),
      words: optionalText(),
    })
    .superRefine(({ reason, words }, context) => {
      if (reason === 'other' && !words)
        context.addIssue({ code: 'custom', path: ['words'], message: 'Say what the reason is' })
    }),
  view: ({ referral, child, following }, form) => (
    <Layout
      title="Withdraw the referral"
      form={form}
      before={<BackLink href={`/cases/${referral.id}`}>The case</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`${writeReference('referral', referral.reference)}, ${child.name}`}>
        Withdraw the referral
      </PageHeading>
      <WhatFollows placements={following} />
      <Form version={referral.version}>
        <Radios
          name="reason"
          form={form}
          label="Why do you withdraw it?"
          items={withdrawalReasons}
        />
        <TextArea
          name="words"
          form={form}
          label="Anything the co-ordinator should know (optional)"
        />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            Withdraw the referral
          </Button>
          <a class="govuk-link" href={`/cases/${referral.id}`}>
            Keep it
          </a>
        </ButtonGroup>
      </Form>
    </Layout>
  ),
  submit: async (visit, { referral }, { reason, words }) => {
    await withdrawReferral(visit, referral.id, { reason, words })
    visit.flash(`${writeReference('referral', referral.reference)} was withdrawn`)
    return `/cases/${referral.id}`
  },
})
