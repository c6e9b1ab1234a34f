import { z } from 'zod'
import { Button, ButtonGroup, Form, hasErrors, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { directionViewed } from '../about.ts'
import { ownDirection } from '../direction.query.ts'
import { DirectionLayout } from '../direction-layout.tsx'
import { reviewsOf } from '../reviews/reviews.query.ts'
import { placementChoices, proposedReview } from './direct.page.tsx'
import { DirectionFields, directionSchema, shownAnswers } from './direction-fields.tsx'
import { answersOf, missingContents } from './missing-contents.ts'
import { saveDirection } from './write-direction.ts'

/** With `missing` the gaps of the draft are named at their fields, before anybody has pressed a button. */
const Query = z.object({ show: z.enum(['missing']).optional().catch(undefined) })

/** Writes a draft again. To save is always possible; to go on to the notice only without gaps. */
export const editDirectionPage = formPage({
  path: '/directions/:direction/edit',
  permission: 'direction.write',
  query: Query,
  async load(visit) {
    const direction = await ownDirection(visit, visit.params.direction, ['draft'])
    const [first] = await reviewsOf(visit.tx, direction.id)
    return {
      direction,
      answers: answersOf(direction, first),
      placements: await placementChoices(visit.tx, direction.child_id),
      today: visit.today,
    }
  },
  discloses: directionViewed,
  schema: ({ placements, today }) => directionSchema(placements, today),
  initial: ({ answers }) =>
    shownAnswers({
      ...answers,
      firstReviewOn: answers.firstReviewOn ?? proposedReview(answers.startOn),
    }),
  version: ({ direction }) => direction.version,
  view({ direction, answers, placements }, form, { query }) {
    const named =
      query.show === 'missing' && !hasErrors(form)
        ? { ...form, errors: missingContents(answers) }
        : form
    return (
      <DirectionLayout
        direction={direction}
        title="Write the direction"
        back={`/directions/${direction.id}`}
        form={named}
      >
        <TwoThirds>
          <Form version={direction.version} warnUnsaved>
            <DirectionFields form={named} placements={placements} />
            <ButtonGroup>
              <Button name="go" value="save" variant="secondary" preventDoubleClick>
                Save the draft
              </Button>
              <Button name="go" value="issue" preventDoubleClick>
                Save and go on to the notice
              </Button>
            </ButtonGroup>
          </Form>
        </TwoThirds>
      </DirectionLayout>
    )
  },
  async submit(visit, { direction, answers: before }, { go, ...answers }) {
    if (before.firstReviewOn && !answers.firstReviewOn)
      return { errors: { firstReviewOn: 'Enter another day: the first review is set already' } }
    await saveDirection(visit, direction, answers)
    visit.flash('The draft is saved')
    return go === 'issue' ? `/directions/${direction.id}/issue` : `/directions/${direction.id}`
  },
})
