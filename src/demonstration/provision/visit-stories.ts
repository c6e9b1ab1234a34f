/** Who went: the partnership, or one of its schools, which buys places itself. */
export type Visitor = 'partnership' | 'first school' | 'second school'

/** Something that the provider was asked for, by days from today. */
export interface ActionStory {
  readonly action: string
  readonly dueIn: number
  readonly doneAgo?: number
  readonly accepted?: boolean
}

export interface VisitStory {
  readonly by: Visitor
  /** Which of the partnership's own three providers, from 0. */
  readonly provider: number
  /** In days before today; one to come is in so many days. */
  readonly daysAgo: number
  readonly reached: 'planned' | 'draft' | 'submitted' | 'moderated' | 'published'
  readonly annual: boolean
  readonly reply?: string
  readonly actions?: readonly ActionStory[]
  readonly adoptedBy?: readonly Visitor[]
}

/** The visits of the first partnership: one of every kind. */
export const visitStories: readonly VisitStory[] = [
  {
    by: 'partnership',
    provider: 0,
    daysAgo: 96,
    reached: 'published',
    annual: true,
    reply: 'We agree with what you saw. The track has been mended since.',
    actions: [
      { action: 'Write a scheme of work for mathematics, term by term.', dueIn: -20 },
      {
        action: 'Put the fire notices up in the new workshop.',
        dueIn: -30,
        doneAgo: 33,
        accepted: true,
      },
      { action: 'Show each pupil their own targets.', dueIn: -6, doneAgo: 8 },
    ],
    adoptedBy: ['first school'],
  },
  {
    by: 'partnership',
    provider: 1,
    daysAgo: 70,
    reached: 'published',
    annual: true,
    actions: [{ action: 'Send schools a page about progress each half-term.', dueIn: 24 }],
  },
  { by: 'partnership', provider: 2, daysAgo: 426, reached: 'published', annual: true },
  { by: 'partnership', provider: 2, daysAgo: -9, reached: 'planned', annual: true },
  { by: 'partnership', provider: 0, daysAgo: 2, reached: 'draft', annual: false },
  { by: 'second school', provider: 2, daysAgo: 6, reached: 'submitted', annual: true },
  { by: 'first school', provider: 2, daysAgo: 21, reached: 'moderated', annual: true },
]

/** The other partnerships have assessed who they use, and their schools rely on it; one is late with a visit. */
export const visitsElsewhere = (index: number): readonly VisitStory[] => [
  {
    by: 'partnership',
    provider: 0,
    daysAgo: 60 + 7 * index,
    reached: 'published',
    annual: true,
    adoptedBy: ['first school'],
  },
  {
    by: 'partnership',
    provider: 2,
    daysAgo: index === 3 ? 160 : 40 + 9 * index,
    reached: 'published',
    annual: true,
  },
]

/** What was looked at and found in each of the four areas. */
export const found = [
  {
    section: 'A',
    item: 'SV-A04',
    note: 'Portfolios of six pupils, with dates.',
    grade: 'meets',
    judgement: 'Work is finished and kept. Progress in English shows; in mathematics less.',
  },
  {
    section: 'B',
    item: 'SV-B01',
    note: 'Two sessions, half an hour each.',
    grade: 'strong',
    judgement: 'Calm, well prepared, and at the right height for each.',
  },
  {
    section: 'C',
    item: 'SV-C01',
    note: 'The first half-hour of the day, and break.',
    grade: 'meets',
    judgement: 'Pupils come gladly and know what is expected of them.',
  },
  {
    section: 'D',
    item: 'SV-D01',
    note: 'A talk with whoever leads it.',
    grade: 'developing',
    judgement: 'The leader knows every pupil. Plans for next year are still to be written.',
  },
] as const

export const summary =
  'A small place where adults know the pupils well. Teaching is the strength; what is written about progress is thinner than what can be seen.'
