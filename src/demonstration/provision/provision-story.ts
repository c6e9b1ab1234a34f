import type { Telling } from '../children.ts'

/** How far a placement has come. */
export type Reached =
  | 'proposed'
  | 'offered'
  | 'declined'
  | 'withdrawn'
  | 'accepted'
  | 'live'
  | 'ended'
  | 'closed'

export interface ProvisionStory {
  /** Which child: one whose case the panel decided so, or one told anew. */
  readonly child: { readonly decided: string; readonly meeting: number } | Telling
  /** Which of the partnership's own three providers, from 0. */
  readonly provider: number
  readonly days: readonly number[]
  readonly reached: Reached
  /** When it started or is to start, in days before today; of what was ended, then so many days later. */
  readonly startsAgo: number
  readonly lasts?: number
  readonly route?: 'tier 2' | 'tier 3' | 'tier 4' | 'section 19'
  /** How far the individual plan has come; nothing is written where nothing is said. */
  readonly plan?: 'draft' | 'with provider' | 'agreed'
  /** Days before today on which a review was held, and when the next one is, in days from today. */
  readonly reviewed?: readonly number[]
  readonly nextReview?: number
  /** Days before today on which the school or partnership was in touch. */
  readonly contacts?: readonly number[]
  /** The short-term plan that so many days need: in force before the offer, or only begun. */
  readonly shortTerm?: 'draft' | 'in force' | 'run out'
  /** Why it goes on although something stands in the way: the head's own reason. */
  readonly override?: string
  readonly change?: 'asked by the provider' | 'agreed'
  /** Nobody teaches it science: neither the school nor the provider. */
  readonly withoutScience?: boolean
  /** A week that nobody has asked the school about is left open. */
  readonly schoolWeekUnknown?: boolean
  /** Told for every partnership, and not for the first one only. */
  readonly everywhere?: boolean
}
