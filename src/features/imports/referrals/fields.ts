import type { ImportField } from '#platform/spreadsheet/match-columns.ts'

/** What a list of referrals can fill. Each becomes a draft, which its author completes and sends. */
export const referralFields = [
  { key: 'upn', name: 'UPN', alsoCalled: ['Unique Pupil Number'] },
  { key: 'forename', name: 'Forename', alsoCalled: ['First name', 'Legal forename', 'Given name'] },
  { key: 'surname', name: 'Surname', alsoCalled: ['Last name', 'Legal surname', 'Family name'] },
  { key: 'name', name: 'Full name', alsoCalled: ['Name', 'Pupil name', 'Student name'] },
  { key: 'birthDate', name: 'Date of birth', alsoCalled: ['DOB', 'Birth date'] },
  {
    key: 'asked_for',
    name: 'What is asked for',
    alsoCalled: ['Asked for', 'Support requested', 'Request', 'Tier'],
  },
  {
    key: 'reason',
    name: 'Reason for the referral',
    alsoCalled: ['Reason', 'Why', 'Concerns', 'Presenting issues'],
  },
  {
    key: 'lead_professional',
    name: 'Who leads at the school',
    alsoCalled: ['Lead professional', 'Referrer', 'Referred by', 'Key worker'],
  },
  { key: 'strengths', name: 'Strengths and interests', alsoCalled: ['Strengths', 'Interests'] },
  { key: 'attainment', name: 'Attainment', alsoCalled: ['Attainment and subjects', 'Academic'] },
  { key: 'medical', name: 'Health', alsoCalled: ['Medical', 'Medical needs', 'Allergies'] },
  { key: 'transport', name: 'Transport', alsoCalled: ['Travel'] },
  {
    key: 'child_voice',
    name: 'The child’s voice',
    alsoCalled: ['Pupil voice', 'Child voice', 'Pupil views'],
  },
  {
    key: 'parent_voice',
    name: 'The parents’ voice',
    alsoCalled: ['Parent voice', 'Parent views', 'Carer views'],
  },
] as const satisfies readonly ImportField[]
export type ReferralField = (typeof referralFields)[number]['key']
