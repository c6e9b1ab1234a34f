import type { IsoDate } from '#domain/dates.ts'
import { appendixTwo } from '../data/documents.ts'
import type { Evidence, Id, Provider } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'
import { blanksOfRecord, missingProcedures } from './complete-documents.ts'

/** The day on which each document was first seen by one commissioner. */
export type FirstSeen = ReadonlyMap<string, IsoDate>

/** One upload serves every commissioner, and each looks for itself: the sightings of others do not count. */
export const firstSeenBy = (provider: Id, commissioner: Id, world: World): FirstSeen =>
  sightingsAt(provider, world).get(commissioner) ?? new Map()

/** Nothing of Appendix 2 may be left out, but the certificate of an employer where nobody is employed. */
export const isNotApplicable = (
  document: string,
  provider: Provider | undefined,
  world: World,
): boolean =>
  document === 'DOC-01' &&
  provider?.employsAnyone === false &&
  world.happened(provider.noEmployeesDeclarationDate) !== undefined

/** Documents seen by today, or not applicable. */
export const seenCount = (provider: Provider, commissioner: Id, world: World): number => {
  const seen = firstSeenBy(provider.id, commissioner, world)
  return appendixTwo.filter(({ id }) => seen.has(id) || isNotApplicable(id, provider, world)).length
}

const sightingsAt = oncePerWorld((provider: Id, world: World) => {
  const evidence = world.provider(provider)?.evidence ?? []
  const commissioners = new Map<Id, Map<string, IsoDate>>()
  for (const item of evidence.filter(({ document }) => countsAsSeen(document, evidence)))
    for (const { commissioner, date, seen } of item.sightings ?? []) {
      const day = world.happened(date)
      if (!seen || day === undefined) continue
      const documents = commissioners.get(commissioner) ?? new Map<string, IsoDate>()
      const known = documents.get(item.document)
      if (known === undefined || day < known) documents.set(item.document, day)
      commissioners.set(commissioner, documents)
    }
  return commissioners
})

/** A single central record without its numbers, or procedures that are not all there, are not seen, whoever looked. */
function countsAsSeen(document: string, evidence: readonly Evidence[]): boolean {
  if (document === 'DOC-08') return blanksOfRecord(evidence).length === 0
  if (document === 'DOC-13') return missingProcedures(evidence).length === 0
  return true
}
