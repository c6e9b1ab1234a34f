import { z } from 'zod'
import { Button, Form, Select, TextArea } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { caseDisclosed } from '../case/case.query.ts'
import { CaseLayout } from '../case/case-layout.tsx'
import { openForTriage } from '../case/decide.pages.tsx'
import { RuleInset } from '../rule-words.tsx'
import { disputeStatusWords, disputesOf } from './disputes.query.ts'
import { openDispute } from './open-dispute.ts'
import { ProposalFields, proposalSchema } from './proposal-fields.tsx'

/** Asking another partnership whether the case is theirs, or whether the cost is to be shared. */
export const openDisputePage = formPage({
  path: '/cases/:referral/dispute',
  permission: 'referral.triage',
  load: async visit => ({
    opened: await openForTriage(visit),
    partnerships: await visit.tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('kind', '=', 'partnership')
      .where('id', '<>', visit.me.organisationId)
      .where('closed_on', 'is', null)
      .orderBy('name')
      .execute(),
    disputes: (await disputesOf(visit.tx)).filter(
      ({ referralId }) => referralId === visit.params.referral,
    ),
  }),
  discloses: ({ opened }) => caseDisclosed(opened),
  schema: ({ partnerships }) =>
    z.object({
      with: z
        .string('Choose the partnership')
        .refine(id => partnerships.some(each => each.id === id), 'Choose the partnership'),
      reason: text('Say why the other partnership should take part'),
      ...proposalSchema,
    }),
  view: ({ opened, partnerships, disputes }, form) => (
    <CaseLayout
      opened={opened}
      title="Dispute responsibility"
      form={form}
      back={`/cases/${opened.referral.id}`}
    >
      <RuleInset rule="RTE-04">
        The case stays with you and the clock runs on: a dispute must not delay the answer to the
        referral.
      </RuleInset>
      {disputes.map(dispute => (
        <p class="govuk-body">
          <a class="govuk-link" href={`/disputes/${dispute.id}`}>
            Dispute with {dispute.otherName}
          </a>
          : {disputeStatusWords[dispute.status].toLowerCase()}
        </p>
      ))}
      {!disputes.some(({ status }) => status === 'open') && (
        <Form>
          <Select
            name="with"
            form={form}
            label="With which partnership?"
            blank="Choose a partnership"
            items={partnerships.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <TextArea
            name="reason"
            form={form}
            label="Why?"
            hint="They read this, the reference, the school and the year group, and nothing else about the child. Do not write a name."
          />
          <ProposalFields form={form} other="the other partnership" />
          <Button preventDoubleClick>Send it to the other partnership</Button>
        </Form>
      )}
    </CaseLayout>
  ),
  submit: async (visit, { opened }, { with: withId, reason, share, moves, proposal }) => {
    const id = await openDispute(visit, opened.referral.id, {
      withId,
      reason,
      sharePercent: share,
      moves,
      proposal,
    })
    visit.flash('The other partnership is told. The case stays with you')
    return `/disputes/${id}`
  },
})
