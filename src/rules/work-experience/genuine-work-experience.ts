import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const genuineWorkExperience: Rule = {
  id: 'WEX-03',
  area: 'WEX',
  title: 'It must be genuine work experience',
  statement:
    'Take care with a host that LEBC has not fully audited: the offer must be genuine work experience, and not activities that are called so to avoid the audit.',
  binds: 'Co-ordinator; schools',
  test: 'For a host without the full audit: stops a placement without the host’s declaration, and warns of any sign of provision under another name.',
  basis: ['local-agreement'],
  levels: ['warning', 'high'],
  blocks: ['record-work-experience'],
  sources: [
    cite(faq, '174', 'The offer needs to be genuine work experience.'),
    cite(faq, '174', 'called work experience to avoid the need of undertaking the LEBC audit'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('work-experience', (placement, world): readonly Draft[] => {
      const { host, genuineDeclarationDate, indicators = [] } = placement
      if (host?.fullyAudited) return []
      return [
        ...(world.happened(genuineDeclarationDate) ? [] : [noDeclaration]),
        ...(indicators.length ? [looksLikeProvision] : []),
      ]
    }),
  ],
}

const noDeclaration: Draft = {
  level: 'high',
  blocks: ['record-work-experience'],
  values: { missing: 'genuine-declaration' },
  message:
    'The host is not fully audited and has not declared that this is genuine work experience.',
}

const looksLikeProvision: Draft = {
  level: 'warning',
  values: { looksLike: 'alternative-provision', task: 'reclassify' },
  message:
    'This looks like alternative provision. If it is, record it as a placement and open the evidence checklist.',
}
