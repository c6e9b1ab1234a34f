import { jsonRoute, problem } from '#platform/http/json-route.ts'
import { spendMore } from '#platform/http/rate-limit.ts'
import type { Http } from '#platform/http/visit.ts'
import { evaluateText } from '#rules/command.ts'
import { describeRules } from '#rules/describe.ts'
import { openApi } from './open-api.ts'

/** As large as a facts document may be that is posted. */
export const largestDocument = 5 * 1024 * 1024

/** The same document and the same answer as `rules evaluate` on the command line. Nothing of it is kept. */
export const evaluationsApi = jsonRoute({
  path: '/api/v1/rules/evaluations',
  method: 'POST',
  permission: 'rule.read',
  answer: async (c, _me, site) => {
    if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? ''))
      return { status: 415, body: problem('Post a facts document as application/json') }
    const text = await textUpTo(c, largestDocument)
    if (text === undefined)
      return { status: 413, body: problem('A facts document has at most 5 MB') }
    // Judging takes the one core that everybody shares: two of the largest documents a minute, or many small ones.
    await spendMore(c, site, Math.ceil(text.length / 20_000))
    const answer = evaluateText(text)
    return 'error' in answer ? { status: 422, body: answer } : { body: answer }
  },
})

/** Every rule with its sources, parameters and disagreements: what `rules list --json` prints. */
export const rulesApi = jsonRoute({
  path: '/api/v1/rules',
  method: 'GET',
  permission: 'rule.read',
  answer: () => ({ body: describeRules() }),
})

export const openApiRoute = jsonRoute({
  path: '/api/v1/openapi.json',
  method: 'GET',
  permission: 'anyone',
  answer: () => ({ body: openApi() }),
})

/** The body as text, given up as soon as it is too large, whatever its headers promised. */
async function textUpTo(c: Http, most: number): Promise<string | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > most) return undefined
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.body ?? []) {
    size += part.byteLength
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
