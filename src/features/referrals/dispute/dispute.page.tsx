import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  MessageThread,
  PageHeading,
  Radios,
  TextArea,
} from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { Lines } from '../form/content-view.tsx'
import { answerDispute, moveAsAgreed } from './answer-dispute.ts'
import { DisputeFacts } from './dispute-facts.tsx'
import { type Dispute, disputesOf } from './disputes.query.ts'
import { ProposalFields, proposalSchema } from './proposal-fields.tsx'

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
      ...proposalSchema,
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
        <Button preventDoubleClick>Send</Button>
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
