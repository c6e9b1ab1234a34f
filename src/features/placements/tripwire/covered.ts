import { z } from 'zod'
import { type Finding, levels, passing } from '#rules/finding.ts'

/** A finding with its working: what a head took upon themselves, or what is found now. */
export type Weighed = Pick<Finding, 'level'> &
  Partial<Pick<Finding, 'values' | 'amounts'>> & { readonly rule: string }

/** What was found when an override was given, as it was kept. */
export const Overridden = z.array(
  z.object({
    rule: z.string(),
    level: z.enum(levels),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
    amounts: z.record(z.string(), z.number()).exactOptional(),
  }),
)

/**
 * Does an override hold for what is found now? It was given for what was known then. The same working is covered, and so
 * is less of it; once the facts are worse, the rule speaks again.
 */
export const isCovered = (now: Weighed, given: readonly Weighed[]): boolean =>
  given.some(then => then.rule === now.rule && isNoWorse(now, then))

function isNoWorse(now: Weighed, then: Weighed): boolean {
  if (levels.indexOf(now.level) > levels.indexOf(then.level)) return false
  const before = then.values ?? {}
  return (
    Object.entries(now.values ?? {}).every(([name, value]) => {
      const was = before[name]
      if (passing.has(name)) return true
      return typeof value === 'number' && typeof was === 'number' ? value <= was : value === was
    }) && Object.entries(now.amounts ?? {}).every(([name, pence]) => then.amounts?.[name] === pence)
  )
}
