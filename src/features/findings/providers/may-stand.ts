import type { CaseFindingRow } from '../finding.query.ts'

type Asked = Pick<CaseFindingRow, 'basis' | 'blocks'>

/**
 * Whether a finding about a provider may be let stand for all its commissioners at once. What the law asks for before a
 * start is nobody's to let go: the database refuses it too.
 */
export const mayStand = ({ basis, blocks }: Asked): boolean =>
  basis !== 'law' || blocks.length === 0

/** How one can go on although it stops a start at the provider. */
export const wayRoundAtProvider = (finding: Asked): string =>
  `unless ${mayStand(finding) ? 'the quality team accepts it with a reason, or ' : ''}a head stands behind it by name when a placement is offered`
