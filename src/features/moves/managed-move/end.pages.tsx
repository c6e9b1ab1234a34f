import { z } from 'zod'
import { Button, DateInput, Form, Radios, TextArea, TwoThirds } from '#govuk/index.ts'
import { dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { endMove, recordDecision } from './answer-move.ts'
import { managedMoveLifecycle } from './managed-move.ts'
import { moveToChange } from './move.query.ts'
import { MoveLayout, moveViewed } from './move-layout.tsx'

/** The proposing school ends the move: it takes it back, or somebody whose agreement it needs said no. */
export const endMovePage = formPage({
  path: '/moves/:move/end',
  permission: 'move.propose',
  load: async visit => ({
    move: await moveToChange(visit, visit.params.move, ['from'], ['proposed', 'agreed']),
  }),
  discloses: moveViewed,
  schema: z.object({
    how: z.enum(['withdraw', 'refuse'], 'Choose how it ends'),
    because: text('Say why', { most: 1000 }),
  }),
  version: ({ move }) => move.version,
  view: ({ move }, form) => (
    <MoveLayout move={move} title="End the move" form={form}>
      <TwoThirds>
        <p class="govuk-body">The child stays on your roll.</p>
        <Form version={move.version}>
          <Radios
            name="how"
            label="How does it end?"
            labelSize="s"
            form={form}
            items={{
              withdraw: 'We take it back',
              ...(managedMoveLifecycle.may(move.status, 'refuse')
                ? { refuse: 'Somebody whose agreement it needs has said no' }
                : {}),
            }}
          />
          <TextArea name="because" label="Why?" rows={3} form={form} />
          <Button variant="warning">End the move</Button>
        </Form>
      </TwoThirds>
    </MoveLayout>
  ),
  async submit(visit, { move }, { how, because }) {
    await endMove(visit, move, how, because)
    visit.flash('The move is over. The child stays on your roll')
    return `/moves/${move.id}`
  },
})

/** The decision of the authority that maintains the child’s EHCP (MMV-05). */
export const moveDecisionPage = formPage({
  path: '/moves/:move/decision',
  permission: 'move.propose',
  load: async visit => ({
    move: await moveToChange(visit, visit.params.move, ['from'], ['proposed', 'agreed']),
    today: visit.today,
  }),
  discloses: moveViewed,
  schema: ({ today }) =>
    z.object({
      onDay: pastDay('the day of the decision', today),
    }),
  initial: ({ move }) => dayAnswers('onDay', move.authority_decision_on),
  version: ({ move }) => move.version,
  view: ({ move }, form) => (
    <MoveLayout move={move} title="Record the authority’s decision on the EHCP" form={form}>
      <TwoThirds>
        <p class="govuk-body">
          The plan names the school. The authority that maintains it decides to change it before the
          child moves.
        </p>
        <Form version={move.version}>
          <DateInput name="onDay" label="When did it decide?" labelSize="s" form={form} />
          <Button>Save the decision</Button>
        </Form>
      </TwoThirds>
    </MoveLayout>
  ),
  async submit(visit, { move }, { onDay }) {
    await recordDecision(visit, move, onDay)
    visit.flash('The decision is recorded')
    return `/moves/${move.id}`
  },
})
