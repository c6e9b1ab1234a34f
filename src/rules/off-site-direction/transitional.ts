import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { academiesBoundFrom } from '../parameters/off-site-direction.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionGuidance, offSiteRegulations2026 } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'
import { beganBeforeExtension, isAcademyOrUnit, isOverDirection } from './bound.ts'

export const transitionalDirections: Rule = {
  id: 'OSD-06',
  area: 'OSD',
  title: 'Directions running on 26 July 2026',
  statement:
    'Directions of academies and pupil referral units that were already running when the duties were extended to them have transitional requirements.',
  binds: 'Academies and pupil referral units',
  test: 'Lists such a direction for a check by hand: the text of the transitional rules was not found.',
  basis: ['law'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(offSiteRegulations2026), cite(exclusionGuidance), cite(faq, '107')],
  parameters: [academiesBoundFrom],
  checkedOn: comparedOn,
  checks: [
    on('off-site-direction', (direction, world, law): Draft | undefined => {
      if (isOverDirection(direction, world)) return undefined
      if (!isAcademyOrUnit(world.school(direction.school))) return undefined
      const { end } = direction
      const extended = law.value(academiesBoundFrom, world.today)
      if (!beganBeforeExtension(direction, world, law)) return undefined
      if (end !== undefined && end < extended) return undefined
      return {
        level: 'warning',
        values: { task: 'check-transitional-requirements' },
        message:
          'This direction was running when the duties were extended to academies and pupil referral units. Check what that asks of it.',
      }
    }),
  ],
}
