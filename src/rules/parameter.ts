import type { IsoDate } from '#domain/dates.ts'
import type { Standing } from './finding.ts'
import type { Source } from './sources.ts'

/** A value and the day from which it holds. Values are added, never edited, so that old findings can be reproduced. */
export type Version<T> = {
  readonly from: IsoDate
  readonly value: T
  readonly source: Source
  readonly why?: string
}

/** A number, word or switch that a rule reads, with every value it has had. */
export type Parameter<T = unknown> = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly standing: Standing
  readonly scope: 'national' | 'local'
  /** The only words it can be, for a parameter that is one of a few. */
  readonly choices?: readonly T[]
  readonly versions: readonly [Version<T>, ...Version<T>[]]
}

/** Versions that this authority has added, by the parameter's id. */
export type ParameterVersions = Readonly<Record<string, readonly Version<unknown>[]>>

/** A version that was read on the way to a finding. */
export type Reading = {
  readonly parameter: string
  readonly name: string
  readonly value: unknown
  readonly inForceFrom: IsoDate
  readonly source: Source
}

/** What a rule reads its numbers through: it notes every version read, so that no citation is forgotten or invented. */
export type Law = {
  readonly value: <T>(parameter: Parameter<T>, on: IsoDate) => T
  /** The day from which that value holds. */
  readonly since: (parameter: Parameter, on: IsoDate) => IsoDate
}

export type NotingLaw = Law & {
  readonly readings: () => readonly Reading[]
  readonly forget: () => void
}

export function lawWith(added?: ParameterVersions): Law
export function lawWith(added: ParameterVersions | undefined, noting: 'noting'): NotingLaw
export function lawWith(added: ParameterVersions = {}, noting?: 'noting'): NotingLaw {
  const known = new Map<Parameter, readonly Version<unknown>[]>()
  const noted = new Map<Version<unknown>, Parameter>()
  const versionsOf = (parameter: Parameter) => {
    const cached = known.get(parameter)
    if (cached) return cached
    // Sorting is stable: of two versions from the same day the one added later counts.
    const all = [...parameter.versions, ...(added[parameter.id] ?? [])]
    all.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    known.set(parameter, all)
    return all
  }
  const versionOn = (parameter: Parameter, on: IsoDate) =>
    versionsOf(parameter).findLast(v => v.from <= on) ?? parameter.versions[0]
  return {
    value<T>(parameter: Parameter<T>, on: IsoDate): T {
      // A day before the first value that we know is judged by that first value, and the finding shows since when it holds.
      const version = versionOn(parameter, on)
      if (noting) noted.set(version, parameter)
      // An added version has been checked against the type of the shipped ones before it was stored.
      return version.value as T
    },
    since: (parameter, on) => versionOn(parameter, on).from,
    readings: () =>
      [...noted].map(([version, { id, name }]) => ({
        parameter: id,
        name,
        value: version.value,
        inForceFrom: version.from,
        source: version.source,
      })),
    forget: () => noted.clear(),
  }
}
