import type { Parameter } from '#rules/parameter.ts'

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'P-PRORATA-METHOD': {
    'complete-weeks-52': 'Complete weeks of 52',
    'calendar-days-365': 'Calendar days of 365',
    'school-days-190': 'School days of 190',
  },
  'P-RELEVANT-DATE': {
    'sixth-school-day': 'The sixth school day after the exclusion',
    'exclusion-date': 'The day of the exclusion',
    'governors-upheld-date': 'The day on which governors upheld it',
  },
  'P-TRAINING-WHO': {
    'by-placement': 'Staff; governors and volunteers where the pack’s standard applies',
    everyone: 'Staff, governors and volunteers everywhere',
    staff: 'Staff alone, everywhere',
  },
  'P-DISPUTE-WHO': {
    'holds-the-referral': 'The partnership that holds the referral',
    'home-area': 'The partnership of the home address',
  },
}

/** What each value of a parameter that is a choice means. */
export const choicesOf = ({ id }: Pick<Parameter, 'id'>): Readonly<Record<string, string>> =>
  choices[id] ?? {}
