import type { Source, SourceDocument } from '#rules/sources.ts'

/** “The Co-ordinators’ FAQ, line 188”: where a sentence comes from. */
export const placeWords = ({ document, place }: Source): string =>
  place ? `${document.title}, ${/^\d+$/.test(place) ? `line ${place}` : place}` : document.title

/** Where a document can be read, if its address is one that a browser understands; some are only words about it. */
export function linkTo({ address }: Pick<SourceDocument, 'address'>): string | undefined {
  if (!address) return undefined
  if (/^https?:\/\/\S+$/.test(address)) return address
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/.test(address) && !/[;,]/.test(address)
    ? `https://${address}`
    : undefined
}
