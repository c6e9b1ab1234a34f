import type { Hono } from 'hono'
import type { VNode } from 'preact'
import type { ZodType } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import type { FormState } from '#govuk/form-state.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import { check } from '../forms.ts'
import { csrfMatches } from '../sessions.ts'
import { answersOf, refuseUnexpected } from './answers.ts'
import type { Route } from './page.tsx'
import { limitVisitors, type RateClass } from './rate-limit.ts'
import { BadRequest, emptyForm, htmlResponse } from './respond.tsx'
import type { Environment, Http, Site } from './visit.ts'
import { visitingSignedOut } from './visiting-signed-out.ts'
import type { Visitor } from './visitor.ts'
import { visitorCookie, visitorMatches } from './visitor-token.ts'

/** What a page states that is there for people who are not signed in. */
export interface PublicTerms<Path extends string, Query, Model> {
  readonly path: Path
  readonly permission: 'anyone'
  readonly discloses: 'nothing personal'
  readonly rate: RateClass
  readonly query?: ZodType<Query>
  readonly load: (visitor: Visitor<Path, Query>) => Promise<Model>
}

export interface PublicForm<Path extends string, Query, Model, Input>
  extends PublicTerms<Path, Query, Model> {
  readonly schema: ZodType<Input> | ((model: Model) => ZodType<Input>)
  /** A post that plain scripts send too; a browser still says whether it comes from a page of ours. */
  readonly token?: 'not needed'
  readonly initial?: (model: Model) => FormState['values']
  /** Without it the form can only be posted to, from another page. */
  readonly view?: (model: Model, form: FormState, visitor: Visitor<Path, Query>) => VNode
  /** Where to go next; or what is wrong with the answers, by field. */
  readonly submit: (
    visitor: Visitor<Path, Query>,
    model: Model,
    input: Input,
  ) => Promise<string | { readonly errors: FormState['errors'] }>
}

/** A page that anybody may read; `load` may send the reader elsewhere by returning a path. */
export const publicPage = <Path extends string, Model, Query = unknown>(
  spec: PublicTerms<Path, Query, Model> & {
    readonly view: (model: Model, visitor: Visitor<Path, Query>) => VNode
  },
): Route => ({
  ...terms(spec, 'GET'),
  mount(app, site) {
    app.get(
      spec.path,
      visitingSignedOut(site, spec, async (visitor, c) => {
        await limitVisitors(spec.rate, visitor.address, 'GET', c, site)
        return htmlResponse(c, site, spec.view(await spec.load(visitor), visitor))
      }),
    )
  },
})

/** Data or a file that anybody may have. */
export const publicDownload = <Path extends string, Model, Query = unknown>(
  spec: PublicTerms<Path, Query, Model> & { readonly body: (model: Model) => Response },
): Route => ({
  ...terms(spec, 'GET'),
  mount(app, site) {
    app.get(
      spec.path,
      visitingSignedOut(site, spec, async (visitor, c) => {
        await limitVisitors(spec.rate, visitor.address, 'GET', c, site)
        return spec.body(await spec.load(visitor))
      }),
    )
  },
})

/** A form that anybody may fill in: signing in, and what leads to it. */
export const publicForm = <Path extends string, Model, Input, Query = unknown>(
  spec: PublicForm<Path, Query, Model, Input>,
): Route => ({
  ...terms(spec, spec.view ? 'GET and POST' : 'POST'),
  mount(app, site) {
    if (spec.view) mountShown(app, site, spec, spec.view)
    app.post(
      spec.path,
      visitingSignedOut(site, spec, async (visitor, c) => {
        await limitVisitors(spec.rate, visitor.address, 'POST', c, site)
        return answerPublicForm(spec, visitor, c, site)
      }),
    )
  },
})

function mountShown<Path extends string, Query, Model, Input>(
  app: Hono<Environment>,
  site: Site,
  spec: PublicForm<Path, Query, Model, Input>,
  view: NonNullable<PublicForm<Path, Query, Model, Input>['view']>,
) {
  app.get(
    spec.path,
    visitingSignedOut(site, spec, async (visitor, c) => {
      await limitVisitors(spec.rate, visitor.address, 'GET', c, site)
      const model = await spec.load(visitor)
      return htmlResponse(c, site, view(model, emptyForm(spec.initial?.(model)), visitor))
    }),
  )
}

async function answerPublicForm<Path extends string, Query, Model, Input>(
  spec: PublicForm<Path, Query, Model, Input>,
  visitor: Visitor<Path, Query>,
  c: Http,
  site: Site,
): Promise<Response> {
  const posted = await answersOf(c)
  const token = posted[hiddenFields.csrf]
  const genuine =
    spec.token === 'not needed' ||
    (visitor.me && csrfMatches(visitor.me, token) === 'genuine') ||
    visitorMatches(site, visitor.cookie(visitorCookie), token)
  if (!genuine)
    throw new BadRequest(
      403,
      'This form was not shown to you in this session. Go back, reload the page and send it again.',
    )
  const model = await spec.load(visitor)
  const schema = typeof spec.schema === 'function' ? spec.schema(model) : spec.schema
  refuseUnexpected(schema, posted)
  const { [hiddenFields.csrf]: _token, [hiddenFields.key]: _key, ...answers } = posted
  const again = (errors: FormState['errors']) => {
    if (!spec.view) throw new Refusal(Object.values(errors)[0])
    return htmlResponse(c, site, spec.view(model, { values: answers, errors }, visitor), 422)
  }
  const checked = check(schema, answers)
  if (!checked.ok) return again(checked.form.errors)
  const to = await spec.submit(visitor, model, checked.input)
  return typeof to === 'string' ? c.redirect(to, 303) : again(to.errors)
}

const terms = <Path extends string, Query, Model>(
  { path, permission, discloses }: PublicTerms<Path, Query, Model>,
  method: Route['method'],
) => ({ path, permission, discloses, method })
