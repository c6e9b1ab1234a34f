import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { FindingCard } from '#features/findings/index.ts'
import {
  Button,
  Checkboxes,
  Form,
  InsetText,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { optionalText, text, ticked } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { makeRemoval, whatStops } from './make-removal.ts'
import { groundWords, removalToChange } from './removal.query.ts'
import { RemovalLayout, removalViewed } from './removal-layout.tsx'

/** Deletes the name, today: no name is deleted for a day gone by, and none in advance. */
export const makeRemovalPage = formPage({
  path: '/removals/:removal/make',
  permission: 'removal.propose',
  async load(visit) {
    const removal = await removalToChange(visit, visit.params.removal, ['proposed'])
    return { removal, today: visit.today, ...(await whatStops(visit.tx, removal.id)) }
  },
  discloses: removalViewed,
  schema: ({ blocking }) =>
    z.object({
      returned: ticked(),
      ...(blocking.length > 0
        ? {
            reason: text('Say why the name is deleted all the same', { most: 2000 }),
            head: text('Enter the name of the head who stands behind it', { most: 200 }),
          }
        : { reason: optionalText(), head: optionalText() }),
    }),
  version: ({ removal }) => removal.version,
  view: ({ removal, today, blocking, never }, form) => (
    <RemovalLayout removal={removal} title="Delete the name" form={form}>
      <TwoThirds>
        <p class="govuk-body">
          Ground: {groundWords(removal.ground)}. The name is deleted today, {dayInWords(today)}, and
          not for a day gone by.
        </p>
        {blocking.map(finding => (
          <FindingCard
            finding={finding}
            headingLevel={2}
            unless={never.length > 0 ? '' : 'unless you give a reason and the head’s name'}
          />
        ))}
        {never.length > 0 ? (
          <InsetText>
            There is no way round this: the child stays on your roll.{' '}
            <a class="govuk-link" href={`/removals/${removal.id}/withdraw`}>
              Withdraw the removal
            </a>
            , or{' '}
            <a class="govuk-link" href={`/removals/${removal.id}/evidence`}>
              choose the ground that applies
            </a>
            .
          </InsetText>
        ) : (
          <Form version={removal.version}>
            {blocking.length > 0 && (
              <>
                <TextArea
                  name="reason"
                  label="Why is the name deleted all the same?"
                  rows={4}
                  form={form}
                />
                <TextInput name="head" label="Which head stands behind it?" form={form} />
              </>
            )}
            <Checkboxes
              name="returned"
              label="The return to the authority"
              labelSize="s"
              hint="It is due no later than the deletion, with the ground and where the child goes."
              form={form}
              items={{ yes: 'We have made the deletion return today or before' }}
            />
            <Button variant="warning" preventDoubleClick>
              Delete the name
            </Button>
          </Form>
        )}
      </TwoThirds>
    </RemovalLayout>
  ),
  async submit(visit, { removal }, { returned, reason, head }) {
    await makeRemoval(visit, removal, {
      onDay: visit.today,
      returnMadeOn: returned ? visit.today : null,
      override: reason && head ? { reason, head } : null,
    })
    visit.flash('The name is deleted. Admissions has been told')
    return `/removals/${removal.id}`
  },
})
