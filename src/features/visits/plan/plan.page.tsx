import { z } from 'zod'
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Select,
  TwoThirds,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { sections, sectionWords } from '../words.ts'
import { openProviders, PlanFields, planFields, SiteField, sitesOf } from './plan-fields.tsx'
import { planVisit } from './plan-visit.ts'

export const planVisitPage = formPage({
  path: '/visits/plan',
  permission: 'visit.write',
  discloses: 'nothing personal',
  query: z.object({
    provider: z.uuid().optional().catch(undefined),
    areas: z
      .string()
      .regex(/^[A-D]{0,4}$/)
      .catch('')
      .default(''),
    papers: z.enum(['yes', '']).catch('').default(''),
    annual: z.enum(['yes', '']).catch('').default(''),
  }),
  load: async ({ tx, today, query }) => ({
    today,
    providers: await openProviders(tx, today),
    asked: query,
    sites: query.provider ? await sitesOf(tx, query.provider) : [],
  }),
  schema: ({ today, providers }) =>
    z.object({
      provider: z
        .string('Choose the provider')
        .refine(id => providers.some(({ value }) => value === id), 'Choose the provider'),
      site: z.string().optional(),
      ...planFields(today),
    }),
  initial: ({ asked }) => ({
    provider: asked.provider,
    purpose: purposeOf(asked),
    annual: asked.annual,
  }),
  view: ({ providers, sites }, form) => (
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
          <SiteField form={form} sites={sites} />
          <PlanFields form={form} />
          <Button preventDoubleClick>Plan the visit</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { asked, sites }, { provider, site, plannedOn, visitors, purpose, annual }) {
    // Sites were offered of the provider that was asked for; of another none is chosen.
    const isOfIt = provider === asked.provider && sites.some(({ value }) => value === site)
    const id = await planVisit(visit, {
      providerId: provider,
      siteId: isOfIt && site ? site : null,
      plannedOn,
      visitors,
      purpose,
      annualAssessment: annual,
    })
    visit.flash('The visit is planned')
    return `/visits/${id}`
  },
})

/** What the planner found missing, in words that the provider may read. */
function purposeOf({ areas, papers }: { areas: string; papers: string }): string {
  const asked = sections.filter(section => areas.includes(section))
  return [
    ...(asked.length > 0 ? ['Not looked at for a year:'] : []),
    ...asked.map(section => `- ${sectionWords[section]}`),
    ...(papers ? ['Documents that run out, or that nobody has seen for a year'] : []),
  ].join('\n')
}
