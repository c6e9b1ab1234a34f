import type { Importer } from '../importer.ts'
import { judgeChildren } from './judge.ts'
import { knownTo } from './known.query.ts'
import { writeChildren } from './write.ts'

export const childrenImporter: Importer = {
  async judge(doer, rows, matching) {
    const header = matching.columns['postcode']
    const known = await knownTo(
      doer,
      header ? rows.flatMap(({ cells }) => cells[header] ?? []) : [],
    )
    return { judged: judgeChildren(doer, rows, matching, known), known: known.onRoll }
  },
  write: writeChildren,
}
