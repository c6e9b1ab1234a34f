import { z } from 'zod'
import { addDays, londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Checkboxes, InsetText } from '#govuk/index.ts'
import { ticked } from '#platform/forms.ts'
import { visitIn } from '../own-visit.ts'
import { answersTo } from '../visit.query.ts'
import { publishVisit } from './report.ts'
import { stepPage } from './step-page.tsx'

/** The right of reply comes before publication; no paper says how long it is. */
const daysToReply = 14

export const publishVisitPage = stepPage({
  name: 'publish',
  permission: 'visit.moderate',
  title: 'Publish the report',
  load: async visit => {
    const row = await visitIn(visit, 'moderated')
    const { replies } = await answersTo(visit.tx, row.id)
    const readSince = londonDay(row.moderated_at ?? row.made_at)
    return {
      ...row,
      readSince,
      hasReplied: replies.length > 0,
      isEarly: replies.length === 0 && addDays(readSince, daysToReply) > visit.today,
    }
  },
  schema: ({ isEarly }) =>
    z.object({
      early: ticked().refine(
        isAsked => isAsked || !isEarly,
        'Wait for the reply, or say that the report is published without it',
      ),
    }),
  body: ({ readSince, hasReplied, isEarly }, form) => (
    <>
      <p class="govuk-body">
        Every commissioner can read it in the library from now on, with the provider’s reply beside
        it. The provider can still reply afterwards.
      </p>
      <InsetText>
        {hasReplied
          ? 'The provider has replied.'
          : `The provider can read the report since ${dayInWords(readSince)}, and has not replied.`}
      </InsetText>
      {isEarly && (
        <Checkboxes
          form={form}
          name="early"
          label="Before the reply"
          hint={`A provider has ${daysToReply} days to reply, which is Onroll’s own default: until ${dayInWords(addDays(readSince, daysToReply))}`}
          items={{ yes: 'Publish it without the reply: waiting is worse' }}
        />
      )}
    </>
  ),
  button: 'Publish the report',
  done: 'The report is in the library',
  work: (visit, row) => publishVisit(visit, row),
})
