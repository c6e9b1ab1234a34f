import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  Alert,
  BackLink,
  Button,
  ContextualDate,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryList,
} from '#govuk/index.ts'
import { day, optionalText } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { isOnRoll, type OnRollCheck, onRollCheck } from './on-roll.query.ts'
import { answerEscalation, confirmOnRoll, escalateToAdmissions, reportProblem } from './on-roll.ts'
import { OnRollAnswer, objections } from './on-roll-answer.tsx'

export const childName = (check: OnRollCheck) =>
  `${check.forename ?? ''} ${check.surname ?? ''}`.trim()

export const onRollPage = formPage({
  path: '/on-roll/:check',
  permission: 'on-roll.confirm',
  load: async ({ tx, params, me, today }) => ({
    check: await onRollCheck(tx, params.check),
    me,
    today,
  }),
  discloses: ({ check }) => ({
    event: 'on-roll.viewed',
    subjectKind: 'on-roll',
    subjectId: check.id,
    childId: check.child_id ?? undefined,
  }),
  schema: z.discriminatedUnion(
    'answer',
    [
      z.object({
        answer: z.literal('on roll'),
        rollDate: day('the first day on roll'),
        words: optionalText(),
      }),
      z.object({
        answer: z.literal('not yet'),
        words: z
          .string()
          .trim()
          .min(1, 'Say what is happening')
          .max(1000, 'Use 1,000 characters or fewer'),
        objects: z.enum(['no', 'full', 'other']).optional(),
      }),
    ],
    'Choose whether the child is on roll',
  ),
  version: ({ check }) => check.version,
  view: ({ check, me, today }, form) => (
    <Layout
      title={`On roll: R-${check.reference}`}
      form={form}
      before={<BackLink href="/on-roll">Getting on roll</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading
        caption={`R-${check.reference}, ${childName(check)}`}
      >{`On roll at ${check.school}`}</PageHeading>
      {isOnRoll(check) ? (
        <Alert kind="success">{`On roll since ${dayInWords(check.school_roll_date ?? today)}: the school and Admissions have both confirmed it.`}</Alert>
      ) : (
        check.school_roll_date &&
        check.admissions_roll_date && (
          <Alert kind="warning">
            The school and Admissions name different days. One of the two has to be corrected before
            the case can be closed.
          </Alert>
        )
      )}
      <SummaryList
        rows={[
          { key: 'Decided', value: dayInWords(check.decided_on) },
          {
            key: 'On roll by',
            value: isOnRoll(check) ? (
              dayInWords(check.due_on)
            ) : (
              <ContextualDate date={check.due_on} today={today} />
            ),
          },
          {
            key: 'The school says',
            value: check.school_roll_date
              ? `On roll from ${dayInWords(check.school_roll_date)}`
              : [
                  check.school_objects && objections[check.school_objects],
                  check.school_problem ?? 'Nothing yet',
                ]
                  .filter(Boolean)
                  .join(': '),
          },
          {
            key: 'Admissions says',
            value: check.admissions_roll_date
              ? `On roll from ${dayInWords(check.admissions_roll_date)}`
              : (check.admissions_action ?? 'Nothing yet'),
          },
          check.escalated_at !== null && {
            key: 'Escalated to Admissions',
            value: `${momentInWords(check.escalated_at)}, with the request to keep the co-ordinator informed`,
          },
        ]}
      />
      {!check.closed_at && me.role !== 'coordinator' && (
        <OnRollAnswer form={form} check={check} isSchool={me.role !== 'admissions'} />
      )}
      {check.closed_at && typeof form.values['words'] === 'string' && form.values['words'] && (
        <InsetText>{`What you wrote was not sent: ${form.values['words']}`}</InsetText>
      )}
      {!check.closed_at && may(me, 'decision.issue') && !isOnRoll(check) && (
        <Form action={`/on-roll/${check.id}/escalate`}>
          <Button variant="secondary">
            {check.escalated_at
              ? 'Ask Admissions again'
              : 'Tell Admissions, and ask to be kept informed'}
          </Button>
        </Form>
      )}
    </Layout>
  ),
  async submit(visit, { check, me }, answer) {
    if (answer.answer === 'on roll') await confirmOnRoll(visit, check, answer.rollDate)
    else if (me.role === 'admissions') await answerEscalation(visit, check, answer.words)
    else
      await reportProblem(
        visit,
        check,
        answer.words,
        answer.objects === 'full' || answer.objects === 'other' ? answer.objects : null,
      )
    visit.flash(
      answer.answer === 'on roll'
        ? `Confirmed: on roll from ${dayInWords(answer.rollDate)}`
        : 'The co-ordinator can see what you wrote',
    )
    return `/on-roll/${check.id}`
  },
})

export const escalateAction = action({
  path: '/on-roll/:check/escalate',
  permission: 'decision.issue',
  schema: z.object({}),
  load: ({ tx, params }) => onRollCheck(tx, params.check),
  async submit(visit, check) {
    await escalateToAdmissions(visit, check)
    visit.flash(
      `Admissions has been told on ${dayInWords(londonDay(visit.now))} and asked to keep you informed`,
    )
    return `/on-roll/${check.id}`
  },
})
