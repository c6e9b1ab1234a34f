import type { VNode } from 'preact'
import type { ZodType } from 'zod'
import type { Permission } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { Button, ErrorSummary, Form, type FormState, PageHeading, TwoThirds } from '#govuk/index.ts'
import { formPage, page, type Route } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { QuestionFrame, RecordFrame, type Subject } from './frame.tsx'
import { identityOf } from './identity.query.ts'
import { isOpen, type Section, sectionPath, whatISee } from './sections.ts'
import { StaleRecord } from './stale-record.tsx'

type ChildPath = `/children/:child${string}`
type About<Model> = Subject & { readonly more: Model }

/** A page of a child’s record. It exists for whoever may see that part of the child, and opening it is remembered. */
export const childPage = <Path extends ChildPath, Model, Query = unknown>(spec: {
  readonly path: Path
  readonly section: Section
  readonly title: string
  readonly permission?: Permission
  readonly query?: ZodType<Query>
  readonly load: (visit: Visit<Path, Query>, subject: Subject) => Promise<Model>
  readonly view: (model: Model, subject: Subject, visit: Visit<Path, Query>) => VNode
}): Route =>
  page<Path, About<Model>, Query>({
    path: spec.path,
    permission: spec.permission ?? 'child.read',
    ...(spec.query ? { query: spec.query } : {}),
    discloses: ({ child }) => viewed(child.id, spec.section),
    async load(visit) {
      const subject = await subjectOf(visit, spec.section)
      return { ...subject, more: await spec.load(visit, subject) }
    },
    view: ({ more, ...subject }, visit) => (
      <RecordFrame {...subject} me={visit.me} section={spec.section} title={spec.title}>
        {spec.view(more, subject, visit)}
      </RecordFrame>
    ),
  })

/** A form about a child. It leads back to the part of the record that it changes. */
export const childForm = <Path extends ChildPath, Model, Input>(spec: {
  readonly path: Path
  readonly section: Section
  readonly permission: Permission
  readonly title: string | ((model: Model, subject: Subject) => string)
  readonly load: (visit: Visit<Path>, subject: Subject) => Promise<Model>
  readonly schema: (model: Model, subject: Subject, today: Visit['today']) => ZodType<Input>
  readonly initial?: (model: Model, subject: Subject) => FormState['values']
  readonly version?: (model: Model, subject: Subject) => number
  readonly fields: (form: FormState, model: Model, subject: Subject, visit: Visit<Path>) => VNode
  readonly button?: string
  readonly mayHoldProtectedAddress?: boolean
  readonly submit: (
    visit: Visit<Path>,
    model: Model,
    input: Input,
    subject: Subject,
  ) => Promise<string | { errors: FormState['errors'] } | undefined>
  readonly saved?: string
}): Route => {
  const titleOf = ({ more, ...subject }: About<Model>) =>
    typeof spec.title === 'string' ? spec.title : spec.title(more, subject)
  const { initial, version } = spec
  type Model2 = About<Model> & { readonly today: Visit['today'] }
  return formPage<Path, Model2, Input>({
    path: spec.path,
    permission: spec.permission,
    discloses: ({ child }) => viewed(child.id, spec.section),
    async load(visit) {
      const subject = await subjectOf(visit, spec.section)
      return { ...subject, more: await spec.load(visit, subject), today: visit.today }
    },
    mayHoldProtectedAddress: spec.mayHoldProtectedAddress ?? false,
    schema: ({ more, today, ...subject }) => spec.schema(more, subject, today),
    ...(initial ? { initial: ({ more, ...subject }: Model2) => initial(more, subject) } : {}),
    ...(version ? { version: ({ more, ...subject }: Model2) => version(more, subject) } : {}),
    view: (model, form, visit) => {
      const { more, ...subject } = model
      return (
        <QuestionFrame
          child={model.child}
          section={spec.section}
          title={titleOf(model)}
          form={form}
        >
          <ErrorSummary form={form} />
          <TwoThirds>
            <PageHeading>{titleOf(model)}</PageHeading>
            <StaleRecord form={form} />
            <Form {...(version ? { version: version(more, subject) } : {})}>
              {spec.fields(form, more, subject, visit)}
              <Button preventDoubleClick>{spec.button ?? 'Save'}</Button>
            </Form>
          </TwoThirds>
        </QuestionFrame>
      )
    },
    async submit(visit, { more, today: _today, ...subject }, input) {
      const answer = await spec.submit(visit, more, input, subject)
      if (typeof answer === 'object') return answer
      if (spec.saved) visit.flash(spec.saved)
      return answer ?? sectionPath(subject.child.id, spec.section)
    },
  })
}

async function subjectOf(visit: Visit<ChildPath, unknown>, section: Section): Promise<Subject> {
  const { child: id } = visit.params as { child: string }
  const child = await identityOf(visit.tx, id, visit.today)
  const sees = await whatISee(visit.tx, child.id)
  if (!isOpen(section, visit.me, sees)) throw new NotFound()
  return { child, sees }
}

const viewed = (childId: string, section: Section) =>
  ({
    event: 'child.viewed',
    subjectKind: 'child',
    subjectId: childId,
    childId,
    detail: { section },
  }) as const
