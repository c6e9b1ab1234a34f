import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { identityOf } from '#features/children/index.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Form,
  InsetText,
  SummaryCard,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { day, dayAnswers, optionalPastDay, text, ticked } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { directionViewed } from '../about.ts'
import { hasPlan, ownDirection } from '../direction.query.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { reviewsOf } from '../reviews/reviews.query.ts'
import { ClearDaysView, inWords } from './clear-days-view.tsx'
import { clearDaysOf, issueDirection, noticeOf } from './issue-direction.ts'
import { answersOf, missingContents } from './missing-contents.ts'
import { NoticeView } from './notice-view.tsx'
import { parentsToTell } from './parents.query.ts'

/** The notice as it will be sent, the clear-day check, and the day on which it is given. */
export const issueDirectionPage = formPage({
  path: '/directions/:direction/issue',
  permission: 'direction.write',
  async load(visit) {
    const direction = await ownDirection(visit, visit.params.direction, ['draft'])
    const child = await identityOf(visit.tx, direction.child_id, visit.today)
    const [first] = await reviewsOf(visit.tx, direction.id)
    const missing = Object.values(missingContents(answersOf(direction, first)))
    const parents = await parentsToTell(visit.tx, direction.child_id)
    const to = parents || 'the parents'
    return {
      direction,
      child,
      missing,
      to,
      plan: await hasPlan(visit.tx, direction.child_id, visit.today),
      check: await clearDaysOf(visit, direction, visit.today),
      preview: await noticeOf(visit, direction, child, { noticeOn: visit.today, to }),
      today: visit.today,
    }
  },
  discloses: directionViewed,
  schema: ({ today }) =>
    z.object({
      noticeOn: day('the day of the notice').refine(
        on => on <= today && on >= addDays(today, -366),
        'The day of the notice must be today or in the past',
      ),
      to: text('Say to whom the notice is given', { most: 300 }),
      how: text('Say how it is given', { most: 300 }),
      authorityNoticeOn: optionalPastDay('the day of the notice to the authority', today),
      late: ticked(),
    }),
  initial: ({ today, to, plan }) => ({
    to,
    ...dayAnswers('noticeOn', today),
    ...(plan ? dayAnswers('authorityNoticeOn', today) : {}),
  }),
  version: ({ direction }) => direction.version,
  view: ({ direction, missing, plan, check, preview }, form) => (
    <DirectionLayout
      direction={direction}
      title="Issue the notice"
      back={`/directions/${direction.id}`}
      form={form}
    >
      {missing.length > 0 || !preview ? (
        <>
          <p class="govuk-body">The notice cannot be issued yet:</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map(words => (
              <li>{words}</li>
            ))}
          </ul>
          <Button href={`/directions/${direction.id}/edit?show=missing`}>
            Fill in what is missing
          </Button>
        </>
      ) : (
        <TwoThirds>
          {check && direction.purpose === 'improve-behaviour' && (
            <>
              <h2 class="govuk-heading-m">If it is given today</h2>
              <ClearDaysView check={check} open />
            </>
          )}
          <SummaryCard title="The notice">
            <NoticeView text={preview} />
          </SummaryCard>
          <InsetText>
            These words are kept as they are, with the day and the name that you enter below. Onroll
            does not send them: print the notice, or copy it into a letter, and give it.
          </InsetText>
          <Form version={direction.version}>
            <DateInput name="noticeOn" label="On which day is it given?" form={form} />
            <TextInput name="to" label="To whom?" form={form} />
            <TextInput name="how" label="How?" hint="By hand, by post, by e-mail" form={form} />
            {plan && (
              <DateInput
                name="authorityNoticeOn"
                label="On which day does the authority get it?"
                hint="The child has an EHCP, so the authority gets the notice too"
                form={form}
              />
            )}
            <Checkboxes
              name="late"
              label="If the notice is short"
              items={{ yes: 'I know that it is short, and issue it all the same' }}
              form={form}
            />
            <Button preventDoubleClick>Issue the notice</Button>
          </Form>
        </TwoThirds>
      )}
    </DirectionLayout>
  ),
  async submit(visit, { direction, child, missing, plan }, { late, ...issue }) {
    if (missing.length > 0) return `/directions/${direction.id}/edit?show=missing`
    if (plan && !issue.authorityNoticeOn)
      return { errors: { authorityNoticeOn: 'Enter the day of the notice to the authority' } }
    const check = await clearDaysOf(visit, direction, issue.noticeOn)
    if (direction.purpose === 'improve-behaviour' && check?.timing === 'short' && !late)
      return {
        errors: {
          noticeOn: `Too late: ${inWords(check)} Put the start back, or say below that you issue it all the same`,
        },
      }
    await issueDirection(visit, direction, child, issue)
    visit.flash('The notice is issued and kept word for word. Print it, and give it.')
    return `/directions/${direction.id}`
  },
})
