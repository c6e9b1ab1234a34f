import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { day, dayAnswers, text } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { ownerFor } from './calendar-owner.ts'
import { addTerm, changeTerm, removeTerm } from './keep-calendar.ts'

const Term = z
  .object({
    name: text('Enter what the term is called, like Autumn 1', { most: 60 }),
    startsOn: day('the first day of the term'),
    endsOn: day('the last day of the term'),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'The last day of the term must be the same as or after the first day',
  })
  .refine(({ startsOn, endsOn }) => endsOn <= addDays(startsOn, 200), {
    path: ['endsOn'],
    message: 'A term is shorter than 200 days. Check the year',
  })

const backTo = '/administration/calendar'

export const addTermPage = formPage({
  path: '/administration/calendar/terms/add',
  permission: 'calendar.keep',
  discloses: 'nothing personal',
  load: async () => ({}),
  schema: Term,
  view: (_, form) => <TermForm title="Add a term" form={form} />,
  async submit(visit, _, input) {
    await addTerm(visit, ownerFor(visit.me), input)
    visit.flash(`${input.name} has been added`)
    return backTo
  },
})

export const changeTermPage = formPage({
  path: '/administration/calendar/terms/:term',
  permission: 'calendar.keep',
  discloses: 'nothing personal',
  load: async ({ tx, me, params }) => {
    const owner = ownerFor(me)
    const term = await tx
      .selectFrom('term')
      .select(['id', 'name', 'starts_on', 'ends_on', 'version'])
      .where('id', '=', params.term)
      .where('school_id', owner === null ? 'is' : '=', owner)
      .executeTakeFirst()
    if (!term) throw new NotFound()
    return term
  },
  schema: Term,
  initial: term => ({
    name: term.name,
    ...dayAnswers('startsOn', term.starts_on),
    ...dayAnswers('endsOn', term.ends_on),
  }),
  version: term => term.version,
  view: (term, form) => <TermForm title={`Change ${term.name}`} form={form} term={term} />,
  async submit(visit, term, input) {
    await changeTerm(visit, { ...input, id: term.id, version: term.version })
    visit.flash(`${input.name} has been changed`)
    return backTo
  },
})

export const removeTermAction = action({
  path: '/administration/calendar/terms/:term/remove',
  permission: 'calendar.keep',
  load: async () => ({}),
  schema: z.object({}),
  async submit(visit) {
    const { name } = await removeTerm(visit, visit.params.term)
    visit.flash(`${name} has been removed`)
    return backTo
  },
})

const TermForm = ({
  title,
  form,
  term,
}: {
  title: string
  form: FormState
  term?: { id: string; version: number }
}) => (
  <Layout title={title} form={form} before={<BackLink href={backTo} />}>
    <TwoThirds>
      <ErrorSummary form={form} />
      <SavedMeanwhile
        form={form}
        labels={{ name: 'Name', startsOn: 'First day', endsOn: 'Last day' }}
      />
      <PageHeading>{title}</PageHeading>
      <p class="govuk-body">
        Enter each half-term on its own, so that the half-term holiday lies between two of them.
        Give the days on which staff come in: INSET days are entered apart.
      </p>
      <Form version={term?.version}>
        <TextInput form={form} name="name" label="Name" hint="For example, Autumn 1" width="20" />
        <DateInput form={form} name="startsOn" label="First day" />
        <DateInput form={form} name="endsOn" label="Last day" />
        <ButtonGroup>
          <Button>Save</Button>
          <a class="govuk-link" href={backTo}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
      {term && (
        <Form action={`${backTo}/terms/${term.id}/remove`}>
          <Button variant="warning">Remove this term</Button>
        </Form>
      )}
    </TwoThirds>
  </Layout>
)
