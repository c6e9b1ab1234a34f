/** Where the form about a child whom this authority looks after stands, at a provider from which the school itself buys. */
export type FormStands =
  | 'begun'
  | 'overdue'
  | 'returned'
  | 'evidence asked'
  | 'sent back'
  | 'accepted'
  | 'set aside'

export interface BoughtStory {
  readonly form: FormStands | 'of another authority'
  readonly provider: number
  readonly days: readonly number[]
  readonly startsAgo: number
  /** The child came into care after the placement had begun, so many days ago. */
  readonly careSince?: number
  /** The school has not looked at the provider itself yet, and its head says why the child goes there all the same. */
  readonly override?: string
  readonly everywhere?: boolean
}

/** What schools buy themselves for looked-after children: one for each state of the form. */
export const boughtStories: readonly BoughtStory[] = [
  { form: 'begun', provider: 0, days: [1, 2], startsAgo: 25, careSince: 6 },
  { form: 'overdue', provider: 2, days: [3], startsAgo: 32 },
  { form: 'returned', provider: 0, days: [4, 5], startsAgo: 24, everywhere: true },
  { form: 'evidence asked', provider: 2, days: [2], startsAgo: 38 },
  { form: 'sent back', provider: 0, days: [3], startsAgo: 36 },
  { form: 'accepted', provider: 2, days: [1, 4], startsAgo: 75 },
  { form: 'set aside', provider: 2, days: [5], startsAgo: 28 },
  {
    form: 'of another authority',
    provider: 0,
    days: [5],
    startsAgo: 20,
    override:
      'The place is free from Friday only. The partnership knows the farm well; we go there on the first morning and see every document ourselves.',
  },
]
