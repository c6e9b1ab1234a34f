import { type Contradiction, contradictionsAbout } from './contradictions.ts'
import type { Level, Standing } from './finding.ts'
import type { Parameter } from './parameter.ts'
import { areas } from './registry.ts'
import type { Rule } from './rule.ts'
import type { Source } from './sources.ts'

/** A rule as plain data: what `rules list` prints and the API answers. */
export type RuleDescription = {
  readonly id: string
  readonly area: string
  readonly title: string
  readonly statement: string
  readonly binds: string
  readonly test: string
  readonly standing: Standing
  readonly basis: readonly Standing[]
  readonly levels: readonly Level[]
  readonly blocks: readonly string[]
  readonly subjects: readonly string[]
  readonly sources: readonly SourceDescription[]
  readonly parameters: readonly ParameterDescription[]
  readonly contradictions: readonly ContradictionDescription[]
  readonly checkedOn: string
  readonly carriedBy?: string
}

type SourceDescription = {
  readonly document: string
  readonly title: string
  readonly standing: Standing
  readonly place?: string
  readonly quote?: string
  readonly readAs?: string
}

type ParameterDescription = Omit<Parameter, 'versions'> & {
  readonly versions: readonly {
    readonly from: string
    readonly value: unknown
    readonly source: SourceDescription
    readonly why?: string
  }[]
}

type ContradictionDescription = Omit<Contradiction, 'readings'> & {
  readonly readings: readonly { readonly source: SourceDescription; readonly says: string }[]
}

/** Every rule of the rulebook, those without findings too. */
export const describeRules = (): RuleDescription[] =>
  areas.flatMap(area => area.rules.map(rule => describeRule(rule)))

export const describeRule = (rule: Rule): RuleDescription => ({
  id: rule.id,
  area: rule.area,
  title: rule.title,
  statement: rule.statement,
  binds: rule.binds,
  test: rule.test,
  standing: rule.basis[0],
  basis: rule.basis,
  levels: rule.levels,
  blocks: rule.blocks,
  subjects: rule.checks.map(({ subject }) => subject),
  sources: rule.sources.map(describeSource),
  parameters: rule.parameters.map(describeParameter),
  contradictions: contradictionsAbout(rule.id).map(contradiction => ({
    ...contradiction,
    readings: contradiction.readings.map(({ source, says }) => ({
      source: describeSource(source),
      says,
    })),
  })),
  checkedOn: rule.checkedOn,
  ...(rule.carriedBy === undefined ? {} : { carriedBy: rule.carriedBy }),
})

export const describeSource = ({ document, ...where }: Source): SourceDescription => ({
  document: document.id,
  title: document.title,
  standing: document.standing,
  ...where,
  ...(document.readAs === undefined ? {} : { readAs: document.readAs }),
})

export const describeParameter = ({ versions, ...parameter }: Parameter): ParameterDescription => ({
  ...parameter,
  versions: versions.map(({ source, ...version }) => ({
    ...version,
    source: describeSource(source),
  })),
})
