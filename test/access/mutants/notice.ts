import { type Deed, type Expected, setsDiffer } from '../oracle/writing.ts'
import type { Hand } from '../world/hand.ts'

/**
 * Does what anybody may do with a table differ from what is right? Whoever noticed a change of this table before is
 * asked first: a hundred changes of its policies are mostly noticed by the same few.
 */
export function noticing(hand: Hand) {
  const sharp = new Map<string, number[]>()
  const sharpAt = ({ table }: Expected, deed: Deed) => sharp.get(`${table} ${deed}`) ?? []

  async function differs(here: Expected, deed: Deed, asked: readonly number[]): Promise<boolean> {
    const { table, askers, candidates } = here
    if (asked.length === 0 || (deed === 'change' && !hand.canChange(table))) return false
    const who = await (deed === 'add' ? whoAdds() : whoElse(deed))
    if (who === undefined) return false
    sharp.set(`${table} ${deed}`, [...new Set([who, ...sharpAt(here, deed)])].slice(0, 8))
    return true

    async function whoAdds() {
      const all = askers.map(({ asker }) => asker)
      const [wrong] = await hand.add(all, table, candidates, { first: true, order: asked })
      return wrong && all.indexOf(wrong.asker)
    }
    async function whoElse(other: Exclude<Deed, 'add'>) {
      for (let from = 0; from < asked.length; from += 8) {
        const some = asked.slice(from, from + 8).flatMap(at => askers[at] ?? [])
        const reached = await hand[other](
          some.map(({ asker }) => asker),
          table,
        )
        const found = some.findIndex(
          (each, at) => setsDiffer('', reached[at] ?? 'no answer', each[other]).length > 0,
        )
        if (found >= 0) return asked[from + found]
      }
      return undefined
    }
  }

  return {
    /** Do those notice it who noticed others? */
    byTheSharp: async (here: Expected, deeds: readonly Deed[]) => {
      for (const deed of deeds) if (await differs(here, deed, sharpAt(here, deed))) return true
      return false
    },
    byAnybodyElse: async (here: Expected, deeds: readonly Deed[]) => {
      for (const deed of deeds) {
        const asked = sharpAt(here, deed)
        const others = [...here.askers.keys()].filter(at => !asked.includes(at))
        if (await differs(here, deed, others)) return true
      }
      return false
    },
  }
}
