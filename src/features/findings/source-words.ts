import type { Source } from '#rules/sources.ts'

/** “The Co-ordinators’ FAQ, line 188”: where a sentence comes from. */
export const placeWords = ({ document, place }: Source): string =>
  place ? `${document.title}, ${/^\d+$/.test(place) ? `line ${place}` : place}` : document.title
