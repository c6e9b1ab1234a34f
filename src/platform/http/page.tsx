import type { Hono } from 'hono'
import type { VNode } from 'preact'
import type { ZodType } from 'zod'
import type { Permission } from '#domain/permissions.ts'
import type { FormState } from '#govuk/form-state.ts'
import type { AuditEntry } from '../audit.ts'
import { answerForm } from './answer-form.tsx'
import { emptyForm, htmlResponse } from './respond.tsx'
import type { Environment, Site, Visit } from './visit.ts'
import { visiting } from './visiting.tsx'

/** What every page for people states, so that none can be forgotten. */
export interface PageTerms<Path extends string, Query, Model> {
  readonly path: Path
  readonly permission: Permission
  /** What opening this page tells the reader about a person. Each opening is remembered. */
  readonly discloses: 'nothing personal' | ((model: Model) => AuditEntry | readonly AuditEntry[])
  /** What may stand behind the question mark; anything else there is ignored, a wrong value is its default. */
  readonly query?: ZodType<Query>
  readonly load: (visit: Visit<Path, Query>) => Promise<Model>
}

export interface ReadPage<Path extends string, Query, Model> extends PageTerms<Path, Query, Model> {
  readonly view: (model: Model, visit: Visit<Path, Query>) => VNode
}

export interface FormPage<Path extends string, Query, Model, Input>
  extends PageTerms<Path, Query, Model> {
  /** What may be answered, in words the user sees when it is not; it may depend on what was loaded. */
  readonly schema: ZodType<Input> | ((model: Model) => ZodType<Input>)
  /** The answers that the form opens with. */
  readonly initial?: (model: Model) => FormState['values']
  /** The version of the record that the form changes; a form that saw an older one changes nothing. */
  readonly version?: (model: Model) => number
  readonly view: (model: Model, form: FormState, visit: Visit<Path, Query>) => VNode
  /** For the one form in which a protected address belongs; every other refuses it. */
  readonly mayHoldProtectedAddress?: boolean
  /**
   * Makes the change and says where to go next. What only the doing can tell (a wrong password) is said by field
   * instead; what was written until then stays written.
   */
  readonly submit: (
    visit: Visit<Path, Query>,
    model: Model,
    input: Input,
  ) => Promise<string | { readonly errors: FormState['errors'] }>
}

export interface Route {
  readonly path: string
  readonly method: 'GET' | 'POST' | 'GET and POST'
  readonly permission: Permission | 'anyone'
  readonly discloses: 'nothing personal' | 'a person’s record'
  mount(app: Hono<Environment>, site: Site): void
}

/** A page that is read. */
export const page = <Path extends string, Model, Query = unknown>(
  spec: ReadPage<Path, Query, Model>,
): Route => ({
  ...terms(spec, 'GET'),
  mount: (app, site) => {
    app.get(
      spec.path,
      visiting(site, spec, async (visit, c) => {
        const model = await spec.load(visit)
        disclose(spec, visit, model)
        return htmlResponse(c, site, spec.view(model, visit))
      }),
    )
  },
})

/** A page that asks, and is answered. */
export const formPage = <Path extends string, Model, Input, Query = unknown>(
  spec: FormPage<Path, Query, Model, Input>,
): Route => ({
  ...terms(spec, 'GET and POST'),
  mount(app, site) {
    app.get(
      spec.path,
      visiting(site, spec, async (visit, c) => {
        const model = await spec.load(visit)
        disclose(spec, visit, model)
        return htmlResponse(c, site, spec.view(model, emptyForm(spec.initial?.(model)), visit))
      }),
    )
    app.post(
      spec.path,
      visiting(site, spec, (visit, c) => answerForm(spec, visit, c, site)),
    )
  },
})

/** A button that changes something from another page: it is posted to, and never shown. */
export const action = <Path extends string, Model, Input>(
  spec: Omit<FormPage<Path, unknown, Model, Input>, 'view' | 'discloses'> & {
    /** Shown, with what is wrong, when the post was not in order. */
    readonly view?: FormPage<Path, unknown, Model, Input>['view']
  },
): Route => ({
  path: spec.path,
  method: 'POST',
  permission: spec.permission,
  discloses: 'nothing personal',
  mount(app, site) {
    app.post(
      spec.path,
      visiting(site, spec, (visit, c) =>
        answerForm({ ...spec, discloses: 'nothing personal' }, visit, c, site),
      ),
    )
  },
})

/** A file or feed made for this person: CSV, XLSX, ICS, an attachment. The same terms as a page. */
export const download = <Path extends string, Model, Query = unknown>(
  spec: PageTerms<Path, Query, Model> & {
    readonly body: (model: Model, visit: Visit<Path, Query>) => Promise<Response> | Response
  },
): Route => ({
  ...terms(spec, 'GET'),
  mount: (app, site) => {
    app.get(
      spec.path,
      visiting(site, spec, async visit => {
        const model = await spec.load(visit)
        disclose(spec, visit, model)
        return spec.body(model, visit)
      }),
    )
  },
})

const terms = <Path extends string, Query, Model>(
  spec: PageTerms<Path, Query, Model>,
  method: Route['method'],
) => ({
  path: spec.path,
  method,
  permission: spec.permission,
  discloses:
    spec.discloses === 'nothing personal' ? spec.discloses : ('a person’s record' as const),
})

function disclose<Path extends string, Query, Model>(
  { discloses }: PageTerms<Path, Query, Model>,
  visit: Visit<Path, Query>,
  model: Model,
) {
  if (discloses === 'nothing personal') return
  const entries = discloses(model)
  for (const entry of Array.isArray(entries) ? entries : [entries]) visit.audit(entry as AuditEntry)
}
