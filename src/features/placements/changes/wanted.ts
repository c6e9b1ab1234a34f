import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { weekdayNamed } from '../words.ts'

const isoDay = z.string().refine((text): text is IsoDate => isIsoDate(text))
const session = z.object({
  weekday: z.number().int().min(1).max(5),
  startsAt: z.string(),
  endsAt: z.string(),
  breakMinutes: z.number().int(),
  inWeeks: z.enum(['every', 'A', 'B']).default('every'),
})

/** What a request asks for. It is read back from the database, so it is parsed and not believed. */
export const wantedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extend'), endOn: isoDay }),
  z.object({ kind: z.literal('change days'), fromOn: isoDay, sessions: z.array(session) }),
  z.object({ kind: z.literal('transfer'), fromOn: isoDay, providerId: z.uuid() }),
  z.object({ kind: z.literal('end early'), endOn: isoDay }),
])
export type Wanted = z.infer<typeof wantedSchema>
export type ChangeKind = Wanted['kind']

export const changeKinds: Readonly<Record<ChangeKind, string>> = {
  extend: 'Go on longer',
  'change days': 'Other days or times',
  transfer: 'Move to another provider',
  'end early': 'End sooner',
}

export const wantedInWords = (
  wanted: Wanted,
  providerName: (id: string) => string | undefined,
): string => {
  switch (wanted.kind) {
    case 'extend':
      return `Until ${dayInWords(wanted.endOn)}`
    case 'end early':
      return `Last day ${dayInWords(wanted.endOn)}`
    case 'transfer':
      return `To ${providerName(wanted.providerId) ?? 'another provider'} from ${dayInWords(wanted.fromOn)}`
    case 'change days':
      return `From ${dayInWords(wanted.fromOn)}: ${wanted.sessions
        .map(
          each =>
            `${weekdayNamed(each.weekday)}${each.inWeeks === 'every' ? '' : ` in week ${each.inWeeks}`} ${each.startsAt} to ${each.endsAt}`,
        )
        .join(', ')}`
  }
}
