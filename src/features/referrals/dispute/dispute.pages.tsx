import { z } from 'zod'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import { yearGroupName } from '#domain/year-group.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  MessageThread,
  PageHeading,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { optionalText, text, ticked } from '#platform/forms.ts'
import { action, formPage, page } from '#platform/http/page.tsx'
import { caseDisclosed } from '../case/case.query.ts'
import { CaseLayout } from '../case/case-layout.tsx'
import { openForTriage } from '../case/decide.pages.tsx'
import { Lines } from '../form/content-view.tsx'
import { RuleInset } from '../rule-words.tsx'
import { answerDispute, moveAsAgreed, openDispute, proposalWords } from './dispute.ts'

const statusWords = {
  open: 'Open',
  agreed: 'Agreed',
  'not agreed': 'Not agreed',
  withdrawn: 'Withdrawn',
} as const

const percent = z
  .string()
  .optional()
  .transform((answer, context) => {
    const digits = (answer ?? '').replace(/[%\s]/g, '')
    if (digits === '') return null
    if (/^\d{1,3}$/.test(digits) && Number(digits) <= 100) return Number(digits)
    context.addIssue({ code: 'custom', message: 'The share must be a whole number from 0 to 100' })
    return z.NEVER
  })

const ProposalFields = ({ form, other }: { form: FormState; other: string }) => (
  <>
    <TextInput
      name="share"
      form={form}
      label={`Share of the cost that ${other} bears (optional)`}
      suffix="%"
      width="3"
      inputmode="numeric"
    />
    <Checkboxes
      name="moves"
      form={form}
      label={<span class="govuk-visually-hidden">Who holds the case</span>}
      items={{ yes: `${other} takes the case over` }}
    />
    <TextArea name="proposal" form={form} label="What you propose, in words (optional)" rows={3} />
  </>
)

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
      share: percent,
      moves: ticked(),
      proposal: optionalText({ most: 2000 }),
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
          : {statusWords[dispute.status].toLowerCase()}
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

const disputesOf = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('responsibility_dispute as dispute')
    .leftJoin('organisation as raiser', 'raiser.id', 'dispute.raised_by_id')
    .leftJoin('organisation as other', 'other.id', 'dispute.with_id')
    .leftJoin('organisation as school', 'school.id', 'dispute.school_id')
    .select([
      'dispute.id',
      'dispute.referral_id as referralId',
      'dispute.raised_by_id as raisedBy',
      'dispute.with_id as withId',
      'dispute.case_reference as reference',
      'dispute.year_group as year',
      'dispute.reason',
      'dispute.opened_on as openedOn',
      'dispute.proposed_share_percent as share',
      'dispute.proposal',
      'dispute.proposed_by_id as proposedBy',
      'dispute.moves_responsibility as moves',
      'dispute.agreed_by_raiser as agreedByRaiser',
      'dispute.agreed_by_other as agreedByOther',
      'dispute.status',
      'dispute.outcome',
      'dispute.version',
      'raiser.name as raiserName',
      'other.name as otherName',
      'school.name as school',
    ])
    .orderBy('dispute.opened_on', 'desc')
    .orderBy('dispute.id', 'desc')
    .execute()
  return rows
}
type Dispute = Awaited<ReturnType<typeof disputesOf>>[number]

export const disputesPage = page({
  path: '/disputes',
  permission: 'referral.triage',
  load: ({ tx }) => disputesOf(tx),
  discloses: 'nothing personal',
  view: (disputes, { me }) => (
    <Layout title="Disputes" before={<BackLink href="/inbox">Inbox</BackLink>}>
      <PageHeading>Disputes about responsibility</PageHeading>
      {disputes.length === 0 ? (
        <EmptyState title="No partnership disputes a case with you" />
      ) : (
        <Table
          caption="Disputes"
          captionHidden
          narrow="cards"
          firstCellIsHeader
          head={['Case', 'With', 'School', 'Year group', 'Since', 'State']}
          rows={disputes.map(dispute => [
            <a class="govuk-link" href={`/disputes/${dispute.id}`}>
              {writeReference('referral', dispute.reference)}
            </a>,
            dispute.raisedBy === me.organisationId ? dispute.otherName : dispute.raiserName,
            dispute.school,
            dispute.year === null ? '' : yearGroupName(dispute.year),
            dayInWords(dispute.openedOn),
            <Tag tone={dispute.status === 'open' ? 'yellow' : 'grey'}>
              {statusWords[dispute.status]}
            </Tag>,
          ])}
        />
      )}
    </Layout>
  ),
})

/** The thread between the two partnerships. One of them knows of the case only what stands here. */
export const disputePage = formPage({
  path: '/disputes/:dispute',
  permission: 'referral.triage',
  load: async ({ tx, params }) => {
    const dispute = (await disputesOf(tx)).find(({ id }) => id === params.dispute)
    if (!dispute) throw new NotFound()
    const messages = await tx
      .selectFrom('responsibility_message as message')
      .leftJoin('user_account as person', 'person.id', 'message.by_user')
      .leftJoin('organisation', 'organisation.id', 'message.by_organisation')
      .select([
        'message.body',
        'message.at',
        'message.by_organisation as from',
        'person.name as by',
        'organisation.name as organisation',
      ])
      .where('message.dispute_id', '=', dispute.id)
      .orderBy('message.at')
      .orderBy('message.id')
      .execute()
    return { dispute, messages }
  },
  discloses: 'nothing personal',
  version: ({ dispute }) => dispute.version,
  schema: z
    .object({
      what: z.enum(
        ['message', 'propose', 'agree', 'do not agree', 'withdraw'],
        'Choose what you want to do',
      ),
      words: optionalText(),
      share: percent,
      moves: ticked(),
      proposal: optionalText({ most: 2000 }),
    })
    .superRefine(({ what, words }, context) => {
      if ((what === 'message' || what === 'do not agree') && !words)
        context.addIssue({ code: 'custom', path: ['words'], message: 'Write what you want to say' })
    }),
  view: ({ dispute, messages }, form, { me }) => {
    const mine = dispute.raisedBy === me.organisationId
    return (
      <Layout
        title={`Dispute about ${writeReference('referral', dispute.reference)}`}
        form={form}
        before={<BackLink href="/disputes">Disputes</BackLink>}
      >
        <ErrorSummary form={form} />
        <PageHeading caption="Who is responsible?">
          {writeReference('referral', dispute.reference)}
        </PageHeading>
        <DisputeFacts dispute={dispute} mine={mine} />
        <MessageThread
          label="What the two partnerships said"
          messages={messages.map(message => ({
            from: message.by ?? 'Somebody',
            organisation: message.organisation ?? '',
            sent: momentInWords(message.at),
            dateTime: message.at.toISOString(),
            own: message.from === me.organisationId,
            children: (
              <p class="govuk-body">
                <Lines text={message.body} />
              </p>
            ),
          }))}
        />
        {dispute.status === 'open' ? (
          <AnswerForm dispute={dispute} mine={mine} form={form} />
        ) : (
          mine &&
          dispute.status === 'agreed' &&
          dispute.moves && (
            <Form action={`/disputes/${dispute.id}/move`}>
              <Button variant="warning" preventDoubleClick>
                Hand the case over to {dispute.otherName}, as agreed
              </Button>
            </Form>
          )
        )}
      </Layout>
    )
  },
  submit: async (visit, { dispute }, { what, words, share, moves, proposal }) => {
    const offer = { sharePercent: share, moves, proposal }
    await answerDispute(
      visit,
      dispute.id,
      dispute.version,
      what === 'propose'
        ? { what, words, ...offer }
        : what === 'message' || what === 'do not agree'
          ? { what, words: words ?? '' }
          : { what, words },
    )
    visit.flash('The other partnership is told')
    return `/disputes/${dispute.id}`
  },
})

const DisputeFacts = ({ dispute, mine }: { dispute: Dispute; mine: boolean }) => (
  <SummaryList
    rows={[
      { key: 'State', value: statusWords[dispute.status] },
      { key: 'Held by', value: dispute.raiserName },
      { key: 'With', value: dispute.otherName },
      { key: 'School', value: dispute.school },
      {
        key: 'Year group',
        value: dispute.year === null ? 'Not known' : yearGroupName(dispute.year),
      },
      { key: 'Since', value: dayInWords(dispute.openedOn) },
      { key: 'Why', value: <Lines text={dispute.reason} /> },
      {
        key: 'Proposal',
        value: proposalWords(
          { sharePercent: dispute.share, proposal: dispute.proposal, moves: dispute.moves },
          dispute.otherName ?? 'The other partnership',
        ),
      },
      {
        key: 'Agreed by',
        value:
          [
            dispute.agreedByRaiser ? dispute.raiserName : undefined,
            dispute.agreedByOther ? dispute.otherName : undefined,
          ]
            .filter(Boolean)
            .join(' and ') || 'Nobody yet',
      },
      !!dispute.outcome && { key: 'Outcome', value: dispute.outcome },
      mine && {
        key: 'Case',
        value: (
          <a class="govuk-link" href={`/cases/${dispute.referralId}`}>
            Open the case
          </a>
        ),
      },
    ]}
  />
)

const AnswerForm = ({
  dispute,
  mine,
  form,
}: {
  dispute: Dispute
  mine: boolean
  form: FormState
}) => {
  const agreed = mine ? dispute.agreedByRaiser : dispute.agreedByOther
  return (
    <>
      <InsetText>
        The case stays with {dispute.raiserName} meanwhile, and its clock runs on.
      </InsetText>
      <Form version={dispute.version}>
        <Radios
          name="what"
          form={form}
          label="Your answer"
          items={[
            { value: 'message', label: 'Write something' },
            {
              value: 'propose',
              label: 'Propose something else',
              conditional: <ProposalFields form={form} other={dispute.otherName ?? 'the other'} />,
            },
            ...(agreed ? [] : [{ value: 'agree', label: 'Agree to the proposal' }]),
            { value: 'do not agree', label: 'End it: we do not agree' },
            ...(mine ? [{ value: 'withdraw', label: 'Withdraw the dispute' }] : []),
          ]}
        />
        <TextArea
          name="words"
          form={form}
          label="Your words"
          hint="Do not write the child’s name."
        />
        <ButtonGroup>
          <Button preventDoubleClick>Send</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

export const moveAsAgreedAction = action({
  path: '/disputes/:dispute/move',
  permission: 'referral.triage',
  load: async ({ params }) => params.dispute,
  schema: z.object({}),
  submit: async (visit, dispute) => {
    await moveAsAgreed(visit, dispute)
    visit.flash('The case is handed over')
    return '/disputes'
  },
})
