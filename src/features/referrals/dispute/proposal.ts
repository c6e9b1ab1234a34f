export interface Proposal {
  /** The other partnership’s part of the cost. */
  readonly sharePercent: number | null
  readonly proposal: string | null
  /** Whether the other partnership is to take the case over. */
  readonly moves: boolean
}

/** A proposal in a sentence. `other` is the partnership that does not hold the case. */
export const proposalWords = ({ sharePercent, proposal, moves }: Proposal, other: string): string =>
  [
    moves ? `${other} takes the case over.` : 'The case stays where it is.',
    sharePercent === null ? undefined : `${other} bears ${sharePercent}% of the cost.`,
    proposal,
  ]
    .filter(Boolean)
    .join(' ')
