import { addMonths, type IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Tone } from '#govuk/index.ts'

/** Whether a provider may be used. “Not yet assessed” is nobody’s decision: it is what stands before the first one. */
export const approvalWords = {
  approved: { word: 'Approved', tone: 'green' },
  'approved with conditions': { word: 'Approved with conditions', tone: 'yellow' },
  paused: { word: 'Paused: no new placements', tone: 'orange' },
  ended: { word: 'Ended: not to be used', tone: 'red' },
  'not yet assessed': { word: 'Not yet assessed', tone: 'grey' },
} as const satisfies Record<string, { word: string; tone: Tone }>
export type Approval = keyof typeof approvalWords
export type Decided = Exclude<Approval, 'not yet assessed'>

/** What the records hold about a provider, as far as it bears on whether it may be used. */
export interface Records {
  readonly closedOn: IsoDate | null
  /** Documents of Appendix 2 that are there and in date, and how many there should be. */
  readonly documents: number
  readonly documentsWanted: number
  readonly expired: number
  readonly assessedOn: IsoDate | null
  readonly assessmentMonths: number
  readonly serious: number
  readonly concerns: number
  /** Findings about the institution: those that stop a start, those on registration, and the others not met. */
  readonly stopping: number
  readonly registration: number
  readonly notMet: number
}

export interface Reason {
  readonly towards: Approval
  readonly words: string
  /** The page of the provider that shows it. */
  readonly at: 'evidence' | 'findings' | 'concerns' | ''
}

export interface Derived {
  readonly approval: Approval
  readonly reasons: readonly Reason[]
}

const gravest: readonly Approval[] = [
  'ended',
  'paused',
  'not yet assessed',
  'approved with conditions',
  'approved',
]
export const isGraver = (one: Approval, other: Approval): boolean =>
  gravest.indexOf(one) < gravest.indexOf(other)

/**
 * What the records would make of a provider, and why: the gravest reason counts. It is no decision and stops nothing by
 * itself; what stops a placement is a finding or an officer.
 */
export function derive(records: Records, today: IsoDate): Derived {
  const reasons = reasonsOf(records, today).sort(
    (a, b) => gravest.indexOf(a.towards) - gravest.indexOf(b.towards),
  )
  return { approval: reasons[0]?.towards ?? 'approved', reasons }
}

function reasonsOf(records: Records, today: IsoDate): Reason[] {
  const { closedOn, documents, documentsWanted, expired, assessedOn } = records
  const missing = Math.max(0, documentsWanted - documents - expired)
  const reasons: (Reason | false)[] = [
    closedOn !== null &&
      closedOn < today &&
      reason('ended', `It closed on ${dayInWords(closedOn)}.`, ''),
    records.stopping > 0 &&
      reason('paused', `${things(records.stopping, 'finding')} would stop a start.`, 'findings'),
    records.registration > 0 &&
      reason(
        'paused',
        `${things(records.registration, 'finding')} on registration as a school: a legal risk.`,
        'findings',
      ),
    records.serious > 0 &&
      reason('paused', `${things(records.serious, 'serious concern')} open.`, 'concerns'),
    assessedOn === null
      ? reason('not yet assessed', 'Nobody has published an annual assessment of it.', '')
      : addMonths(assessedOn, records.assessmentMonths) < today &&
        reason(
          'approved with conditions',
          `It was last assessed on ${dayInWords(assessedOn)}, more than ${records.assessmentMonths} months ago.`,
          '',
        ),
    expired > 0 &&
      reason('approved with conditions', `${things(expired, 'document')} out of date.`, 'evidence'),
    missing > 0 &&
      reason(
        'approved with conditions',
        `${missing} of ${documentsWanted} documents missing.`,
        'evidence',
      ),
    records.notMet > 0 &&
      reason(
        'approved with conditions',
        `${things(records.notMet, 'finding')} of something not met.`,
        'findings',
      ),
    records.concerns > 0 &&
      reason(
        'approved with conditions',
        `${things(records.concerns, 'concern')} open.`,
        'concerns',
      ),
  ]
  return reasons.filter(each => each !== false)
}

const reason = (towards: Approval, words: string, at: Reason['at']): Reason => ({
  towards,
  words,
  at,
})
const things = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`
