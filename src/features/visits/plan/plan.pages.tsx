import { sql } from 'kysely'
import { z } from 'zod'
import { addMonths, type IsoDate } from '#domain/dates.ts'
import {
  Breadcrumbs,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  Select,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { day, dayAnswers, optionalText, ticked } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { VisitFrame, visitHref } from '../frame.tsx'
import { ownVisit } from '../own-visit.ts'
import { changePlan, planVisit } from './plan-visit.ts'

const fields = (today: IsoDate) => ({
  plannedOn: day('the day of the visit')
    .refine(date => date >= addMonths(today, -12), 'The day of the visit is too long ago')
    .refine(date => date <= addMonths(today, 24), 'The day of the visit is too far ahead'),
  visitors: optionalText({ most: 500 }),
  purpose: optionalText({ most: 2000 }),
  annual: ticked(),
})

/** Commissioners visit providers that are open; one that is asked for by address stands first. */
const openProviders = (tx: Tx, today: IsoDate) =>
  tx
    .selectFrom('organisation')
    .innerJoin('provider', 'provider.organisation_id', 'organisation.id')
    .select(['organisation.id as value', 'organisation.name as text'])
    .where(({ or, eb }) =>
      or([eb('organisation.closed_on', 'is', null), eb('organisation.closed_on', '>=', today)]),
    )
    .orderBy(sql`organisation.name collate onroll.names`)
    .execute()

const sitesOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_site')
    .select(['id as value', 'name as text'])
    .where('provider_id', '=', providerId)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()

const PlanFields = ({ form }: { form: FormState }) => (
  <>
    <DateInput form={form} name="plannedOn" label="On which day?" />
    <TextInput
      form={form}
      name="visitors"
      label="Who visits? (optional)"
      hint="Those who go, by name or job"
    />
    <TextArea
      form={form}
      name="purpose"
      label="What is to be looked at? (optional)"
      hint="Do not name a child. The provider reads this with the report."
      rows={4}
    />
    <Checkboxes
      form={form}
      name="annual"
      label="Annual assessment"
      items={{ yes: 'This visit is our annual assessment of the provider' }}
    />
  </>
)

export const planVisitPage = formPage({
  path: '/visits/plan',
  permission: 'visit.write',
  discloses: 'nothing personal',
  query: z.object({ provider: z.uuid().optional().catch(undefined) }),
  load: async ({ tx, today, query }) => ({
    today,
    providers: await openProviders(tx, today),
    asked: query.provider,
  }),
  schema: ({ today, providers }) =>
    z.object({
      provider: z
        .string('Choose the provider')
        .refine(id => providers.some(({ value }) => value === id), 'Choose the provider'),
      ...fields(today),
    }),
  initial: ({ asked }) => ({ provider: asked }),
  view: ({ providers }, form) => (
    <Layout
      title="Plan a visit"
      form={form}
      before={
        <Breadcrumbs
          items={[{ href: '/visits', children: 'Visits' }, { children: 'Plan a visit' }]}
        />
      }
    >
      <ErrorSummary form={form} />
      <TwoThirds>
        <PageHeading>Plan a visit</PageHeading>
        <Form>
          <Select
            form={form}
            name="provider"
            label="Provider"
            blank="Choose a provider"
            items={providers}
          />
          <PlanFields form={form} />
          <Button preventDoubleClick>Plan the visit</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, _model, { provider, plannedOn, visitors, purpose, annual }) {
    const id = await planVisit(visit, {
      providerId: provider,
      siteId: null,
      plannedOn,
      visitors,
      purpose,
      annualAssessment: annual,
    })
    visit.flash('The visit is planned')
    return `/visits/${id}`
  },
})

export const changePlanPage = formPage({
  path: '/visits/:visit/plan',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: async visit => {
    const planned = await ownVisit(visit, 'planned')
    return {
      visit: planned,
      today: visit.today,
      sites: await sitesOf(visit.tx, planned.provider_id),
    }
  },
  schema: ({ today, sites }) =>
    z.object({
      site: z
        .string()
        .optional()
        .transform(id => id || null)
        .refine(id => id === null || sites.some(({ value }) => value === id), 'Choose a site'),
      ...fields(today),
    }),
  version: ({ visit }) => visit.version,
  initial: ({ visit }) => ({
    site: visit.site_id ?? '',
    ...dayAnswers('plannedOn', visit.planned_on),
    visitors: visit.visitors ?? '',
    purpose: visit.purpose ?? '',
    annual: visit.annual_assessment ? 'yes' : '',
  }),
  view: ({ visit, sites }, form) => (
    <VisitFrame visit={visit} title="Change the plan" form={form}>
      <TwoThirds>
        <Form version={visit.version}>
          {sites.length > 0 && (
            <Select form={form} name="site" label="Site" blank="Not said" items={sites} />
          )}
          <PlanFields form={form} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, { visit: planned }, { site, plannedOn, visitors, purpose, annual }) {
    await changePlan(visit, planned, {
      siteId: site,
      plannedOn,
      visitors,
      purpose,
      annualAssessment: annual,
    })
    visit.flash('The plan is changed')
    return visitHref(planned)
  },
})
