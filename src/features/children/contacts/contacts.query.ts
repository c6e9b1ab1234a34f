import type { Tx } from '#platform/database/database.ts'

/** Parents, carers and others to be spoken to, those with an end last. */
export const contactsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('contact as c')
    .leftJoin('user_account as recorder', 'recorder.id', 'c.recorded_by')
    .select([
      'c.id',
      'c.name',
      'c.relationship',
      'c.parental_responsibility as parentalResponsibility',
      'c.lives_with_child as livesWithChild',
      'c.telephone',
      'c.email',
      'c.no_contact as noContact',
      'c.no_contact_reason as noContactReason',
      'c.language',
      'c.priority',
      'c.ended_on as endedOn',
      'c.version',
      'recorder.name as recordedBy',
      'c.recorded_at as recordedAt',
    ])
    .where('c.child_id', '=', childId)
    .orderBy(eb => eb('c.ended_on', 'is not', null))
    .orderBy('c.priority')
    .orderBy('c.recorded_at')
    .execute()
export type Contact = Awaited<ReturnType<typeof contactsOf>>[number]
