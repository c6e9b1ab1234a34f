import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { PlacementLayout } from '#features/placements/index.ts'
import {
  Button,
  DateInput,
  Form,
  Radios,
  StaleAnswers,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, optionalDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { viewed } from '../open-placement.ts'
import { callReviewOff, moveReview } from './change-review.ts'
import { openReview } from './hold.page.tsx'

const labels = { what: 'What changes?', to: 'To which day?', because: 'Why?' } as const

/** A review is on another day, or is not held at all. */
export const changeReviewPage = formPage({
  path: '/placements/:placement/reviews/:review/change',
  permission: 'plan.write',
  load: async visit => ({ ...(await openReview(visit)), today: visit.today }),
  discloses: viewed('plan.viewed'),
  schema: ({ today }) =>
    z
      .object({
        what: choice(['move', 'call off'], 'Choose what changes'),
        to: optionalDay('the new day').refine(
          to => !to || to >= today,
          'The new day must be today or later',
        ),
        because: text('Say why', { most: 1000 }),
      })
      .refine(({ what, to }) => what !== 'move' || to, {
        path: ['to'],
        error: 'Enter the new day',
      }),
  version: ({ review }) => review.version,
  view: ({ placement, review }, form) => (
    <PlacementLayout
      placement={placement}
      title="Move the review, or call it off"
      back={`/placements/${placement.id}/reviews`}
      backText="Reviews"
      form={form}
    >
      <TwoThirds>
        <StaleAnswers form={form} labels={labels} />
        <p class="govuk-body">
          It is due on {dayInWords(review.due_on)}. The provider is told what changes, and not why.
        </p>
        <Form version={review.version}>
          <Radios
            name="what"
            label={labels.what}
            form={form}
            items={[
              {
                value: 'move',
                label: 'It is on another day',
                conditional: <DateInput name="to" label={labels.to} form={form} />,
              },
              {
                value: 'call off',
                label: 'It is not held',
                hint: 'You can plan another one afterwards: there is at least one each half-term',
              },
            ]}
          />
          <TextInput name="because" label={labels.because} form={form} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, review }, { what, to, because }) {
    if (what === 'move' && to) await moveReview(visit, placement, review, { to, because })
    else await callReviewOff(visit, placement, review, because)
    visit.flash(
      what === 'move' ? 'The review is moved. The provider is told' : 'The review is called off',
    )
    return `/placements/${placement.id}/reviews`
  },
})
