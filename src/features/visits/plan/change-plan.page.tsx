import { z } from 'zod'
import { Button, Form, TwoThirds } from '#govuk/index.ts'
import { dayAnswers } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { VisitFrame, visitHref } from '../frame.tsx'
import { ownVisit } from '../own-visit.ts'
import { PlanFields, planFields, SiteField, sitesOf } from './plan-fields.tsx'
import { changePlan } from './plan-visit.ts'

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
      ...planFields(today),
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
          <SiteField form={form} sites={sites} />
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
