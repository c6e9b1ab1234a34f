import { NotFound } from '#domain/refusal.ts'
import { identityOf, QuestionFrame } from '#features/children/index.ts'
import { Button, ErrorSummary, Form, InsetText, PageHeading, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { proposeRemoval } from './propose-removal.ts'
import { answersFrom, RemovalFields, removalSchema } from './removal-form.tsx'

/** The one way by which a school takes a name off its roll: it says on what ground, and the rules answer. */
export const proposeRemovalPage = formPage({
  path: '/children/:child/removals/new',
  permission: 'removal.propose',
  async load({ tx, params, today, me }) {
    const child = await identityOf(tx, params.child, today)
    const entry = await tx
      .selectFrom('enrolment')
      .select('id')
      .where('child_id', '=', child.id)
      .where('school_id', '=', me.organisationId)
      .where('from_on', '<=', today)
      .where('to_on', 'is', null)
      .executeTakeFirst()
    if (!entry) throw new NotFound()
    return { child, today }
  },
  discloses: ({ child }) => ({
    event: 'child.viewed',
    subjectKind: 'child',
    subjectId: child.id,
    childId: child.id,
    detail: { section: 'removal' },
  }),
  schema: ({ today }) => removalSchema(today),
  view: ({ child }, form) => (
    <QuestionFrame child={child} section="roll" title="Take the name off the roll" form={form}>
      <ErrorSummary form={form} />
      <TwoThirds>
        <PageHeading>Take the name off the roll</PageHeading>
        <InsetText>
          Nothing happens to the roll yet. Next you read what the rules say, and what is still
          missing. A child whom a partnership or provider supports stays on your roll.
        </InsetText>
        <Form>
          <RemovalFields form={form} />
          <Button preventDoubleClick>See what the rules say</Button>
        </Form>
      </TwoThirds>
    </QuestionFrame>
  ),
  submit: async (visit, { child }, input) =>
    `/removals/${await proposeRemoval(visit, child.id, answersFrom(input))}`,
})
