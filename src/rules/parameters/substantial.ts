import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { educationAct1996s463 } from '../sources/provision.ts'
import { cite, faq, pack } from '../sources.ts'

/** The law’s head-count: so many children full time in one setting make it a school. */
export const legalHeadCount: Parameter<number> = {
  id: 'P-REG-COUNT-LAW',
  name: 'Children full time in one setting, from which it must register',
  unit: 'children of compulsory school age',
  standing: 'law',
  scope: 'national',
  versions: [
    { from: isoDate('1996-11-01'), value: 5, source: cite(educationAct1996s463, 's.463(1)(a)') },
  ],
}

/** The FAQ’s lower figure: an early warning, never the law. */
export const earlyHeadCount: Parameter<number> = {
  id: 'P-REG-COUNT-FAQ',
  name: 'Pupils substantial at one provider, from which we warn early',
  unit: 'pupils',
  standing: 'local-agreement',
  scope: 'local',
  versions: [
    {
      from: isoDate('2022-01-01'),
      value: 4,
      source: cite(faq, '164', 'four or more students'),
      why: 'The FAQ says four where the law says five: kept as a warning before the law is reached.',
    },
  ],
}

/** One looked-after child, or one with an EHCP, is enough. */
export const soleHeadCount: Parameter<number> = {
  id: 'P-REG-COUNT-ONE',
  name: 'Looked-after children or children with an EHCP, from which a setting must register',
  unit: 'children of compulsory school age',
  standing: 'law',
  scope: 'national',
  versions: [
    { from: isoDate('2014-09-01'), value: 1, source: cite(educationAct1996s463, 's.463(1)(b)') },
  ],
}

export const substantialDays: Parameter<number> = {
  id: 'P-SUBST-DAYS',
  name: 'Days a week at one provider, above which its part is substantial',
  unit: 'days a week, more than',
  standing: 'local-agreement',
  scope: 'local',
  versions: [
    {
      from: isoDate('2022-01-01'),
      value: 3,
      source: cite(faq, '162', 'More than three days a week out of five'),
    },
  ],
}

export const fullTimeSettingHours: Parameter<number> = {
  id: 'P-FT-HOURS',
  name: 'Hours a week, above which a setting gives full-time education',
  unit: 'hours a week, more than',
  standing: 'statutory-guidance',
  scope: 'national',
  versions: [
    {
      from: isoDate('2020-09-01'),
      value: 18,
      source: cite(pack, '41', 'more than 18 hours per week'),
      why: 'The Department’s guide figure. There is no legal definition of full time.',
    },
  ],
}

/** Whether a short-term plan lowers a warning at all. It never lowers what is critical. */
export const shortTermPlans: Parameter<boolean> = {
  id: 'P-SHORT-TERM',
  name: 'A complete short-term plan lowers the warning',
  unit: 'yes or no',
  standing: 'local-agreement',
  scope: 'local',
  versions: [
    {
      from: isoDate('2022-01-01'),
      value: true,
      source: cite(faq, '162', 'provided that there was a clear end date'),
    },
  ],
}
