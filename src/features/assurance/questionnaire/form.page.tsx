import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button, ContextualDate, InsetText, SummaryList } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { knownAbout } from '../known/known.query.ts'
import { piecesFor } from '../known/pieces.ts'
import { QuestionnaireFrame, SentBack, StatusTag } from './frame.tsx'
import { fingerprintOf, frozenOf, returnedBefore } from './frozen.ts'
import { FrozenView } from './frozen-view.tsx'
import { JudgeActions } from './judge-actions.tsx'
import { toldParts } from './lifecycle.ts'
import { viewed } from './own-form.query.ts'
import {
  answersTo,
  earlierOf,
  type Questionnaire,
  questionnaireById,
} from './questionnaire.query.ts'
import { ratingsOf, requestsOn } from './requests.query.ts'
import { QuestionList } from './task-list.tsx'

/** One form: for the school what is to be answered, for the Virtual School what was returned. */
export const questionnairePage = page({
  path: '/questionnaires/:questionnaire',
  permission: 'questionnaire.read',
  async load({ tx, me, params, today }) {
    const form = await questionnaireById(tx, params.questionnaire)
    const writes =
      form.commissioner_id === me.organisationId &&
      (form.status === 'draft' || form.status === 'sent back')
    return {
      form,
      writes,
      today,
      answers: await answersTo(tx, form.id),
      pieces: writes ? piecesFor(await knownAbout(tx, form, today)) : {},
      earlier: await earlierOf(tx, form),
      ratings: await ratingsOf(tx, form.id),
      requests: await requestsOn(tx, form.id),
    }
  },
  discloses: ({ form }) => viewed(form, 'form'),
  view({ form, writes, today, answers, pieces, earlier, ratings, requests }, { me }) {
    const frozen = frozenOf(form)
    const asked = new Set(requests.filter(each => !each.supplied_at).map(each => each.question))
    return (
      <QuestionnaireFrame form={form} title="Questionnaire for commissioners">
        <About form={form} today={today} />
        <SentBack form={form} />
        {writes && (
          <>
            <QuestionList
              formId={form.id}
              answers={answers}
              pieces={pieces}
              asked={asked}
              today={today}
            />
            <Button href={`/questionnaires/${form.id}/check`}>Check and return</Button>
          </>
        )}
        {!writes && !frozen && (
          <InsetText>
            {form.status === 'not needed'
              ? `Not needed: ${form.not_needed_because}${toldWords(form)}`
              : 'The school is answering it. You can read it when it is returned.'}
          </InsetText>
        )}
        <JudgeActions form={form} me={me} ratings={ratings} requests={requests} />
        {frozen && (!writes || form.status === 'sent back') && (
          <>
            <FrozenView
              frozen={frozen}
              earlier={earlier}
              before={form.status === 'sent back' ? undefined : returnedBefore(form).at(-1)}
              ratings={ratings}
              requests={requests}
              askHref={askHref(form, me)}
              supplyHref={
                may(me, 'questionnaire.answer')
                  ? request => `/questionnaires/${form.id}/requests/${request}`
                  : undefined
              }
            />
            <p class="govuk-hint">
              {fingerprintOf(form.returned) === form.returned_sha256
                ? `It was frozen when it was returned. Fingerprint ${form.returned_sha256.slice(0, 16)}`
                : 'This form is not as it was returned: its words no longer fit its fingerprint. Tell the data steward.'}
            </p>
          </>
        )}
      </QuestionnaireFrame>
    )
  },
})

const toldWords = ({ told_quality, told_monitoring }: Questionnaire) => {
  const told = [
    ...(told_quality ? [toldParts.quality] : []),
    ...(told_monitoring ? [toldParts.monitoring] : []),
  ]
  return told.length > 0 ? ` Told in another way: ${told.join('; ').toLowerCase()}.` : ''
}

const askHref = (form: Questionnaire, me: Me) =>
  may(me, 'questionnaire.judge') && (form.status === 'returned' || form.status === 'accepted')
    ? (question: number) => `/questionnaires/${form.id}/ask/${question}`
    : undefined

const About = ({ form, today }: { form: Questionnaire; today: string }) => {
  const frozen = frozenOf(form)
  const open = form.status === 'draft' || form.status === 'sent back'
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: <StatusTag status={form.status} /> },
        { key: 'School', value: form.commissionerName },
        { key: 'Provider', value: form.providerName },
        {
          key: 'Child',
          value: form.forename ? (
            <a class="govuk-link" href={`/children/${form.child_id}/assurance`}>
              {form.childName}
            </a>
          ) : (
            form.childName
          ),
        },
        {
          key: 'Due',
          value: open ? (
            <ContextualDate date={form.due_on} today={today} />
          ) : (
            dayInWords(form.due_on)
          ),
        },
        frozen !== undefined && {
          key: 'Returned',
          value: `${dayInWords(frozen.returnedOn)} by ${frozen.returnedBy}`,
        },
        form.next_due_on !== null && { key: 'Next one due', value: dayInWords(form.next_due_on) },
      ]}
    />
  )
}
