import type { ZodType } from 'zod'
import { isId } from '#domain/ids.ts'
import type { Permission } from '#domain/permissions.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import { check } from '../forms.ts'
import { protectedAnswers } from '../protected-guard.ts'
import { csrfMatches, type Me } from '../sessions.ts'
import { answersOf } from './answers.ts'
import type { Route } from './page.tsx'
import type { Http, Site, Visit } from './visit.ts'
import { visiting } from './visiting.tsx'

/**
 * Takes what a page’s script sends by itself, such as what was kept on a device without a signal. It is held to the rules
 * of a form (token, key, fields, protected addresses), and answers in JSON, because nobody looks at the answer.
 */
export const entryRoute = <Path extends string, Model, Input>(spec: {
  readonly path: Path
  readonly permission: Permission
  readonly load: (visit: Visit<Path>) => Promise<Model>
  readonly schema: ZodType<Input>
  /** Writes it once, however often its key arrives. `received: false` undoes nothing and is told as a conflict. */
  readonly receive: (
    visit: Visit<Path>,
    model: Model,
    key: string,
    input: Input,
  ) => Promise<{ readonly received: boolean }>
}): Route => ({
  path: spec.path,
  method: 'POST',
  permission: spec.permission,
  discloses: 'nothing personal',
  mount(app, site) {
    app.post(spec.path, async c => {
      // A session that ended, or an organisation that was changed, keeps what waits on the device.
      const token = (await answersOf(c))[hiddenFields.csrf]
      if (csrfMatches(c.get('me') ?? nobody, token) !== 'genuine') return signInAgain(c)
      try {
        const answer = await visiting(site, spec, visit => receive(spec, visit, c, site))(c)
        return answer.status === 303 || answer.status === 302 ? signInAgain(c) : answer
      } catch (error) {
        if (error instanceof NotFound)
          return c.json({ problem: 'This is not there any more, or not yours to change' }, 404)
        if (error instanceof Refusal) return c.json({ problem: error.message }, 422)
        throw error
      }
    })
  },
})

async function receive<Path extends string, Model, Input>(
  spec: Parameters<typeof entryRoute<Path, Model, Input>>[0],
  visit: Visit<Path>,
  c: Http,
  site: Site,
): Promise<Response> {
  const { [hiddenFields.csrf]: _token, [hiddenFields.key]: key, ...answers } = await answersOf(c)
  if (typeof key !== 'string' || !isId(key))
    return c.json({ problem: 'It came without its key' }, 422)
  const model = await spec.load(visit)
  const checked = check(spec.schema, answers)
  if (!checked.ok) return c.json({ problem: Object.values(checked.form.errors).join('. ') }, 422)
  const guarded = await protectedAnswers(visit.tx, site.secret, answers)
  const [guardedField] = Object.values(guarded)
  if (guardedField) return c.json({ problem: guardedField }, 422)
  const answer = await spec.receive(visit, model, key, checked.input)
  return c.json(answer, answer.received ? 200 : 409)
}

const nobody = {
  csrfSecret: Buffer.alloc(32),
  sessionId: '' as Me['sessionId'],
  membershipId: undefined,
}

const signInAgain = (c: Http) => c.json({ signIn: true }, 401)
