import type { IsoDate } from '#domain/dates.ts'
import type { Provider } from '../facts.ts'
import type { World } from '../world.ts'

/** The day of the latest LEBC audit of the provider, up to today. */
export function latestAudit(provider: Provider | undefined, world: World): IsoDate | undefined {
  const days = (provider?.audits ?? []).flatMap(({ date }) => world.happened(date) ?? [])
  return days.reduce<IsoDate | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)
}
