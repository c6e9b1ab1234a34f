import { Button, Form, StaleAnswers, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { changeRemoval } from './propose-removal.ts'
import { removalToChange } from './removal.query.ts'
import { answersFrom, initialFrom, RemovalFields, removalSchema } from './removal-form.tsx'
import { RemovalLayout, removalViewed } from './removal-layout.tsx'

/** Another ground, or what has been found out since. */
export const removalEvidencePage = formPage({
  path: '/removals/:removal/evidence',
  permission: 'removal.propose',
  load: async visit => ({
    removal: await removalToChange(visit, visit.params.removal, ['proposed']),
    today: visit.today,
  }),
  discloses: removalViewed,
  schema: ({ today }) => removalSchema(today),
  initial: ({ removal }) => initialFrom(removal),
  version: ({ removal }) => removal.version,
  view: ({ removal }, form) => (
    <RemovalLayout removal={removal} title="Ground and evidence" form={form}>
      <TwoThirds>
        <StaleAnswers
          form={form}
          labels={Object.fromEntries(Object.keys(form.stale?.saved ?? {}).map(key => [key, key]))}
        />
        <Form version={removal.version}>
          <RemovalFields form={form} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </RemovalLayout>
  ),
  async submit(visit, { removal }, input) {
    await changeRemoval(visit, removal, answersFrom(input))
    visit.flash('Saved. The rules have been asked again')
    return `/removals/${removal.id}`
  },
})
