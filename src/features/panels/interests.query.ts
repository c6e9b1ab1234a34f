import type { Tx } from '#platform/database/database.ts'

export const interestsOf = (tx: Tx, agendaItemId: string) =>
  tx
    .selectFrom('interest')
    .leftJoin('user_account as person', 'person.id', 'interest.user_id')
    .leftJoin('organisation as school', 'school.id', 'interest.school_id')
    .select([
      'interest.id',
      'interest.kind',
      'interest.source',
      'interest.recused',
      'interest.note',
      'person.name',
      'school.name as school',
    ])
    .where('interest.agenda_item_id', '=', agendaItemId)
    .where('interest.ended_at', 'is', null)
    .orderBy('interest.recorded_at')
    .execute()
