import { NotFound } from '#domain/refusal.ts'
import { identityOf, openSchools, QuestionFrame } from '#features/children/index.ts'
import { Button, ErrorSummary, Form, PageHeading, Select, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { answersFrom, firstWords, MoveFields, proposeSchema } from './move-form.tsx'
import { proposeMove } from './propose-move.ts'

/** A school proposes that a child on its roll moves to another school for good. */
export const proposeMovePage = formPage({
  path: '/children/:child/moves/new',
  permission: 'move.propose',
  async load({ tx, params, today, me }) {
    const child = await identityOf(tx, params.child, today)
    const onOurRoll = await tx
      .selectFrom('enrolment')
      .select('id')
      .where('child_id', '=', child.id)
      .where('school_id', '=', me.organisationId)
      .where('from_on', '<=', today)
      .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
      .executeTakeFirst()
    if (!onOurRoll) throw new NotFound()
    return {
      child,
      schools: (await openSchools(tx)).filter(({ id }) => id !== me.organisationId),
    }
  },
  discloses: ({ child }) => ({
    event: 'child.viewed',
    subjectKind: 'child',
    subjectId: child.id,
    childId: child.id,
    detail: { section: 'moves' },
  }),
  schema: ({ schools }) => proposeSchema(schools),
  initial: () => ({ agreement: firstWords, kind: 'permanent' }),
  view: ({ child, schools }, form) => (
    <QuestionFrame child={child} section="moves" title="Propose a managed move" form={form}>
      <ErrorSummary form={form} />
      <TwoThirds>
        <PageHeading>Propose a managed move</PageHeading>
        <p class="govuk-body">
          The receiving school reads who the child is and what is to be agreed. It reads nothing
          else of the record until the child is on its roll.
        </p>
        <Form>
          <Select
            name="toSchool"
            label="Receiving school"
            blank="Choose a school"
            form={form}
            items={schools.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <MoveFields form={form} />
          <Button preventDoubleClick>Propose the move</Button>
        </Form>
      </TwoThirds>
    </QuestionFrame>
  ),
  async submit(visit, { child }, input) {
    const id = await proposeMove(visit, child.id, input.toSchool, answersFrom(input))
    visit.flash(
      input.kind === 'trial'
        ? 'The proposal is saved, and nobody is asked: a managed move cannot be a trial'
        : 'The move is proposed, and the receiving school is told',
    )
    return `/moves/${id}`
  },
})
