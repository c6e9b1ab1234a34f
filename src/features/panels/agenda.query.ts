import { sql } from 'kysely'
import type { Doer } from '#platform/http/visit.ts'

/** Cases that wait for a panel, oldest first, each with the finding that keeps it from one, if any. */
export async function casesToList({ tx, me }: Pick<Doer, 'tx' | 'me'>) {
  const cases = await tx
    .selectFrom('referral')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'referral.referring_organisation_id')
    .select([
      'referral.id',
      'referral.reference',
      'referral.status',
      'referral.version',
      'referral.kind',
      'referral.route',
      'referral.child_id',
      'referral.submitted_at',
      'referral.accepted_at',
      'child.forename',
      'child.surname',
      'school.name as referred_by',
    ])
    .where('referral.responsible_partnership_id', '=', me.organisationId)
    .where('referral.status', '=', 'accepted')
    .orderBy('referral.submitted_at')
    .execute()
  const blocking =
    cases.length === 0
      ? []
      : await tx
          .selectFrom('finding')
          .select(['referral_id', 'message'])
          .where(
            'referral_id',
            'in',
            cases.map(({ id }) => id),
          )
          .where('superseded_at', 'is', null)
          .where('accepted_at', 'is', null)
          .where(sql<boolean>`'list-at-panel' = any (blocks)`)
          .execute()
  const reasons = new Map(blocking.map(({ referral_id, message }) => [referral_id, message]))
  return cases.map(each => ({
    ...each,
    blockedBy: reasons.get(each.id) ?? unlisted[each.route ?? ''],
  }))
}

/** Routes that never lead to a panel, whatever else is true. */
const unlisted: Readonly<Record<string, string>> = {
  'annual-review': 'a child with an EHCP has an annual review instead',
  'looked-after-own': 'the Virtual School leads for a child looked after by this authority',
  'return-to-admissions': 'the admission has to be completed first',
}

/** The agenda as its partnership sees it. */
export const agendaOf = ({ tx }: Pick<Doer, 'tx'>, meetingId: string) =>
  tx
    .selectFrom('agenda_item')
    .leftJoin('referral', 'referral.id', 'agenda_item.referral_id')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'referral.referring_organisation_id')
    .leftJoin('decision', join =>
      join
        .onRef('decision.agenda_item_id', '=', 'agenda_item.id')
        .on('decision.status', '<>', 'superseded'),
    )
    .select([
      'agenda_item.id',
      'agenda_item.position',
      'agenda_item.status',
      'agenda_item.presenter',
      'agenda_item.summary',
      'agenda_item.referral_id',
      'referral.reference',
      'referral.kind',
      'child.forename',
      'child.surname',
      'school.name as referred_by',
      'decision.id as decision_id',
      'decision.code as decision_code',
      'decision.status as decision_status',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('pack_item')
          .innerJoin('pack', 'pack.id', 'pack_item.pack_id')
          .select('pack_item.id')
          .whereRef('pack_item.agenda_item_id', '=', 'agenda_item.id')
          .where('pack.superseded_at', 'is', null)
          .where('pack.recalled_at', 'is', null),
      ).as('in_papers'),
    )
    .where('agenda_item.meeting_id', '=', meetingId)
    .orderBy('agenda_item.position')
    .execute()
