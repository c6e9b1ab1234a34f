import { comparedOn } from '../compared-on.ts'
import type { Finding } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { inspectedSafeguarding, inspectionFramework } from '../sources/provision.ts'
import { cite, faq, pack } from '../sources.ts'
import { schoolName, spokenCount } from '../spoken.ts'
import { pupilsElsewhere } from './school-pupils.ts'

export const consequence: Rule = {
  id: 'OFS-07',
  area: 'OFS',
  title: 'What weak arrangements mean for the school',
  statement:
    'Weak arrangements, or weak provision, may weigh on the judgement that the school receives.',
  binds: 'Home school',
  test: 'A warning with the number of breach and critical findings on the live placements of pupils whose home school it is, and on those pupils.',
  basis: ['local-agreement'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(faq, '142', 'might well have an impact on the judgement that the school receives'),
    cite(pack, '44'),
    cite(inspectionFramework),
    cite(inspectedSafeguarding),
  ],
  parameters: [],
  checkedOn: comparedOn,
  runsLast: true,
  checks: [
    on('school', ({ id }, world, _law, found) => {
      const isGrave = ({ level }: Finding) => level === 'breach' || level === 'critical'
      let openFindings = 0
      for (const { pupil, isHome, placements } of pupilsElsewhere(id, world)) {
        if (!isHome) continue
        openFindings += found('pupil', pupil).filter(isGrave).length
        for (const placement of placements)
          openFindings += found('placement', placement.id).filter(isGrave).length
      }
      if (openFindings === 0) return undefined
      return {
        level: 'warning',
        values: { openFindings },
        message: `${spokenCount(openFindings, 'grave finding')} on pupils of ${schoolName(id, world)} in alternative provision. Inspectors may weigh them: mend them first.`,
      }
    }),
  ],
}
