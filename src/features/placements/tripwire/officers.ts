import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { standingOf } from '#features/providers/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** What the officers decided about a provider, where it bears on a new placement there. */
export interface Officers {
  readonly providerId: string
  readonly message: string
  /** A pause or an end needs a reason and a head’s name, like what a rule stops. Conditions are only told. */
  readonly stops: boolean
}

export async function officersOf(
  tx: Tx,
  providerId: string,
  today: IsoDate,
): Promise<Officers | undefined> {
  const { decision } = await standingOf(tx, providerId, today)
  if (!decision || decision.approval === 'approved') return undefined
  const { approval, conditions, because, fromOn } = decision
  const since = dayInWords(fromOn)
  if (approval === 'approved with conditions')
    return {
      providerId,
      stops: false,
      message: `The officers approved this provider with conditions on ${since}: ${conditions ?? because}`,
    }
  return {
    providerId,
    stops: true,
    message:
      approval === 'paused'
        ? `The officers paused this provider for new placements on ${since}: ${because}`
        : `The officers ended the approval of this provider on ${since}: ${because}`,
  }
}
