import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { Button, DateInput, Form, TwoThirds, WarningText } from '#govuk/index.ts'
import { dayAnswers, pastDay } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { completeMove } from './answer-move.ts'
import { blockersOfMove } from './blockers.query.ts'
import { moveToChange } from './move.query.ts'
import { MoveLayout, moveViewed } from './move-layout.tsx'

/** The receiving school has entered the child on its roll. */
export const completeMovePage = formPage({
  path: '/moves/:move/complete',
  permission: 'move.propose',
  async load(visit) {
    const move = await moveToChange(visit, visit.params.move, ['to'], ['agreed'])
    return { move, today: visit.today, stops: await blockersOfMove(visit.tx, move.id) }
  },
  discloses: moveViewed,
  schema: ({ move, today }) =>
    z.object({
      onDay: pastDay('the first day on your roll', today).refine(
        date => move.start_on === null || date >= move.start_on,
        move.start_on
          ? `All agreed to a move from ${dayInWords(move.start_on)}. An earlier day needs other words`
          : '',
      ),
    }),
  initial: ({ move, today }) =>
    dayAnswers('onDay', move.start_on && move.start_on <= today ? move.start_on : today),
  version: ({ move }) => move.version,
  view: ({ move, stops }, form) => (
    <MoveLayout move={move} title="Record that the child is on your roll" form={form}>
      <TwoThirds>
        {stops.length > 0 && <WarningText>It cannot start yet: {stops.join(' ')}</WarningText>}
        <p class="govuk-body">
          The child is on your roll from this day, and on the roll of {move.fromSchool} until the
          day before. Both schools then owe the authority a return: you within five days,{' '}
          {move.fromSchool} on the same day.
        </p>
        <Form version={move.version}>
          <DateInput name="onDay" label="First day on your roll" labelSize="s" form={form} />
          <Button preventDoubleClick>Complete the move</Button>
        </Form>
      </TwoThirds>
    </MoveLayout>
  ),
  async submit(visit, { move, stops }, { onDay }) {
    if (stops.length > 0) return { errors: { onDay: stops.join(' ') } }
    await completeMove(visit, move, onDay)
    visit.flash(`The child is on your roll from ${dayInWords(onDay)}`)
    return `/moves/${move.id}`
  },
})
