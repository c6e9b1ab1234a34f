import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq, ourDesign } from '../sources.ts'

/** Days after the panel’s decision by which the child is to be on roll. */
export const onRollCheckDays: Parameter<number> = {
  id: 'P-FA-WEEK',
  name: 'Fair Access on-roll check',
  unit: 'calendar days after the panel’s decision',
  standing: 'local-agreement',
  scope: 'local',
  versions: [{ from: isoDate('2022-01-01'), value: 7, source: cite(faq, '73') }],
}

export const fairAccessLimit: Parameter<number> = {
  id: 'P-FA-ALLOC',
  name: 'Fair Access allocation',
  unit: 'school days from acceptance into the protocol',
  standing: 'statutory-guidance',
  scope: 'national',
  versions: [
    { from: isoDate('2021-09-01'), value: 20, source: cite(fairAccessCategories, '3.16') },
  ],
}

export const panelNotice: Parameter<number> = {
  id: 'P-PANEL-NOTICE',
  name: 'Notice of a panel meeting',
  unit: 'clear school days',
  standing: 'design',
  scope: 'local',
  versions: [{ from: isoDate('2022-01-01'), value: 5, source: cite(ourDesign) }],
}

/** A child of that category has been out of education for at least this long at receipt. */
export const outOfEducation: Parameter<number> = {
  id: 'P-FA-OUT',
  name: 'Four weeks out of education',
  unit: 'days up to receipt',
  standing: 'statutory-guidance',
  scope: 'national',
  versions: [
    { from: isoDate('2021-09-01'), value: 28, source: cite(fairAccessCategories, '3.17(l)') },
  ],
}
