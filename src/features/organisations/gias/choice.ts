import { z } from 'zod'
import { authorityWithNumber, localAuthorities } from '#domain/codes/local-authority.ts'
import type { Tx } from '#platform/database/database.ts'
import { authoritySetting } from '../settings/authority.query.ts'
import type { Choice } from './compare.ts'
import { authoritiesInFile } from './comparison.query.ts'
import { type SchoolKind, schoolKindKeys } from './school-kind.ts'

/** Ticked boxes, or several words typed into one field. */
const list = z
  .union([z.string().max(2000), z.array(z.string().max(20)).max(200)])
  .optional()
  .catch(undefined)
  .transform(answer => (answer === undefined ? [] : [answer].flat()))
  .transform(answers => answers.flatMap(each => each.split(/[\s,;]+/)).filter(Boolean))

/** Which schools to take, as the address of the preview says it. */
export const ChoiceQuery = z.object({ authority: list, kind: list })
export type ChoiceQuery = z.infer<typeof ChoiceQuery>

export interface Chooser {
  readonly choice: Choice
  readonly authorities: readonly { number: string; name: string; schools: number }[]
}

/** The choice that was made; to begin with, our own authority's secondary schools. */
export async function chooserFor(tx: Tx, importId: string, query: ChoiceQuery): Promise<Chooser> {
  const [setting, present] = await Promise.all([
    authoritySetting(tx),
    authoritiesInFile(tx, importId),
  ])
  const own = setting.number ?? localAuthorities.find(setting.key ?? '')?.number
  const asked = query.authority.length > 0 || query.kind.length > 0
  const kinds = query.kind.filter((kind): kind is SchoolKind =>
    schoolKindKeys.includes(kind as SchoolKind),
  )
  return {
    choice: asked
      ? { authorities: query.authority.filter(number => /^\d{3}$/.test(number)), kinds }
      : { authorities: own ? [own] : [], kinds: ['secondary'] },
    authorities: present.map(({ authority_number: number, schools }) => ({
      number,
      name: authorityWithNumber(number)?.name ?? `Authority ${number}`,
      schools: Number(schools),
    })),
  }
}
