import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Move, sideOf } from './move.query.ts'

export type Party = 'from school' | 'to school' | 'person with parental responsibility'

/** Somebody whose agreement the move needs, and what they said last. */
export interface PartyOfMove {
  /** The id of the school or of the contact: how a page names the party in its path. */
  readonly key: string
  readonly party: Party
  readonly contactId: string | null
  readonly name: string
  readonly answer: Answer | undefined
  /** An answer to earlier words, which counts no more. */
  readonly earlier: Answer | undefined
}

export interface Answer {
  readonly agreed: boolean
  readonly onDay: IsoDate
  readonly how: string
  readonly because: string | null
  readonly sha256: string
  readonly recordedBy: string | null
  readonly recordedAt: Date
}

/**
 * Both schools and each person with parental responsibility, in that order. The receiving school reads who the child is
 * and not the family: of those persons it reads that somebody answered, from the answers themselves.
 */
export async function partiesOf(tx: Tx, move: Move): Promise<PartyOfMove[]> {
  const answers = await answersTo(tx, move.id)
  const holders = await tx
    .selectFrom('contact')
    .select(['id', 'name', 'relationship'])
    .where('child_id', '=', move.child_id)
    .where('parental_responsibility', '=', true)
    .where('ended_on', 'is', null)
    .orderBy('priority')
    .orderBy('recorded_at')
    .execute()
  const hidden = [...new Set(answers.flatMap(({ contactId }) => contactId ?? []))].filter(
    id => !holders.some(holder => holder.id === id),
  )
  const of = (party: Party, contactId: string | null) => {
    const mine = answers.filter(each => each.party === party && each.contactId === contactId)
    return {
      answer: mine.find(({ sha256 }) => sha256 === move.agreement_sha256),
      earlier: mine.find(({ sha256 }) => sha256 !== move.agreement_sha256),
    }
  }
  const person = (id: string, name: string): PartyOfMove => ({
    key: id,
    party: 'person with parental responsibility',
    contactId: id,
    name,
    ...of('person with parental responsibility', id),
  })
  return [
    {
      key: move.from_school_id,
      party: 'from school',
      contactId: null,
      name: move.fromSchool,
      ...of('from school', null),
    },
    {
      key: move.to_school_id,
      party: 'to school',
      contactId: null,
      name: move.toSchool,
      ...of('to school', null),
    },
    ...holders.map(({ id, name, relationship }) =>
      person(id, relationship ? `${name}, ${relationship}` : name),
    ),
    ...hidden.map((id, at) => person(id, `A person with parental responsibility (${at + 1})`)),
  ]
}

/** Every answer ever given, the newest first. */
async function answersTo(tx: Tx, moveId: string) {
  return tx
    .selectFrom('managed_move_consent as consent')
    .leftJoin('user_account as recorder', 'recorder.id', 'consent.recorded_by')
    .select([
      'consent.party',
      'consent.contact_id as contactId',
      'consent.agreed',
      'consent.on_day as onDay',
      'consent.how',
      'consent.because',
      'consent.agreement_sha256 as sha256',
      'recorder.name as recordedBy',
      'consent.recorded_at as recordedAt',
    ])
    .where('consent.move_id', '=', moveId)
    .orderBy('consent.recorded_at', 'desc')
    .orderBy('consent.id', 'desc')
    .execute()
}

/** Each school speaks for itself; the proposing one records what the family said. */
export const mayAnswer = (
  move: Move,
  { party }: Pick<PartyOfMove, 'party'>,
  me: { readonly organisationId: string | undefined },
): boolean => {
  const side = sideOf(move, me)
  return party === 'to school' ? side === 'to' : side === 'from'
}
