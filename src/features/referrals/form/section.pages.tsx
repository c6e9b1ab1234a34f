import { crc32 } from 'node:zlib'
import { canonicalJson } from '#domain/canonical-json.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  StaleAnswers,
  SummaryList,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { FieldInput } from './field-input.tsx'
import { answersOf, schemaOf } from './fields.ts'
import { recordRows } from './record-rows.ts'
import { type ReferralForm, referralForm } from './referral-form.query.ts'
import { RowList } from './row-list.tsx'
import { saveSection } from './save-section.ts'
import { lackOf } from './section-state.ts'
import { type Section, sections } from './sections.ts'

/** A page for each part, made from its questions. The attachments have a page of their own. */
export const sectionPages = sections
  .filter(({ key }) => key !== 'attachments')
  .map(section =>
    formPage({
      path: `/referrals/:referral/${section.key}` as '/referrals/:referral',
      permission: 'referral.write',
      load: async visit => schoolsOwn(await referralForm(visit, visit.params.referral)),
      discloses: ({ referral, child }) => ({
        event: 'referral.viewed',
        subjectKind: 'referral',
        subjectId: referral.id,
        childId: child.id,
      }),
      schema: form => {
        const schema = schemaOf(section.fields, { saving: true })
        return schema.superRefine((answers, context) => {
          const lack = answers.save === 'later' ? undefined : lackOf(section, form, answers)
          if (lack) context.addIssue({ code: 'custom', path: [firstField(section)], message: lack })
        }) as typeof schema
      },
      initial: form =>
        answersOf(section.fields, {
          ...form.referral,
          confirmed: form.referral.sections_done.includes(section.key),
        }),
      version: form => savedVersion(section, form),
      view: (form, answers) => <SectionPage section={section} form={form} answers={answers} />,
      submit: async (visit, form, { save, ...answers }) => {
        const done = save !== 'later'
        await saveSection(visit, form, section, answers, { done })
        visit.flash(done ? `“${section.title}” is finished` : `“${section.title}” is saved`)
        return `/referrals/${form.referral.id}`
      },
    }),
  )

const firstField = (section: Section) => section.fields[0]?.name ?? 'save'

/** Fair Access referrals are written by Admissions on pages of their own. */
export function schoolsOwn(form: ReferralForm): ReferralForm {
  if (form.referral.kind !== 'school') throw new NotFound()
  return form
}

/** Changes with this part only: two people may write two parts of one referral at once. */
export const savedVersion = (section: Section, { referral, rows }: ReferralForm): number =>
  crc32(
    canonicalJson([
      section.fields.map(({ name }) => referral[name]),
      section.rows ? rows[section.rows] : [],
      referral.sections_done.includes(section.key),
    ]),
  )

const SectionPage = ({
  section,
  form,
  answers,
}: {
  section: Section
  form: ReferralForm
  answers: FormState
}) => (
  <Layout
    title={section.title}
    form={answers}
    before={<BackLink href={`/referrals/${form.referral.id}`}>The referral</BackLink>}
  >
    <ErrorSummary form={answers} />
    <StaleAnswers form={answers} labels={labelsOf(section)} />
    <PageHeading caption={form.child.name}>{section.title}</PageHeading>
    {section.intro && <p class="govuk-body">{section.intro}</p>}
    {section.rows && section.record && <h2 class="govuk-heading-m">By school year</h2>}
    {section.rows && <RowList kind={section.rows} form={form} />}
    {section.rows && section.record && (
      <h2 class="govuk-heading-m">Suspensions and exclusions, as recorded</h2>
    )}
    {section.record && <Recorded section={section} form={form} />}
    <Form version={savedVersion(section, form)} warnUnsaved>
      {section.fields.map(field => (
        <FieldInput field={field} form={answers} />
      ))}
      <ButtonGroup>
        <Button name="save" value="done" preventDoubleClick>
          Save and mark as finished
        </Button>
        <Button name="save" value="later" variant="secondary" preventDoubleClick>
          Save and finish later
        </Button>
      </ButtonGroup>
    </Form>
  </Layout>
)

const labelsOf = ({ fields }: Section) =>
  Object.fromEntries(fields.map(({ name, label }) => [name, label]))

const recordPages = {
  child: '',
  contacts: '/contacts',
  suspensions: '/exclusions',
  'special-needs': '/special-needs',
  care: '/care',
} as const

/** What the child’s own record says, with the way to change it there. */
function Recorded({ section, form }: { section: Section; form: ReferralForm }) {
  const rows = section.record ? recordRows[section.record](form.child) : []
  return (
    <>
      {rows.length > 0 ? (
        <SummaryList
          rows={rows.map(({ question, answer }) => ({ key: question, value: answer }))}
        />
      ) : (
        <p class="govuk-body">Nothing is recorded yet.</p>
      )}
      <p class="govuk-body">
        <a
          class="govuk-link"
          href={`/children/${form.child.id}${section.record ? recordPages[section.record] : ''}`}
        >
          Change this on the child’s page
        </a>
        {section.record === 'care' && (
          <>
            {' '}
            or{' '}
            <a class="govuk-link" href={`/children/${form.child.id}/agencies`}>
              the agencies
            </a>
          </>
        )}
      </p>
    </>
  )
}
