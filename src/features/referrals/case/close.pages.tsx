import { z } from 'zod'
import { Button, Form, Radios, TextArea } from '#govuk/index.ts'
import { choice, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { caseDisclosed } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { type ClosingReason, closeCase, closingReasons, reopenCase } from './close-case.ts'
import { openForTriage } from './decide.pages.tsx'
import { placementsThatFollow, WhatFollows } from './placements-that-follow.tsx'

const reasons = Object.keys(closingReasons) as [ClosingReason, ...ClosingReason[]]

export const closePage = formPage({
  path: '/cases/:referral/close',
  permission: 'referral.triage',
  load: async visit => {
    const opened = await openForTriage(visit)
    return { ...opened, following: await placementsThatFollow(visit.tx, opened.referral) }
  },
  discloses: caseDisclosed,
  version: ({ referral }) => referral.version,
  schema: z.object({
    reason: choice(reasons, 'Choose why the case ends'),
    words: optionalText(),
  }),
  view: (opened, form) => (
    <CaseLayout
      opened={opened}
      title="Close the case"
      form={form}
      back={`/cases/${opened.referral.id}`}
    >
      <WhatFollows placements={opened.following} />
      <Form version={opened.referral.version}>
        <Radios name="reason" form={form} label="Why does the case end?" items={closingReasons} />
        <TextArea
          name="words"
          form={form}
          label="What the school should know (optional)"
          hint={`${opened.referrer} reads this.`}
        />
        <Button preventDoubleClick>Close the case</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { referral }, input) => {
    await closeCase(visit, referral.id, input)
    visit.flash('The case is closed')
    return `/cases/${referral.id}`
  },
})

export const reopenPage = formPage({
  path: '/cases/:referral/reopen',
  permission: 'referral.triage',
  load: openForTriage,
  discloses: caseDisclosed,
  version: ({ referral }) => referral.version,
  schema: z.object({ reason: text('Say why the case is opened again') }),
  view: (opened, form) => (
    <CaseLayout
      opened={opened}
      title="Open the case again"
      form={form}
      back={`/cases/${opened.referral.id}`}
    >
      <Form version={opened.referral.version}>
        <TextArea name="reason" form={form} label="Why is it opened again?" />
        <Button preventDoubleClick>Open the case</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { referral }, { reason }) => {
    await reopenCase(visit, referral.id, reason)
    visit.flash('The case is open again')
    return `/cases/${referral.id}`
  },
})
