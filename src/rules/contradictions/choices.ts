import type { Choice } from '../contradictions.ts'
import { auditAssesses, siteVisitInterval } from '../parameters/assessment.ts'
import {
  employersLiabilityExpected,
  employersLiabilityInLaw,
  professionalIndemnityExpected,
  publicLiabilityExpected,
  publicLiabilityMinimum,
} from '../parameters/insurance.ts'
import { disputeAnsweredBy } from '../parameters/routing.ts'
import { trainingCounts } from '../parameters/safeguarding.ts'
import {
  earlyHeadCount,
  fullTimeSettingHours,
  legalHeadCount,
  shortTermPlans,
  substantialDays,
} from '../parameters/substantial.ts'

const million = 100_000_000
/** No week has more days or hours, so that nothing is above it. */
const never = { days: 5, hours: 168 }

const choice = (key: string, says: string, ...sets: Choice['sets']): Choice => ({
  key,
  says,
  sets,
})
const to = <T>(
  parameter: { readonly id: string; readonly versions: readonly [{ value: T }, ...unknown[]] },
  value: T,
) => ({
  parameter: parameter.id,
  value,
})

/** Where a disagreement can be worked out either way: the readings, the one that ships first, as values of numbers. */
export const choices: Readonly<Record<string, readonly [Choice, ...Choice[]]>> = {
  'C-01': [
    choice(
      'five',
      'Five is the law; four is an early warning',
      to(legalHeadCount, 5),
      to(earlyHeadCount, 4),
    ),
    choice(
      'four',
      'Four already counts as the law’s five would',
      to(legalHeadCount, 4),
      to(earlyHeadCount, 4),
    ),
    choice(
      'five-only',
      'Five, without an early warning',
      to(legalHeadCount, 5),
      to(earlyHeadCount, 5),
    ),
  ],
  'C-02': [
    choice(
      'both',
      'Days and hours: the worse result counts',
      to(substantialDays, 3),
      to(fullTimeSettingHours, 18),
    ),
    choice(
      'days',
      'Days alone: more than three of five',
      to(substantialDays, 3),
      to(fullTimeSettingHours, never.hours),
    ),
    choice(
      'hours',
      'Hours alone: more than 18 a week',
      to(substantialDays, never.days),
      to(fullTimeSettingHours, 18),
    ),
  ],
  'C-03': [
    choice(
      'levels',
      '£5m is the law, £10m what the Council expects',
      to(employersLiabilityInLaw, 5 * million),
      to(employersLiabilityExpected, 10 * million),
    ),
    choice(
      'ten',
      '£10m stops a start',
      to(employersLiabilityInLaw, 10 * million),
      to(employersLiabilityExpected, 10 * million),
    ),
    choice(
      'five',
      '£5m is enough',
      to(employersLiabilityInLaw, 5 * million),
      to(employersLiabilityExpected, 5 * million),
    ),
  ],
  'C-04': [
    choice(
      'levels',
      '£2m is the minimum, £10m what the Council expects',
      to(publicLiabilityMinimum, 2 * million),
      to(publicLiabilityExpected, 10 * million),
    ),
    choice(
      'ten',
      '£10m stops a start',
      to(publicLiabilityMinimum, 10 * million),
      to(publicLiabilityExpected, 10 * million),
    ),
    choice(
      'two',
      '£2m is enough',
      to(publicLiabilityMinimum, 2 * million),
      to(publicLiabilityExpected, 2 * million),
    ),
  ],
  'C-05': [
    choice(
      'letter',
      'The letter’s £2m is expected',
      to(professionalIndemnityExpected, 2 * million),
    ),
    choice(
      'not-asked',
      'Not asked for: it is not in Appendix 2',
      to(professionalIndemnityExpected, 0),
    ),
  ],
  'C-09': [
    choice(
      'by-placement',
      'The pack’s standard where a school commissions or a looked-after child attends',
      to(trainingCounts, 'by-placement'),
    ),
    choice('everyone', 'Governors and volunteers everywhere', to(trainingCounts, 'everyone')),
    choice('staff', 'Staff alone, everywhere', to(trainingCounts, 'staff')),
  ],
  'C-11': [
    choice('commissioner', 'Each commissioner assesses for itself', to(auditAssesses, false)),
    choice(
      'audit',
      'An LEBC audit counts as every commissioner’s assessment',
      to(auditAssesses, true),
    ),
  ],
  'C-12': [
    choice('each-term', 'A site visit about once a term', to(siteVisitInterval, 4)),
    choice('annual', 'A site visit once a year', to(siteVisitInterval, 12)),
  ],
  'C-13': [
    choice(
      'lowers',
      'A complete short-term plan lowers a warning, and nothing critical',
      to(shortTermPlans, true),
    ),
    choice(
      'no-exception',
      'No exception: a short-term plan lowers nothing',
      to(shortTermPlans, false),
    ),
  ],
  'C-23': [
    choice(
      'holds',
      'The partnership that holds the referral answers',
      to(disputeAnsweredBy, 'holds-the-referral'),
    ),
    choice(
      'home',
      'The partnership of the home address answers',
      to(disputeAnsweredBy, 'home-area'),
    ),
  ],
}

/** Where only one reading can be worked out, or only one may be: why. */
export const settled: Readonly<Record<string, string>> = {
  'C-06': 'The law binds every employer, whatever an authority prefers.',
  'C-07': 'Both facts are kept and shown; no finding depends on the word.',
  'C-08':
    'The two titles name one post. Whether the lead is in the senior team is a rule of its own.',
  'C-10':
    'For how long a child has lived in the county is not recorded, and the duty follows the authority that looks after the child.',
  'C-14': 'Both are shown side by side; neither takes the place of the other.',
  'C-15':
    'What binds is what was signed. Each part is labelled so, and a label cannot make it binding.',
  'C-16': 'The regulation sets the sum; the average is shown beside it with the gap.',
  'C-17': 'The day on which the City accepts is the only one that can be proved.',
  'C-18': 'Both hold, one after the other: SEND first, the address second.',
  'C-19': 'The readings differ in what they call the source, not in what is to be done.',
  'C-20': 'Each sum has a year of its own in its source.',
  'C-21':
    'The number is the same in both; the card says that it is a guide. It can be changed as a number.',
  'C-22': 'The readings differ in numbering alone.',
}
