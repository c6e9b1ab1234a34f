import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { ruleCalled } from '#rules/registry.ts'
import { supersededSources } from './superseded-sources.ts'

/** Why an article wants its owner’s eye, in sentences; none when it is in order. */
export function flagsOf(
  article: {
    readonly reviewOn: IsoDate
    readonly changedOn: IsoDate
    readonly sources: readonly string[]
    readonly rules: readonly string[]
  },
  added: ParameterVersions,
  today: IsoDate,
): string[] {
  return [
    ...(article.reviewOn < today
      ? [`It was to be reviewed by ${dayInWords(article.reviewOn)}.`]
      : []),
    ...article.sources.flatMap(id => {
      const old = supersededSources[id]
      return old ? [`It cites “${old.title}”, replaced by “${old.by}”.`] : []
    }),
    ...article.rules.flatMap(id => {
      const rule = ruleCalled(id)
      if (!rule) return [`It cites rule ${id}, which no longer exists.`]
      const changed = rule.parameters.find(({ id: parameter }) =>
        added[parameter]?.some(({ from }) => from > article.changedOn && from <= today),
      )
      return changed ? [`A number of rule ${id} has changed since: ${changed.name}.`] : []
    }),
  ]
}
