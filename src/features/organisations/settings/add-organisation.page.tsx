import { z } from 'zod'
import type { Permission } from '#domain/permissions.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TwoThirds,
} from '#govuk/index.ts'
import { choice } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Doer } from '#platform/http/visit.ts'
import { teamNames } from '../organisation.ts'
import { type Details, detailFields, detailsSchema } from './detail-fields.ts'
import { DetailInputs } from './detail-inputs.tsx'
import { addPartnership, addProvider, addTeam } from './keep-organisation.ts'

export const addPartnershipPage = addingPage({
  path: '/organisations/partnerships/add',
  permission: 'authority.administer',
  kind: 'partnership',
  initial: { responseDays: '5' },
  add: (doer, { name, responseDays, ...details }) =>
    addPartnership(doer, { ...details, name, responseDays: Number(responseDays) }),
})

export const addProviderPage = addingPage({
  path: '/organisations/providers/add',
  permission: 'provider.add',
  kind: 'provider',
  initial: {},
  add: (doer, { telephone, ...details }) =>
    addProvider(doer, { ...details, telephone, contactPhone: telephone ?? null }),
})

export const addTeamPage = formPage({
  path: '/organisations/teams/add',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async () => ({}),
  schema: z.object({
    team: choice(
      Object.keys(teamNames) as [keyof typeof teamNames, ...(keyof typeof teamNames)[]],
      'Say what the team does',
    ),
    name: detailFields.name.schema,
    mailbox: detailFields.mailbox.schema,
    telephone: detailFields.telephone.schema,
  }),
  view: (_, form) => (
    <Layout title="Add a team" form={form} before={<BackLink href="/organisations?kind=team" />}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>Add a team of the authority</PageHeading>
        <Form>
          <Radios form={form} name="team" label="What does it do?" items={teamNames} />
          <DetailInputs kind="team" form={form} />
          <Buttons back="/organisations?kind=team" />
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, _, input) {
    const id = await addTeam(visit, input)
    visit.flash(`${input.name} has been added`)
    return `/organisations/${id}`
  },
})

function addingPage<Path extends string>({
  path,
  permission,
  kind,
  initial,
  add,
}: {
  path: Path
  permission: Permission
  kind: 'partnership' | 'provider'
  initial: Record<string, string>
  add: (doer: Doer, details: Details & { name: string }) => Promise<string>
}) {
  const back = `/organisations?kind=${kind}`
  return formPage({
    path,
    permission,
    discloses: 'nothing personal',
    load: async () => ({}),
    schema: detailsSchema(kind),
    initial: () => initial,
    view: (_, form) => (
      <Layout title={`Add a ${kind}`} form={form} before={<BackLink href={back} />}>
        <TwoThirds>
          <ErrorSummary form={form} />
          <PageHeading>Add a {kind}</PageHeading>
          <Form>
            <DetailInputs kind={kind} form={form} />
            <Buttons back={back} />
          </Form>
        </TwoThirds>
      </Layout>
    ),
    async submit(visit, _, details) {
      const name = details.name ?? ''
      const id = await add(visit, { ...details, name })
      visit.flash(`${name} has been added`)
      return `/organisations/${id}`
    },
  })
}

const Buttons = ({ back }: { back: string }) => (
  <ButtonGroup>
    <Button>Save</Button>
    <a class="govuk-link" href={back}>
      Cancel
    </a>
  </ButtonGroup>
)
