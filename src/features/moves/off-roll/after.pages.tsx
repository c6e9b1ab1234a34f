import { z } from 'zod'
import { Button, DateInput, Form, TextArea, TwoThirds } from '#govuk/index.ts'
import { dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { recordReturn, withdrawRemoval } from './propose-removal.ts'
import { removalToChange } from './removal.query.ts'
import { RemovalLayout, removalViewed } from './removal-layout.tsx'

/** The deletion return was made (ROL-05). */
export const removalReturnPage = formPage({
  path: '/removals/:removal/return',
  permission: 'removal.propose',
  load: async visit => ({
    removal: await removalToChange(visit, visit.params.removal, ['proposed', 'made']),
    today: visit.today,
  }),
  discloses: removalViewed,
  schema: ({ today }) =>
    z.object({
      onDay: pastDay('the day on which the return was made', today),
    }),
  initial: ({ removal, today }) => dayAnswers('onDay', removal.return_made_on ?? today),
  version: ({ removal }) => removal.version,
  view: ({ removal }, form) => (
    <RemovalLayout removal={removal} title="Record the deletion return" form={form}>
      <TwoThirds>
        <Form version={removal.version}>
          <DateInput name="onDay" label="When was the return made?" labelSize="s" form={form} />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </RemovalLayout>
  ),
  async submit(visit, { removal }, { onDay }) {
    await recordReturn(visit, removal, onDay)
    visit.flash('The return is recorded')
    return `/removals/${removal.id}`
  },
})

/** The school does not delete the name after all. */
export const withdrawRemovalPage = formPage({
  path: '/removals/:removal/withdraw',
  permission: 'removal.propose',
  load: async visit => ({
    removal: await removalToChange(visit, visit.params.removal, ['proposed']),
  }),
  discloses: removalViewed,
  schema: z.object({ because: text('Say why', { most: 1000 }) }),
  version: ({ removal }) => removal.version,
  view: ({ removal }, form) => (
    <RemovalLayout removal={removal} title="Withdraw the removal" form={form}>
      <TwoThirds>
        <p class="govuk-body">The child stays on your roll.</p>
        <Form version={removal.version}>
          <TextArea name="because" label="Why?" rows={3} form={form} />
          <Button>Withdraw it</Button>
        </Form>
      </TwoThirds>
    </RemovalLayout>
  ),
  async submit(visit, { removal }, { because }) {
    await withdrawRemoval(visit, removal, because)
    visit.flash('The removal is withdrawn. The child stays on your roll')
    return `/removals/${removal.id}`
  },
})
