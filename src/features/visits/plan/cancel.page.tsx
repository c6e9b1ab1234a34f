import { z } from 'zod'
import { Button, Form, TextArea, TwoThirds } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { VisitFrame, visitHref } from '../frame.tsx'
import { ownVisit } from '../own-visit.ts'
import { cancelVisit } from './plan-visit.ts'

export const cancelVisitPage = formPage({
  path: '/visits/:visit/cancel',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: visit => ownVisit(visit, 'planned', 'draft'),
  schema: z.object({ because: text('Say why it is cancelled', { most: 1000 }) }),
  version: ({ version }) => version,
  view: (planned, form) => (
    <VisitFrame visit={planned} title="Cancel the visit" form={form}>
      <TwoThirds>
        {planned.status === 'draft' && (
          <p class="govuk-body">
            What was written stays on record, and counts as no visit and no assessment.
          </p>
        )}
        <Form version={planned.version}>
          <TextArea form={form} name="because" label="Why is it cancelled?" rows={3} />
          <Button variant="warning" preventDoubleClick>
            Cancel the visit
          </Button>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, planned, { because }) {
    await cancelVisit(visit, planned, because)
    visit.flash('The visit is cancelled')
    return visitHref(planned)
  },
})
