import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Law } from '#rules/parameter.ts'
import { reviewLookBack } from '#rules/parameters/off-site-direction.ts'

export interface RequestWorking {
  /** Whether the school must hold a review: regulation 4A, rule OSD-05. */
  readonly duty: boolean
  /** Held after it was asked for. */
  readonly heldOn: IsoDate | undefined
  readonly lines: readonly string[]
}

/**
 * The ten-week rule: a review that was held on one of the days from 70 days before the request up to it answers the
 * request. The day itself and the seventieth day count as within.
 */
export function requestWorking(
  askedOn: IsoDate,
  held: readonly IsoDate[],
  law: Law,
): RequestWorking {
  const days = law.value(reviewLookBack, askedOn)
  const from = addDays(askedOn, -days)
  const before = held.filter(day => day <= askedOn).sort()
  const last = before.at(-1)
  const duty = last === undefined || last < from
  const heldOn = [...held].sort().find(day => day > askedOn)
  return {
    duty,
    heldOn: duty ? heldOn : undefined,
    lines: [
      `Asked for on ${dayInWords(askedOn)}.`,
      `${days} days before is ${dayInWords(from)}. A review held on that day or later, up to the request, is enough.`,
      last === undefined
        ? 'No review had been held.'
        : `The last review was on ${dayInWords(last)}, ${daysBetween(last, askedOn)} days before the request: ${duty ? 'too long ago' : 'within the ten weeks'}.`,
      duty
        ? heldOn
          ? `So a review had to be held, and was, on ${dayInWords(heldOn)}.`
          : 'So a review has to be held, as soon as you reasonably can.'
        : 'So the law asks for no review. The school may hold one all the same.',
    ],
  }
}
