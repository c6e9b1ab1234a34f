import type { CaseFinding } from '#features/findings/index.ts'
import { fingerprintOf } from '#features/findings/index.ts'
import type { Level } from '#rules/finding.ts'

export const previewName = 'preview-parameter'

/** What a new value would do, as counts: whoever keeps the numbers need not see the cases. */
export interface Preview {
  /** The day for which it was worked out: today, or the day from which the value holds. */
  readonly asOf: string
  readonly cases: number
  readonly appear: readonly Count[]
  readonly change: readonly Count[]
  readonly vanish: readonly Count[]
}
export interface Count {
  readonly rule: string
  readonly level: Level
  readonly findings: number
}

/** Counts as they come in, batch by batch. */
export class PreviewCounts {
  readonly #groups = {
    appear: new Map<string, number>(),
    change: new Map<string, number>(),
    vanish: new Map<string, number>(),
  }
  #cases = 0

  add(cases: number, before: readonly CaseFinding[], after: readonly CaseFinding[]) {
    this.#cases += cases
    const [was, willBe] = [byPlace(before), byPlace(after)]
    for (const [place, finding] of willBe) {
      const old = was.get(place)
      if (!old) count(this.#groups.appear, finding)
      else if (fingerprintOf(old) !== fingerprintOf(finding)) count(this.#groups.change, finding)
    }
    for (const [place, finding] of was) if (!willBe.has(place)) count(this.#groups.vanish, finding)
  }

  preview(asOf: string): Preview {
    return {
      asOf,
      cases: this.#cases,
      appear: listed(this.#groups.appear),
      change: listed(this.#groups.change),
      vanish: listed(this.#groups.vanish),
    }
  }
}

/** The same finding before and after: of one rule about one subject at one level, stopping the same. Its words may differ. */
function byPlace(findings: readonly CaseFinding[]): Map<string, CaseFinding> {
  const places = new Map<string, CaseFinding>()
  for (const each of findings) {
    const { rule, subject, level, blocks } = each.finding
    const place = [each.referralId, rule, subject.type, subject.id, level, ...blocks].join(' ')
    let nth = 0
    while (places.has(`${place} ${nth}`)) nth += 1
    places.set(`${place} ${nth}`, each)
  }
  return places
}

function count(group: Map<string, number>, { finding: { rule, level } }: CaseFinding) {
  const key = `${rule} ${level}`
  group.set(key, (group.get(key) ?? 0) + 1)
}

const listed = (group: ReadonlyMap<string, number>): Count[] =>
  [...group]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, findings]) => {
      const [rule = '', level] = key.split(' ')
      return { rule, level: level as Level, findings }
    })
