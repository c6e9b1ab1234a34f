import { Button, Form, StaleAnswers, TwoThirds, WarningText } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { moveToChange } from './move.query.ts'
import { answersFrom, initialFrom, MoveFields, rewordSchema } from './move-form.tsx'
import { MoveLayout, moveViewed } from './move-layout.tsx'
import { rewordMove } from './propose-move.ts'

/** Other words, another day, another purpose: everybody is asked anew. */
export const moveWordsPage = formPage({
  path: '/moves/:move/words',
  permission: 'move.propose',
  load: async visit => ({
    move: await moveToChange(visit, visit.params.move, ['from'], ['proposed', 'agreed']),
  }),
  discloses: moveViewed,
  schema: rewordSchema(),
  initial: ({ move }) => initialFrom(move),
  version: ({ move }) => move.version,
  view: ({ move }, form) => (
    <MoveLayout move={move} title="Change what is agreed" form={form}>
      <TwoThirds>
        <StaleAnswers form={form} labels={labels} />
        <WarningText>
          Who has agreed so far agreed to the words as they are now. Other words, another day or
          another purpose need everybody’s agreement anew.
        </WarningText>
        <Form version={move.version}>
          <MoveFields form={form} />
          <Button preventDoubleClick>Save the words</Button>
        </Form>
      </TwoThirds>
    </MoveLayout>
  ),
  async submit(visit, { move }, input) {
    const { askedAnew } = await rewordMove(visit, move, answersFrom(input))
    visit.flash(
      askedAnew
        ? 'Saved. Everybody is asked for their agreement anew'
        : 'Saved. The words are the same',
    )
    return `/moves/${move.id}`
  },
})

const labels = {
  'startOn-day': 'First day (day)',
  'startOn-month': 'First day (month)',
  'startOn-year': 'First day (year)',
  kind: 'For good or a trial',
  purpose: 'Purpose',
  protocol: 'Protocol',
  pressure: 'Pressure',
  agreement: 'What everybody agrees to',
}
