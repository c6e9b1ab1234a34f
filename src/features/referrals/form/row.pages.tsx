import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { FieldInput } from './field-input.tsx'
import { answersOf, schemaOf } from './fields.ts'
import { type ReferralForm, referralForm } from './referral-form.query.ts'
import { impossible, removeRow, saveRow } from './row-store.ts'
import { type RowSpec, rowSpecs } from './rows.ts'
import { schoolsOwn } from './section.pages.tsx'
import type { RowKind } from './sections.ts'

type Model = {
  readonly form: ReferralForm
  readonly row: (Readonly<Record<string, unknown>> & { readonly id: string }) | undefined
}

const kinds = Object.entries(rowSpecs) as [RowKind, RowSpec][]

const disclosed = ({ form }: Model) =>
  ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: form.referral.id,
    childId: form.child.id,
  }) as const

/** Adding, changing and removing a row, for each kind of row. */
export const rowPages = kinds.flatMap(([kind, spec]) => {
  const base = `/referrals/:referral/${spec.section}`
  const opened = async (visit: Visit<'/referrals/:referral'>, id?: string): Promise<Model> => {
    const form = schoolsOwn(await referralForm(visit, visit.params.referral))
    const row = form.rows[kind].find(each => each.id === id)
    if (id && !row) throw new NotFound()
    return { form, row }
  }
  const edit = {
    permission: 'referral.write',
    discloses: disclosed,
    schema: ({ form, row }: Model) => {
      const schema = schemaOf(spec.fields, { saving: false })
      if (kind !== 'attendance') return schema
      return schema.superRefine((answers, context) => {
        for (const [field, message] of Object.entries(impossible(form, answers, row?.id)))
          context.addIssue({ code: 'custom', path: [field], message })
      }) as typeof schema
    },
    initial: ({ row }: Model) => (row ? answersOf(spec.fields, row) : {}),
    view: ({ form, row }: Model, answers: Parameters<typeof ErrorSummary>[0]['form']) => (
      <Layout
        title={row ? `Change ${spec.one}` : spec.add}
        form={answers}
        before={<BackLink href={`/referrals/${form.referral.id}/${spec.section}`} />}
      >
        <ErrorSummary form={answers} />
        <PageHeading caption={form.child.name}>{row ? `Change ${spec.one}` : spec.add}</PageHeading>
        <Form warnUnsaved>
          {spec.fields.map(field => (
            <FieldInput field={field} form={answers} />
          ))}
          <Button preventDoubleClick>Save</Button>
        </Form>
      </Layout>
    ),
    submit: async (visit: Visit, { form, row }: Model, answers: Parameters<typeof saveRow>[3]) => {
      await saveRow(visit, form, kind, answers, row?.id)
      return `/referrals/${form.referral.id}/${spec.section}`
    },
  } as const
  return [
    formPage({
      ...edit,
      path: `${base}/add` as '/referrals/:referral',
      load: visit => opened(visit),
    }),
    formPage({
      ...edit,
      path: `${base}/:row` as '/referrals/:referral/:row',
      load: visit => opened(visit as never, visit.params.row),
    }),
    formPage({
      path: `${base}/:row/remove` as '/referrals/:referral/:row',
      permission: 'referral.write',
      load: visit => opened(visit as never, visit.params.row),
      discloses: disclosed,
      schema: z.object({}),
      view: ({ form, row }: Model) => (
        <Layout title={`Remove ${spec.one}`}>
          <PageHeading caption={form.child.name}>
            Remove “{row ? spec.nameOf(row) : ''}”?
          </PageHeading>
          <Form>
            <ButtonGroup>
              <Button variant="warning" preventDoubleClick>
                Remove
              </Button>
              <a class="govuk-link" href={`/referrals/${form.referral.id}/${spec.section}`}>
                Keep it
              </a>
            </ButtonGroup>
          </Form>
        </Layout>
      ),
      submit: async (visit, { form, row }) => {
        await removeRow(visit, form, kind, row?.id ?? '')
        return `/referrals/${form.referral.id}/${spec.section}`
      },
    }),
  ]
})
