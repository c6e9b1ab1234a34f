import type { VNode } from 'preact'
import type { ZodType } from 'zod'
import type { Permission } from '#domain/permissions.ts'
import { Button, Form, type FormState, TwoThirds } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Doer, Visit } from '#platform/http/visit.ts'
import { VisitFrame, visitHref } from '../frame.tsx'
import type { VisitRow } from '../visit.query.ts'

export type Asked = Pick<Visit, 'tx' | 'me' | 'today'> & {
  readonly params: { readonly visit: string }
}

/** A step that a report takes: one question at most, one button, and back to the visit. */
export const stepPage = <Input, Row extends VisitRow & { readonly missing?: readonly string[] }>({
  name,
  permission,
  title,
  load,
  schema,
  body,
  button,
  done,
  work,
}: {
  name: string
  permission: Permission
  title: string
  load: (visit: Asked) => Promise<Row>
  schema: ZodType<Input> | ((visit: Row) => ZodType<Input>)
  body: (visit: Row, form: FormState) => VNode
  button: string
  done: string
  work: (doer: Doer, row: VisitRow, input: Input) => Promise<void>
}) =>
  formPage({
    path: `/visits/:visit/${name}` as '/visits/:visit/submit',
    permission,
    discloses: 'nothing personal',
    load,
    schema,
    version: ({ version }) => version,
    view: (row, form) => (
      <VisitFrame visit={row} title={title} form={form}>
        <TwoThirds>
          <Form version={row.version}>
            {body(row, form)}
            {!row.missing?.length && <Button preventDoubleClick>{button}</Button>}
          </Form>
        </TwoThirds>
      </VisitFrame>
    ),
    async submit(visit, row, input) {
      await work(visit, row, input)
      visit.flash(done)
      return visitHref(row)
    },
  })
