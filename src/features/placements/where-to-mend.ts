import { may, type Permission } from '#domain/permissions.ts'
import type { CaseFindingRow } from '#features/findings/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Placement } from './placement.query.ts'

type About = Pick<Placement, 'id' | 'child_id' | 'provider_id' | 'status' | 'arranged_by_id'>
interface Place {
  readonly href: string
  readonly text: string
}

const inThePlan = /^PLN-(03|04|07|08|10|12|13|16|17)$/
const ofTheWeek = new Set(['ILL-01', 'ILL-03', 'ILL-09', 'PLN-01'])
const ofTheShortTermPlan = new Set(['ILL-04', 'ILL-05', 'ILL-06', 'ILL-07'])
const ofItsPapers = new Set(['EVD-01', 'EVD-02', 'EVD-12'])
const ofItsChecks = new Set(['REG-04', 'EVD-11', 'SAF-01'])

/** Where what a finding about a placement misses is kept, for who runs it; nothing where one page alone does not mend it. */
export function whereToMend(
  { rule, values }: Pick<CaseFindingRow, 'rule' | 'values'>,
  placement: About,
  me: Pick<Me, 'role' | 'administrator' | 'organisationKind'>,
): Place | undefined {
  const { id, child_id, provider_id, status } = placement
  const open = (permission: Permission, href: string, text: string) =>
    may(me, permission) ? { href, text } : undefined
  const ofIt = (part: string) => `/placements/${id}${part}`
  const isProposal = status === 'proposed' || status === 'declined'
  if (inThePlan.test(rule)) return open('plan.write', ofIt('/plan'), 'Open the individual plan')
  if (rule === 'PLN-05') return open('plan.write', ofIt('/reviews'), 'Open the reviews')
  if (rule === 'PLN-09') return open('contact.log', ofIt('/contacts'), 'Open the contacts')
  if (rule === 'PLN-02' || rule === 'PLN-14')
    return isProposal
      ? open('placement.run', ofIt('/proposal'), 'Correct the proposal')
      : open('placement.run', ofIt('/details'), 'Open the details')
  if (rule === 'PLN-11' || rule === 'ROL-07')
    return open('placement.run', ofIt('/details'), 'Open the details')
  if (ofTheShortTermPlan.has(rule))
    return open('placement.run', ofIt('/short-term-plan'), 'Open the short-term plan')
  if (ofTheWeek.has(rule))
    return isProposal
      ? open('placement.run', ofIt('/week'), 'Change the week')
      : open('programme.read', `/children/${child_id}/programme`, 'Open the child’s week')
  if (rule === 'LAC-05' || rule === 'LAC-06')
    return open('assurance.read', `/children/${child_id}/assurance`, 'Open the assurance')
  if (!provider_id) return undefined
  // What the authority commissions, its own officers look at; who arranges it sees whether they have.
  const theirs = placement.arranged_by_id !== null
  if (ofItsPapers.has(rule))
    return open(
      'evidence.read',
      `/providers/${provider_id}/evidence${document(values)}`,
      theirs
        ? 'See which documents the authority’s officers have recorded'
        : 'Open the provider’s documents',
    )
  return ofItsChecks.has(rule)
    ? open(
        'evidence.read',
        `/providers/${provider_id}/checks`,
        theirs
          ? 'See what the authority’s officers have recorded'
          : 'Open its checks and agreements',
      )
    : undefined
}

const document = (values: CaseFindingRow['values']): string => {
  const item = String(values['document'] ?? values['item'] ?? '')
  return /^DOC-\d{2}$/.test(item) ? `/${item}` : ''
}
