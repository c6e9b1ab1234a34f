import { addMonths, daysBetween, type IsoDate, laterOf } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { ScrutinySection } from '#rules/data/scrutiny-grid.ts'

type Area = ScrutinySection['id']
export const areas: readonly Area[] = ['A', 'B', 'C', 'D']

/** What speaks for visiting a provider soon. */
export const gapWords = {
  concern: 'Open concerns',
  'never visited': 'Never visited',
  assessment: 'Annual assessment overdue',
  areas: 'Areas not looked at lately',
  expiring: 'Documents running out',
  documents: 'Documents not seen lately',
} as const
export type Gap = keyof typeof gapWords

/** What is known of one provider and its quality: of all commissioners, where what they found is published. */
export interface Known {
  readonly serious: number
  readonly concerns: number
  readonly lastVisited: IsoDate | undefined
  /** The day on which each area was last looked at. */
  readonly sampled: Readonly<Partial<Record<Area, IsoDate>>>
  /** For each commissioner in question that uses it: since when a child is there, and its latest own or adopted assessment. */
  readonly uses: readonly {
    readonly liveSince: IsoDate | null
    readonly assessedOn: IsoDate | undefined
  }[]
  readonly expired: number
  readonly expiring: number
  /** Of the documents that stand: how many nobody has seen within a year. */
  readonly unseen: number
}

export interface Step {
  readonly gap: Gap
  readonly points: number
  readonly words: string
}

/**
 * Why a provider should be visited, in points: the order of the planner is their sum, and each line of the sum is shown.
 * The weights are Onroll’s own default; no paper gives any.
 */
export function gapsOf(known: Known, months: number, today: IsoDate): Step[] {
  const unsampled = unsampledOf(known, today)
  const live = known.uses.filter(({ liveSince }) => liveSince !== null)
  const steps: (Step | false)[] = [
    known.serious > 0 &&
      step(
        'concern',
        40 * Math.min(2, known.serious),
        `${many(known.serious, 'serious concern')} open`,
      ),
    known.concerns > 0 &&
      step('concern', 15 * Math.min(2, known.concerns), `${many(known.concerns, 'concern')} open`),
    known.lastVisited === undefined &&
      step(
        'never visited',
        live.length > 0 ? 40 : 20,
        live.length > 0 ? 'Never visited, and children are there' : 'Never visited',
      ),
    neverAssessed(known.uses),
    ...known.uses.map(use => overdueAssessment(use, months, today)),
    unsampled.length > 0 &&
      step(
        'areas',
        5 * unsampled.length,
        `${unsampled.length === 1 ? 'Area' : 'Areas'} ${together.format(unsampled)} not looked at for a year, or never`,
      ),
    known.expired > 0 &&
      step(
        'expiring',
        3 * Math.min(5, known.expired),
        `${many(known.expired, 'document')} out of date`,
      ),
    known.expiring > 0 &&
      step(
        'expiring',
        2 * Math.min(5, known.expiring),
        `${many(known.expiring, 'document')} out of date within 60 days`,
      ),
    known.unseen > 0 &&
      step(
        'documents',
        Math.min(10, known.unseen),
        `${many(known.unseen, 'document')} that nobody has seen for a year`,
      ),
  ]
  return steps.filter(each => each !== false).sort((a, b) => b.points - a.points)
}

/** Never assessed counts once a child is there, for each commissioner (QAV-01), in one line. */
function neverAssessed(uses: Known['uses']): Step | false {
  const never = uses.filter(use => use.assessedOn === undefined && use.liveSince !== null).length
  return (
    never > 0 &&
    step(
      'assessment',
      35 * never,
      never === 1
        ? 'Never assessed by a commissioner with a child there'
        : `Never assessed by ${never} commissioners with children there`,
    )
  )
}

/** Areas of the grid that nobody has looked at for a year. */
export function unsampledOf({ sampled }: Pick<Known, 'sampled'>, today: IsoDate): Area[] {
  const yearAgo = addMonths(today, -12)
  return areas.filter(area => (sampled[area] ?? '') < yearAgo)
}

/** A commissioner’s own clock (QAV-01). */
function overdueAssessment(
  { assessedOn }: Known['uses'][number],
  months: number,
  today: IsoDate,
): Step | false {
  if (assessedOn === undefined) return false
  const due = addMonths(assessedOn, months)
  if (due >= today) return false
  const overdue = Math.floor(daysBetween(due, today) / 30)
  return step(
    'assessment',
    25 + Math.min(10, overdue),
    `Annual assessment was due on ${dayInWords(due)}`,
  )
}

export const pointsOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { points }) => sum + points, 0)

export const latest = (days: readonly IsoDate[]): IsoDate | undefined =>
  days.reduce<IsoDate | undefined>((last, day) => (last ? laterOf(last, day) : day), undefined)

const together = new Intl.ListFormat('en-GB')
const step = (gap: Gap, points: number, words: string): Step => ({ gap, points, words })
const many = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`
