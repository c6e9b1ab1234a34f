import { addressesOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { type Move, sideOf } from './move.query.ts'

/** What a subject line may say: that something happened to a move. Never a name, never why. */
const happenings = {
  proposed: 'is proposed to you',
  reworded: 'has other words, and asks for your agreement anew',
  agreed: 'is agreed by all',
  answered: 'has an answer',
  ended: 'is over',
  completed: 'is completed: the child is on the other school’s roll',
} as const

/** The other school of the move is told, by a message that says only where to look. */
export async function tellOtherSchool(
  { tx, me, today }: Pick<Doer, 'tx' | 'me' | 'today'>,
  move: Pick<Move, 'id' | 'from_school_id' | 'to_school_id' | 'trial'>,
  what: keyof typeof happenings,
): Promise<void> {
  // A trial goes to nobody (MMV-02).
  if (move.trial) return
  const other = sideOf(move, me) === 'from' ? move.to_school_id : move.from_school_id
  const path = what === 'ended' ? '/moves' : `/moves/${move.id}`
  for (const to of await addressesOf(tx, other, ['school-referrer', 'school-dsl'], today))
    await sendMail(tx, {
      kind: `move ${what}`,
      to,
      subject: `A managed move ${happenings[what]}`,
      body: `A managed move ${happenings[what]}.\n\nSign in to Onroll to read it: ${path}`,
      fromOrganisationId: me.organisationId,
    })
}
