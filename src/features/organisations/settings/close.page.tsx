import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  PageHeading,
  TwoThirds,
} from '#govuk/index.ts'
import { day, dayAnswers } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { organisationOf } from '../profile/organisation.query.ts'
import { peopleByRole } from '../profile/people.query.ts'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { closeOrganisation } from './keep-organisation.ts'

/** Closes a partnership, provider or team from the day after; nothing about it is lost. */
export const closePage = formPage({
  path: '/organisations/:organisation/close',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async ({ tx, today, params }) => {
    const organisation = await organisationOf(tx, params.organisation)
    if (organisation.kind === 'school' || organisation.kind === 'authority') throw new NotFound()
    const people = await peopleByRole(tx, organisation.id, today)
    return { organisation, today, people: people.flatMap(each => each.people).length }
  },
  schema: z.object({ on: day('the last day') }),
  initial: ({ today }) => dayAnswers('on', today),
  version: ({ organisation }) => organisation.version,
  view: ({ organisation, people }, form) => (
    <Layout
      title={`${organisation.closed_on ? 'Open' : 'Close'} ${organisation.name}`}
      form={form}
      before={<BackLink href={`/organisations/${organisation.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <SavedMeanwhile form={form} labels={{}} />
        {organisation.closed_on ? (
          <OpenAgain {...organisation} closedOn={organisation.closed_on} />
        ) : (
          <Close {...organisation} people={people} form={form} />
        )}
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { organisation }, { on }) {
    await closeOrganisation(visit, organisation.id, on)
    visit.flash(`${organisation.name} closes. Its last day is ${dayInWords(on)}.`)
    return `/organisations/${organisation.id}`
  },
})

export const openAgain = action({
  path: '/organisations/:organisation/open',
  permission: 'authority.administer',
  load: ({ tx, params }) => organisationOf(tx, params.organisation),
  schema: z.object({}),
  async submit(visit, organisation) {
    if (organisation.kind === 'school' || organisation.kind === 'authority') throw new NotFound()
    await closeOrganisation(visit, organisation.id, null)
    visit.flash(`${organisation.name} is open again`)
    return `/organisations/${organisation.id}`
  },
})

const Close = ({
  id,
  name,
  version,
  people,
  form,
}: {
  id: string
  name: string
  version: number
  people: number
  form: FormState
}) => (
  <>
    <PageHeading>Close {name}</PageHeading>
    <InsetText>
      It is not offered for anything new after its last day. What is recorded about it stays.
      {people > 0 &&
        ` ${people === 1 ? 'One person keeps a role there and can still sign in' : `${people} people keep roles there and can still sign in`}: end the roles under Administration.`}
    </InsetText>
    <Form version={version}>
      <DateInput form={form} name="on" label="Last day" />
      <ButtonGroup>
        <Button variant="warning">Close</Button>
        <a class="govuk-link" href={`/organisations/${id}`}>
          Cancel
        </a>
      </ButtonGroup>
    </Form>
  </>
)

const OpenAgain = ({ id, name, closedOn }: { id: string; name: string; closedOn: IsoDate }) => (
  <>
    <PageHeading>Open {name} again</PageHeading>
    <p class="govuk-body">Its last day was given as {dayInWords(closedOn)}.</p>
    <Form action={`/organisations/${id}/open`}>
      <Button>Open again</Button>
    </Form>
  </>
)
