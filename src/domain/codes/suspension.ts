import { codeList, type KeyOf } from './code-list.ts'

/** Census codes of why a child was suspended or excluded. Up to three for one event since 2020. */
export const suspensionReasons = codeList([
  { key: 'PP', name: 'Physical assault against a pupil' },
  { key: 'PA', name: 'Physical assault against an adult' },
  { key: 'VP', name: 'Verbal abuse or threatening behaviour against a pupil' },
  { key: 'VA', name: 'Verbal abuse or threatening behaviour against an adult' },
  {
    key: 'OW',
    name: 'Use or threat of use of an offensive weapon or prohibited item',
    from: '2020-09-01',
  },
  { key: 'BU', name: 'Bullying' },
  { key: 'RA', name: 'Racist abuse' },
  { key: 'LG', name: 'Abuse against sexual orientation and gender identity', from: '2020-09-01' },
  { key: 'DS', name: 'Abuse relating to disability', from: '2020-09-01' },
  { key: 'SM', name: 'Sexual misconduct' },
  { key: 'DA', name: 'Drug and alcohol related' },
  { key: 'DM', name: 'Damage' },
  { key: 'TH', name: 'Theft' },
  { key: 'DB', name: 'Persistent or general disruptive behaviour' },
  { key: 'MT', name: 'Inappropriate use of social media or online technology', from: '2020-09-01' },
  {
    key: 'PH',
    name: 'Wilful and repeated transgression of protective measures in place to protect public health',
    from: '2020-09-01',
  },
  { key: 'OT', name: 'Other', to: '2020-08-31' },
])
export type SuspensionReason = KeyOf<typeof suspensionReasons>

export const suspensionKinds = codeList([
  { key: 'SUSP', name: 'Suspension' },
  { key: 'LNCH', name: 'Lunchtime suspension' },
  { key: 'PERM', name: 'Permanent exclusion' },
  // The old name of a suspension. Files still hold it.
  { key: 'FIXD', name: 'Fixed-period exclusion', to: '2021-08-31' },
])
export type SuspensionKind = KeyOf<typeof suspensionKinds>
