import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Form,
  Radios,
  StaleAnswers,
  Table,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { dayAnswers, optionalDay, optionalText, ticked } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { VisitFrame, visitHref } from '../frame.tsx'
import { ownVisit } from '../own-visit.ts'
import { whyNotWritten } from './names.ts'
import { writeAbout } from './write-about.ts'

const policyWords = {
  'employers-liability': 'Employer’s liability',
  'public-liability': 'Public liability',
  'professional-indemnity': 'Professional indemnity',
} as const

const labels = {
  visitors: 'Who visited?',
  pupils: 'Pupils spoken to',
  insurance: 'Proof of insurance',
  insuranceNote: 'What was shown',
  summary: 'Summary',
}

/** What stands above the four areas: when and who, how many pupils, the insurance, and the summary. */
export const aboutVisitPage = formPage({
  path: '/visits/:visit/about',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: async visit => {
    const draft = await ownVisit(visit, 'planned', 'draft')
    return {
      visit: draft,
      today: visit.today,
      policies: await policiesOf(visit.tx, draft.provider_id),
    }
  },
  schema: ({ today }) =>
    z.object({
      visitedOn: optionalDay('the day of the visit').refine(
        date => date === null || date <= today,
        'The day of the visit must be today or earlier',
      ),
      visitors: optionalText({ most: 500 }),
      pupils: z
        .string()
        .optional()
        .transform(typed => (typed ?? '').trim())
        .refine(
          typed => /^\d{0,3}$/.test(typed) && Number(typed) <= 500,
          'Enter how many pupils, as a whole number up to 500',
        )
        .transform(typed => (typed === '' ? null : Number(typed))),
      annual: ticked(),
      insurance: z.enum(['yes', 'no', '']).optional(),
      insuranceNote: optionalText({ most: 2000 }),
      summary: optionalText({ most: 8000 }),
    }),
  version: ({ visit }) => visit.version,
  initial: ({ visit }) => ({
    ...dayAnswers('visitedOn', visit.visited_on),
    visitors: visit.visitors ?? '',
    pupils: visit.pupils_spoken_to === null ? '' : String(visit.pupils_spoken_to),
    annual: visit.annual_assessment ? 'yes' : '',
    insurance: visit.insurance_checked === null ? '' : visit.insurance_checked ? 'yes' : 'no',
    insuranceNote: visit.insurance_note ?? '',
    summary: visit.summary ?? '',
  }),
  view: ({ visit, policies }, form) => (
    <VisitFrame visit={visit} title="The visit as a whole" form={form}>
      <TwoThirds>
        <StaleAnswers form={form} labels={labels} />
        <Form version={visit.version} warnUnsaved>
          <DateInput form={form} name="visitedOn" label="On which day was the visit?" />
          <TextInput form={form} name="visitors" label={labels.visitors} />
          <TextInput
            form={form}
            name="pupils"
            label={labels.pupils}
            hint="How many. Never write down a pupil’s name."
            width="3"
            inputmode="numeric"
          />
          <Checkboxes
            form={form}
            name="annual"
            label="Annual assessment"
            items={{ yes: 'This visit is our annual assessment of the provider' }}
          />
          <h2 class="govuk-heading-m">Insurance</h2>
          <Policies policies={policies} />
          <Radios
            form={form}
            name="insurance"
            label="Did you ask for proof of insurance?"
            hint="Every quality assurance asks for it (rule EVD-14). Without it the visit cannot be submitted."
            inline
            items={{ yes: 'Yes', no: 'No' }}
          />
          <TextArea
            form={form}
            name="insuranceNote"
            label={labels.insuranceNote}
            hint="Which cover, of how much, until when; or that nothing was shown"
            rows={3}
          />
          <TextArea
            form={form}
            name="summary"
            label={labels.summary}
            hint="What the visit found. Name no child."
            rows={8}
            maxlength={8000}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </VisitFrame>
  ),
  async submit(visit, { visit: draft }, { visitedOn, pupils, annual, insurance, ...texts }) {
    for (const field of ['insuranceNote', 'summary'] as const) {
      const named = await whyNotWritten(visit.tx, draft, texts[field])
      if (named) return { errors: { [field]: named } }
    }
    await writeAbout(visit, draft, {
      visitedOn,
      pupils,
      annualAssessment: annual,
      insuranceChecked: insurance ? insurance === 'yes' : null,
      visitors: texts.visitors,
      insuranceNote: texts.insuranceNote,
      summary: texts.summary,
    })
    visit.flash('The visit is saved')
    return visitHref(draft)
  },
})

const policiesOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('insurance_policy as i')
    .innerJoin('evidence_item as e', 'e.id', 'i.evidence_id')
    .select(['i.kind', 'i.amount_pence', 'i.ends_on', 'i.insurer'])
    .where('i.provider_id', '=', providerId)
    .where('e.superseded_at', 'is', null)
    .orderBy('i.kind')
    .execute()

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})

const Policies = ({ policies }: { policies: Awaited<ReturnType<typeof policiesOf>> }) => (
  <Table
    caption="What the provider has brought"
    captionHidden
    head={['Cover', 'Amount', 'Insurer', 'Until']}
    empty="The provider has brought no proof of insurance to Onroll."
    rows={policies.map(each => [
      policyWords[each.kind as keyof typeof policyWords] ?? each.kind,
      pounds.format(Number(each.amount_pence) / 100),
      each.insurer,
      dayInWords(each.ends_on),
    ])}
  />
)
