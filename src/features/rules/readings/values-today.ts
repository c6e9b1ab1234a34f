import type { IsoDate } from '#domain/dates.ts'
import { lawWith, type ParameterVersions } from '#rules/parameter.ts'
import { parameterCalled } from '#rules/parameters.ts'

/** What a number of the rules is on a day, with the values that this authority has added. */
export function valuesOn(day: IsoDate, added: ParameterVersions): (parameter: string) => unknown {
  const law = lawWith(added)
  return id => {
    const parameter = parameterCalled(id)
    return parameter && law.value(parameter, day)
  }
}
