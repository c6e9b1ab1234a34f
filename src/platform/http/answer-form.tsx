import { createHash } from 'node:crypto'
import { isId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { FormState } from '#govuk/form-state.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import type { AuditEntry } from '../audit.ts'
import { type Answers, check } from '../forms.ts'
import { protectedAnswers } from '../protected-guard.ts'
import { csrfMatches, type Me } from '../sessions.ts'
import { answersOf, refuseUnexpected } from './answers.ts'
import type { FormPage } from './page.tsx'
import { BadRequest, htmlResponse } from './respond.tsx'
import type { Http, Site, Visit } from './visit.ts'

type Spec<Path extends string, Query, Model, Input> = Omit<
  FormPage<Path, Query, Model, Input>,
  'view'
> & {
  readonly view?: FormPage<Path, Query, Model, Input>['view']
}

/** A posted form: genuine, not seen before, complete, and about the record as it stands; then the change is made. */
export async function answerForm<Path extends string, Query, Model, Input>(
  spec: Spec<Path, Query, Model, Input>,
  visit: Visit<Path, Query>,
  c: Http,
  site: Site,
): Promise<Response> {
  const posted = await answersOf(c)
  refuseForged(visit.me, posted[hiddenFields.csrf])
  const earlier = await firstAnswer(visit, spec.path, posted)
  if (earlier) return c.redirect(earlier, 303)

  const model = await spec.load(visit)
  const schema = typeof spec.schema === 'function' ? spec.schema(model) : spec.schema
  refuseUnexpected(schema, posted)
  const {
    [hiddenFields.csrf]: _token,
    [hiddenFields.key]: _key,
    [hiddenFields.version]: version,
    ...answers
  } = posted
  const again = async (form: FormState, status: 409 | 422) => {
    // Nothing was done under this key, so a second click of the same form is judged like the first.
    await visit.tx
      .deleteFrom('form_key')
      .where('key', '=', String(posted[hiddenFields.key]))
      .execute()
    if (!spec.view)
      throw new Refusal(Object.values(form.errors)[0] ?? 'This has changed since you opened it')
    return htmlResponse(c, site, spec.view(model, form, visit), status)
  }
  if (spec.version && String(spec.version(model)) !== version)
    return again(stale(answers, spec.initial?.(model)), 409)
  const checked = check(schema, answers)
  if (!checked.ok) return again(checked.form, 422)
  if (!spec.mayHoldProtectedAddress) {
    const errors = await protectedAnswers(visit.tx, site.secret, answers)
    if (Object.keys(errors).length > 0) {
      visit.audit(protectedRefused(spec.path, errors))
      return again({ values: answers, errors }, 422)
    }
  }

  const to = await spec.submit(visit, model, checked.input)
  if (typeof to !== 'string') return again({ values: answers, errors: to.errors }, 422)
  await rememberAnswer(visit, posted, to)
  return c.redirect(to, 303)
}

const protectedRefused = (path: string, errors: FormState['errors']): AuditEntry => ({
  event: 'form.protected-address-refused',
  subjectKind: 'route',
  outcome: 'refused',
  detail: { path, fields: Object.keys(errors) },
})

function refuseForged(me: Me, token: unknown) {
  const found = csrfMatches(me, token)
  if (found === 'other hat')
    throw new Refusal(
      `You changed organisation after you opened that form, and now act for ${me.organisationName || 'no organisation'}. Switch back to send it, or open it again.`,
    )
  if (found === 'forged')
    throw new BadRequest(
      403,
      'This form was not shown to you in this session. Go back, reload the page and send it again.',
    )
}

/** The form as the user filled it, with what is saved now beside it, so that nothing anybody wrote is lost. */
function stale(values: FormState['values'], saved: FormState['values'] = {}): FormState {
  const differs = Object.entries(saved).filter(
    ([name, value]) => String(value ?? '') !== String(values[name] ?? ''),
  )
  return {
    values,
    errors: {},
    stale: { saved: Object.fromEntries(differs) },
  }
}

const bodyHash = (posted: Answers) => {
  const { [hiddenFields.key]: _key, ...rest } = posted
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(rest).sort()))
    .digest()
}

/**
 * Claims the form's one-time key. A second post waits here for the first to end, and is then sent where that one went;
 * the same key with other answers is refused, because one of the two would be lost.
 */
async function firstAnswer(
  { tx, me }: Visit<string, never> | Visit,
  route: string,
  posted: Answers,
) {
  const key = posted[hiddenFields.key]
  if (typeof key !== 'string' || !isId(key))
    throw new BadRequest(400, 'The form came without its key. Reload the page and send it again.')
  const claimed = await tx
    .insertInto('form_key')
    .values({ key, user_id: me.userId, route, body_hash: bodyHash(posted) })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await tx
    .selectFrom('form_key')
    .select(['went_to', 'body_hash', 'route'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (earlier?.route === route && earlier.went_to && earlier.body_hash.equals(bodyHash(posted)))
    return earlier.went_to
  throw new Refusal(
    'This form was sent already, with other answers. Go back, reload the page to see what was saved, and send it again.',
  )
}

async function rememberAnswer({ tx }: Pick<Visit, 'tx'>, posted: Answers, to: string) {
  await tx
    .updateTable('form_key')
    .set({ went_to: to })
    .where('key', '=', String(posted[hiddenFields.key]))
    .execute()
}
