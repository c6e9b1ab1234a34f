import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { noTrialsFrom } from '../parameters/off-site-direction.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionGuidance, managedMoveAdvice } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'

export const notATrial: Rule = {
  id: 'MMV-02',
  area: 'MMV',
  title: 'A managed move is not a trial',
  statement:
    'A managed move is permanent. A time at another school first is an off-site direction with dual registration.',
  binds: 'Both schools',
  test: 'Stops a trial that starts on or after 26 July 2026, or has no start yet. An older trial that is still open is listed.',
  basis: ['statutory-guidance'],
  levels: ['warning', 'high'],
  blocks: ['start-managed-move'],
  sources: [
    cite(exclusionGuidance, undefined, 'there cannot be a trial period'),
    cite(managedMoveAdvice),
    cite(faq, '104', 'one often effective strategy in avoiding permanent exclusion'),
  ],
  parameters: [noTrialsFrom],
  checkedOn: comparedOn,
  checks: [
    on('managed-move', ({ trial, start, end }, world, law): Draft | undefined => {
      if (!trial) return undefined
      if (start === undefined || start >= law.value(noTrialsFrom, world.today))
        return {
          level: 'high',
          blocks: ['start-managed-move'],
          values: { offer: 'off-site-direction' },
          message:
            'A managed move cannot be a trial. Use an off-site direction with dual registration first, if that is what is meant.',
        }
      if (end !== undefined && end < world.today) return undefined
      return {
        level: 'warning',
        values: { transitional: true, offer: 'off-site-direction' },
        message:
          'This trial began before the guidance of July 2026 and is still open. Settle it as a permanent move or end it.',
      }
    }),
  ],
}
