import type { ZodType } from 'zod'
import { type Answers, unexpectedFields } from '../forms.ts'
import { BadRequest } from './respond.tsx'
import type { Http } from './visit.ts'

/** Everything posted, as text. A repeated name becomes a list; files do not come this way. */
export async function answersOf(c: Http): Promise<Answers> {
  const body = await c.req.parseBody({ all: true })
  const answers: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    const list = (Array.isArray(value) ? value : [value]).filter(each => typeof each === 'string')
    if (list.some(each => each.includes('\0')))
      throw new BadRequest(400, 'The form held a character that cannot be stored')
    answers[name] = list.length === 1 ? (list[0] ?? '') : list
  }
  return { ...answers }
}

/** Names that the form does not have are refused, not ignored: somebody is trying something. */
export function refuseUnexpected(schema: ZodType, posted: Answers) {
  const unexpected = unexpectedFields(schema, posted)
  if (unexpected.length > 0)
    throw new BadRequest(400, 'The form held a field that it does not have', unexpected)
}
