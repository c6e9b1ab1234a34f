import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Purpose } from '../direction.ts'

/** Everything that stands in a notice. */
export interface NoticeParts {
  readonly school: string
  readonly child: string
  readonly born: IsoDate
  readonly purpose: Purpose
  readonly to: string
  readonly givenOn: IsoDate
  readonly startOn: IsoDate
  readonly endOn: IsoDate | null
  readonly address: string
  readonly reportTo: string
  readonly numberOfDays: number
  readonly reasons: string
  readonly objectives: string
  readonly sessions: 1 | 2
  readonly starts: string
  readonly finishes: string
  readonly breakFrom: string | null
  readonly breakUntil: string | null
  readonly firstReviewOn: IsoDate | null
  readonly consentOn: IsoDate | null
  /** The authority gets it too, for a child with an EHCP. */
  readonly toAuthority: boolean
}

/** The words of the notice, one paragraph a line apart: what the regulations prescribe, in plain English. */
export const noticeText = (parts: NoticeParts): string =>
  [
    parts.school,
    `${dayInWords(parts.givenOn)}`,
    `To ${parts.to}${parts.toAuthority ? ', and to the local authority that maintains the EHCP' : ''}`,
    `Notice about the education of ${parts.child}, born ${dayInWords(parts.born)}`,
    opening(parts),
    `Where: ${parts.address}`,
    `Whom to report to: ${parts.reportTo}`,
    `From ${dayInWords(parts.startOn)}${parts.endOn ? ` to ${dayInWords(parts.endOn)}` : ''}. Number of days: ${parts.numberOfDays}.`,
    times(parts),
    `Reasons: ${parts.reasons}`,
    `Objectives: ${parts.objectives}`,
    ...(parts.firstReviewOn
      ? [
          `We will review this on ${dayInWords(parts.firstReviewOn)} and invite you to the meeting no later than six days before.`,
        ]
      : []),
    `You may ask us in writing for a review at any time. We will hold one as soon as we reasonably can, unless one was held in the ten weeks before.${
      parts.toAuthority ? ' The local authority may ask too.' : ''
    }`,
  ].join('\n\n')

const opening = ({ purpose, consentOn, child }: NoticeParts): string =>
  purpose === 'improve-behaviour'
    ? `The school directs ${child} to attend education off the school’s site, to improve behaviour. It does so under section 29A of the Education Act 2002. ${child} stays on the school’s roll.`
    : `With a parent’s consent${consentOn ? `, given on ${dayInWords(consentOn)},` : ''} ${child} attends education off the school’s site ${purpose === 'health' ? 'because of health' : 'for the reasons below'}. ${child} stays on the school’s roll.`

const times = ({ sessions, starts, finishes, breakFrom, breakUntil }: NoticeParts): string =>
  sessions === 1
    ? `Times: one session a day, from ${starts} to ${finishes}.`
    : `Times: two sessions a day. The morning starts at ${starts}, the break is from ${breakFrom} to ${breakUntil}, and the afternoon finishes at ${finishes}.`
