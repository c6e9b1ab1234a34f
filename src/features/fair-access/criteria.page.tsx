import { z } from 'zod'
import { fairAccessCategories } from '#domain/codes/fair-access-category.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  Radios,
  SummaryList,
  TextArea,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { type FairAccessCase, fairAccessCase } from './case.query.ts'
import { askAdviser, criteriaMet, criteriaNotMet, giveAdvice } from './criteria.ts'
import { standingOf, standingRows } from './standing.tsx'

const caption = (fair: FairAccessCase) =>
  `R-${fair.reference}, ${fair.forename ?? ''} ${fair.surname ?? ''}`

export const Evidence = ({ fair }: { fair: FairAccessCase }) => {
  const category = fairAccessCategories.find(fair.category ?? '')
  return (
    <SummaryList
      rows={[
        {
          key: 'Category',
          value: category ? `(${category.letter}) ${category.name}` : 'Not given',
        },
        { key: 'Evidence', value: fair.evidence ?? 'Not given' },
        {
          key: 'In-year measures',
          value: fair.in_year_measures_tried
            ? `Tried. ${fair.in_year_measures ?? ''}`
            : 'Not tried',
        },
        { key: 'Received', value: fair.received_on ? dayInWords(fair.received_on) : 'Not given' },
        fair.preferred_schools !== null && {
          key: 'Schools the family prefers',
          value: fair.preferred_schools,
        },
        fair.doubt_question !== null && { key: 'Asked of the adviser', value: fair.doubt_question },
        fair.doubt_answer !== null && {
          key: 'Adviser’s answer',
          value: `${fair.doubt_answer} (${fair.adviser ?? ''}, ${fair.doubt_answered_at ? momentInWords(fair.doubt_answered_at) : ''})`,
        },
      ]}
    />
  )
}

export const criteriaPage = formPage({
  path: '/cases/:referral/criteria',
  permission: 'fair-access.check',
  async load(visit) {
    const fair = await fairAccessCase(visit, visit.params.referral)
    return { fair, standing: await standingOf(visit.tx, fair.child_id ?? '') }
  },
  discloses: ({ fair }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: fair.referral_id,
    childId: fair.child_id ?? undefined,
  }),
  schema: z.object({
    criteria: z.enum(['met', 'not met', 'in doubt'], 'Choose whether the criteria are met'),
    reason: text('Say why, or what you are in doubt about', { most: 2000 }),
  }),
  version: ({ fair }) => fair.version,
  view: ({ fair, standing }, form) => (
    <Layout
      title="Check the criteria"
      form={form}
      before={<BackLink href={`/cases/${fair.referral_id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={caption(fair)}>
        Does the child meet the Fair Access criteria?
      </PageHeading>
      <InsetText>
        Check that the child really meets the criteria (Co-ordinators’ FAQ, question 3, point 1).
        The list is that of the School Admissions Code 2021, paragraph 3.17; ordinary in-year
        measures come first.
      </InsetText>
      <Evidence fair={fair} />
      <SummaryList rows={standingRows(standing, fair.child_id ?? '')} />
      {fair.status === 'submitted' ? (
        <Form version={fair.version} warnUnsaved>
          <Radios
            name="criteria"
            label="Are they met?"
            form={form}
            items={[
              {
                value: 'met',
                label: 'Yes',
                hint: 'You are responsible for the child from now until on roll. 20 school days to allocate a place begin',
              },
              {
                value: 'not met',
                label: 'No',
                hint: 'The case goes back to School Admissions with your reason',
              },
              {
                value: 'in doubt',
                label: 'I am in doubt',
                hint: 'The authority’s Fair Access adviser is asked',
              },
            ]}
          />
          <TextArea name="reason" label="Why, or what is in doubt?" rows={4} form={form} />
          <Button>Save</Button>
        </Form>
      ) : (
        <p class="govuk-body">{`The criteria were checked: ${fair.criteria}. ${fair.criteria_reason ?? ''}`}</p>
      )}
    </Layout>
  ),
  async submit(visit, { fair }, { criteria, reason }) {
    if (fair.status !== 'submitted')
      throw new Refusal(`This case is ${fair.status}: its criteria are no longer open`)
    if (criteria === 'met') await criteriaMet(visit, fair, reason)
    else if (criteria === 'not met') await criteriaNotMet(visit, fair, reason)
    else await askAdviser(visit, fair, reason)
    visit.flash(
      {
        met: 'Accepted. The child is yours until on roll.',
        'not met': 'Returned to School Admissions',
        'in doubt': 'The Fair Access adviser has been asked',
      }[criteria],
    )
    return `/cases/${fair.referral_id}`
  },
})

export const advicePage = formPage({
  path: '/cases/:referral/advice',
  permission: 'fair-access.advise',
  load: visit => fairAccessCase(visit, visit.params.referral),
  discloses: fair => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: fair.referral_id,
    childId: fair.child_id ?? undefined,
  }),
  schema: z.object({ answer: text('Write your answer', { most: 2000 }) }),
  version: fair => fair.version,
  view: (fair, form) => (
    <Layout
      title="Answer the co-ordinator"
      form={form}
      before={<BackLink href={`/cases/${fair.referral_id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={caption(fair)}>Are the Fair Access criteria met?</PageHeading>
      <Evidence fair={fair} />
      <Form version={fair.version} warnUnsaved>
        <TextArea
          name="answer"
          label="Your answer"
          hint="The co-ordinator decides on it, and the case goes on meanwhile"
          rows={5}
          form={form}
        />
        <Button>Send the answer</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, fair, { answer }) {
    await giveAdvice(visit, fair, answer)
    visit.flash('The co-ordinator has been told')
    return `/cases/${fair.referral_id}`
  },
})
