import { z } from 'zod'
import { fairAccessCategories } from '#domain/codes/fair-access-category.ts'
import { dayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  Radios,
  Select,
  SummaryList,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { dayAnswers, optionalText, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { childOf } from './child.query.ts'
import { draftFairAccess, fairAccessDraft } from './refer.ts'
import { standingOf, standingRows } from './standing.tsx'

const categories = fairAccessCategories.keys as [string, ...string[]]

/** Admissions refers a child who is already on record: search before create is on the children’s page. */
export const referFairAccessPage = formPage({
  path: '/fair-access/new/:child',
  permission: 'fair-access.refer',
  async load({ tx, params, me, today }) {
    const child = await childOf(tx, params.child)
    const partnerships = await tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('kind', '=', 'partnership')
      .where('closed_on', 'is', null)
      .orderBy('name')
      .execute()
    const home = await tx
      .selectFrom('child_address')
      .select('home_area_id')
      .where('child_id', '=', child.id)
      .where('to_on', 'is', null)
      .executeTakeFirst()
    const draft = await tx
      .selectFrom('referral')
      .select('id')
      .where('child_id', '=', child.id)
      .where('kind', '=', 'fair-access')
      .where('status', 'in', ['draft', 'returned'])
      .where('referring_organisation_id', '=', me.organisationId)
      .executeTakeFirst()
    return {
      child,
      today,
      partnerships,
      homeArea: home?.home_area_id ?? null,
      standing: await standingOf(tx, child.id),
      draft: draft ? await fairAccessDraft({ tx }, draft.id) : undefined,
    }
  },
  discloses: ({ child }) => ({
    event: 'child.viewed',
    subjectKind: 'child',
    subjectId: child.id,
    childId: child.id,
  }),
  schema: ({ partnerships, today }) =>
    z
      .object({
        category: z.enum(categories, 'Choose the category'),
        evidence: text('Say what shows that the category applies', { most: 2000 }),
        inYear: z.enum(['yes', 'no'], 'Choose whether ordinary in-year measures were tried'),
        inYearMeasures: optionalText({ most: 2000 }),
        receivedOn: pastDay('the day on which the case was taken under the protocol', today),
        partnership: z.enum(
          partnerships.map(({ id }) => id),
          'Choose the partnership',
        ),
        preferredSchools: optionalText({ most: 500 }),
        reason: text('Write what the panel should know', { most: 4000 }),
      })
      .refine(({ inYear, inYearMeasures }) => inYear === 'no' || inYearMeasures, {
        path: ['inYearMeasures'],
        error: 'Say which schools were asked, and when',
      }),
  initial: ({ draft, homeArea, today }) => ({
    category: draft?.category ?? undefined,
    evidence: draft?.evidence ?? '',
    inYear:
      draft?.in_year_measures_tried == null
        ? undefined
        : draft.in_year_measures_tried
          ? 'yes'
          : 'no',
    inYearMeasures: draft?.in_year_measures ?? '',
    ...dayAnswers('receivedOn', draft?.received_on ?? today),
    partnership: draft?.responsible_partnership_id ?? homeArea ?? '',
    preferredSchools: draft?.preferred_schools ?? '',
    reason: draft?.reason ?? '',
  }),
  view: ({ child, partnerships, standing }, form) => (
    <Layout
      title="Refer under the Fair Access Protocol"
      form={form}
      before={<BackLink href={`/children/${child.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading
        caption={`${child.forename} ${child.surname}, born ${dayInWords(child.birth_date)}`}
      >
        Refer under the Fair Access Protocol
      </PageHeading>
      <InsetText>
        Looked-after children and children with an EHCP are not placed under the protocol (School
        Admissions Code 2021, paragraph 3.17). Check both before you go on.
      </InsetText>
      <SummaryList rows={standingRows(standing, child.id)} />
      <Form warnUnsaved>
        <Radios
          name="category"
          label="Which category applies?"
          hint="School Admissions Code 2021, paragraph 3.17"
          form={form}
          small
          items={fairAccessCategories.all.map(({ key, letter, name, evidence }) => ({
            value: key,
            label: `(${letter}) ${name}`,
            hint: evidence,
          }))}
        />
        <TextArea
          name="evidence"
          label="What shows it?"
          hint="Do not write where a child in a refuge lives"
          rows={4}
          form={form}
        />
        <Radios
          name="inYear"
          label="Were ordinary in-year measures tried first?"
          form={form}
          items={[
            {
              value: 'yes',
              label: 'Yes',
              conditional: (
                <TextArea
                  name="inYearMeasures"
                  label="Which schools were asked, and when?"
                  rows={3}
                  form={form}
                />
              ),
            },
            { value: 'no', label: 'No' },
          ]}
        />
        <DateInput name="receivedOn" label="Taken under the protocol on" form={form} />
        <Select
          name="partnership"
          label="Partnership"
          hint="Proposed from the home address, where that is known"
          blank="Choose a partnership"
          form={form}
          items={Object.fromEntries(partnerships.map(({ id, name }) => [id, name]))}
        />
        <TextInput
          name="preferredSchools"
          label="Schools the family prefers (optional)"
          form={form}
        />
        <TextArea name="reason" label="What should the panel know?" rows={6} form={form} />
        <Button>Save and check</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { child }, answers) {
    const id = await draftFairAccess(visit, child.id, {
      ...answers,
      inYearMeasuresTried: answers.inYear === 'yes',
      partnershipId: answers.partnership,
    })
    return `/fair-access/${id}/check`
  },
})
