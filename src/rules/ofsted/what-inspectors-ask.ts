import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { inspectionFramework, planningCall } from '../sources/provision.ts'
import { cite, faq } from '../sources.ts'

/** Six things that inspectors might do (FAQ 128 to 140). They bear no findings: an export answers each. */
export const whatInspectorsAsk: readonly Rule[] = [
  ask(
    'OFS-01',
    'Effectiveness for an individual student',
    'Inspectors may ask how well the arrangements work for one pupil.',
    '130',
    'The export for one pupil: plan, baseline, progress, attendance and reviews',
  ),
  ask(
    'OFS-02',
    'The school keeps contact',
    'Inspectors may check that the school stays in contact with each of its pupils.',
    '132',
    'The export of the home school’s contact log',
  ),
  ask(
    'OFS-03',
    'Regular monitoring',
    'Inspectors may check that placements are monitored regularly.',
    '134',
    'The export of reviews and visits; gaps are findings of PLN-05, PLN-07 and PLN-09',
  ),
  ask(
    'OFS-04',
    'Quality assurance that the school understands',
    'Inspectors may check that the quality of providers is assured, and that the school understands how.',
    '136',
    'The export of provider evidence, assessments and the school’s sign-off',
  ),
  ask(
    'OFS-05',
    'Visits to in-house provision',
    'Inspectors may visit the school’s or partnership’s own provision.',
    '138',
    'In-house provision is a provider of its own kind, under the same rules as every other',
  ),
  ask(
    'OFS-06',
    'Visits to providers',
    'Inspectors may visit one or more of the providers in use.',
    '140',
    'The export of live placements with addresses and hours',
  ),
]

function ask(id: string, title: string, statement: string, line: string, carriedBy: string): Rule {
  return {
    id,
    area: 'OFS',
    title,
    statement,
    binds: 'School and partnership',
    test: 'Bears no finding: an export answers it.',
    basis: ['local-agreement'],
    levels: [],
    blocks: [],
    sources: [cite(faq, line), cite(inspectionFramework), cite(planningCall)],
    parameters: [],
    checkedOn: comparedOn,
    checks: [],
    carriedBy,
  }
}
