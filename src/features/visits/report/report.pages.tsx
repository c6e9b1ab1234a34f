import { z } from 'zod'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { TextArea } from '#govuk/index.ts'
import { optionalText, text } from '#platform/forms.ts'
import { isOurs, ownVisit, visitIn } from '../own-visit.ts'
import { recordOf } from '../visit.query.ts'
import { missingOf } from './missing.ts'
import { adoptVisit, moderateVisit, replyToVisit, sendBackVisit, submitVisit } from './report.ts'
import { type Asked, stepPage } from './step-page.tsx'

const nothing = z.object({})

export const submitVisitPage = stepPage({
  name: 'submit',
  permission: 'visit.write',
  title: 'Submit the report',
  load: async visit => {
    const draft = await ownVisit(visit, 'draft')
    return { ...draft, missing: missingOf(draft, await recordOf(visit.tx, draft.id), visit.today) }
  },
  schema: nothing,
  body: ({ missing }) =>
    missing?.length ? (
      <>
        <p class="govuk-body">The report cannot be submitted yet:</p>
        <ul class="govuk-list govuk-list--bullet">
          {missing.map(each => (
            <li>{each}</li>
          ))}
        </ul>
      </>
    ) : (
      <p class="govuk-body">
        Somebody else of quality assurance moderates it. Until they send it back, nobody changes its
        words. The visit counts from now on.
      </p>
    ),
  button: 'Submit the report',
  done: 'The report is submitted',
  work: (visit, row) => submitVisit(visit, row),
})

/** Somebody of quality assurance who neither submitted the report nor judged in it. */
const toModerate = async (visit: Asked) => {
  const row = await visitIn(visit, 'submitted')
  const { judgements } = await recordOf(visit.tx, row.id)
  if (
    row.submitted_by === visit.me.userId ||
    judgements.some(({ by_user }) => by_user === visit.me.userId)
  )
    throw new Refusal('You took part in this visit. Somebody else moderates it.')
  return row
}

export const sendBackVisitPage = stepPage({
  name: 'send-back',
  permission: 'visit.moderate',
  title: 'Send the report back',
  load: toModerate,
  schema: z.object({ words: text('Say what is to be mended', { most: 4000 }) }),
  body: (_, form) => (
    <TextArea
      form={form}
      name="words"
      label="What is to be mended?"
      hint="Those who made the visit read this. The provider does not."
      rows={5}
    />
  ),
  button: 'Send it back',
  done: 'The report is sent back',
  work: (visit, row, { words }) => sendBackVisit(visit, row, words),
})

export const moderateVisitPage = stepPage({
  name: 'moderate',
  permission: 'visit.moderate',
  title: 'Moderate the report',
  load: toModerate,
  schema: z.object({ words: optionalText({ most: 4000 }) }),
  body: (_, form) => (
    <>
      <p class="govuk-body">
        The judgements rest on what was looked at, the same grade means the same as elsewhere, and
        no child is named. After this the provider reads the report and can reply.
      </p>
      <TextArea
        form={form}
        name="words"
        label="Anything to note? (optional)"
        hint="Those who made the visit read this. The provider does not."
        rows={3}
      />
    </>
  ),
  button: 'I have moderated it',
  done: 'The report is moderated. The provider can reply now.',
  work: (visit, row, { words }) => moderateVisit(visit, row, words),
})

export const replyPage = stepPage({
  name: 'reply',
  permission: 'visit.reply',
  title: 'Reply to the report',
  load: async visit => {
    const row = await visitIn(visit, 'moderated', 'published')
    if (row.provider_id !== visit.me.organisationId) throw new NotFound()
    return row
  },
  schema: z.object({ reply: text('Write your reply', { most: 8000 }) }),
  body: (_, form) => (
    <TextArea
      form={form}
      name="reply"
      label="Your reply"
      hint="It stands beside the report, where every commissioner reads it. Name no child."
      rows={8}
    />
  ),
  button: 'Send the reply',
  done: 'Your reply stands beside the report',
  work: (visit, row, { reply }) => replyToVisit(visit, row, reply),
})

export const adoptPage = stepPage({
  name: 'adopt',
  permission: 'visit.write',
  title: 'Adopt this assessment',
  load: async visit => {
    const row = await visitIn(visit, 'published')
    if (isOurs(visit.me, row)) throw new Refusal('This is your own visit. It counts already.')
    return row
  },
  schema: z.object({ reason: text('Say why you rely on it', { most: 1000 }) }),
  body: (_, form) => (
    <>
      <p class="govuk-body">
        Your own year starts from the day of this visit. It starts for nobody else, and your own
        regular visits are still due.
      </p>
      <TextArea
        form={form}
        name="reason"
        label="Why do you rely on it?"
        hint="For example that it looked at the courses your children follow"
        rows={4}
      />
    </>
  ),
  button: 'Adopt it',
  done: 'The assessment is adopted',
  work: (visit, row, { reason }) => adoptVisit(visit, row, reason),
})
