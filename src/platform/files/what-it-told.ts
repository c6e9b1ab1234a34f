/** What was found while a picture streamed through, and what was left out of it. */
export interface WhatItTold {
  /** Where it was made. */
  place: boolean
  /** Anything else about itself: when, with what, by whom, small copies of it. */
  itself: boolean
  /** How many bytes were not the picture. */
  beside: number
  problem: PictureProblem | undefined
}
export type PictureProblem = 'damaged' | 'too large' | 'says too much' | 'moves'

export const nothingTold = (): WhatItTold => ({
  place: false,
  itself: false,
  beside: 0,
  problem: undefined,
})

const mostPixels = 100_000_000
// What the largest phones say beside a picture (maps of depth, small copies) stays below.
const mostBeside = 10 * 1024 * 1024

/** A picture that says it is larger than any camera makes fills the memory of whoever opens it (FI-03). */
export function noteSize(told: WhatItTold, width: number, height: number): void {
  if (width === 0 || height === 0) told.problem = 'damaged'
  else if (width * height > mostPixels) told.problem = 'too large'
}

/** Left out: so many bytes of a part that began like this. */
export function noteBeside(told: WhatItTold, length: number, begins: Buffer): void {
  told.beside += length
  if (told.beside > mostBeside) told.problem = 'says too much'
  const text = begins.toString('latin1')
  if (onlyTechnical.test(text)) return
  told.itself = true
  told.place ||= saysPlace(text)
}

/** How colours and points are meant says nothing of a place, a time or a person. */
const onlyTechnical = /^(JFIF|JFXX|ICC_PROFILE|iCCP|pHYs|sBIT|bKGD|hIST|MPF)/
// In the words of XMP and PNG; the records of IPTC for city, part of it, province and country.
const placeWords = [
  'GPS',
  'Location',
  ...['Z', '\\', '_', 'e'].map(record => `\u001c\u0002${record}`),
]
const saysPlace = (text: string) => placeWords.some(words => text.includes(words))
