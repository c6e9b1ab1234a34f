import { newId } from '#domain/ids.ts'
import { foldedName } from '#domain/name-search.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { AgendaItem } from './agenda.ts'

export const interestKinds = {
  'own-child': 'The child is mine, or lives with me',
  relative: 'The child is a relative, or the child of a friend',
  'own-provider': 'I own, run or govern a provider that may be asked',
  allegation: 'There is a complaint or an allegation between the family and me',
  'excluding-school': 'My school excluded the child or refused it a place',
  other: 'Something else',
} as const

/** A member steps back from a case: it cannot be read or decided by them from the next request on. */
export async function declareInterest(
  { tx, me, now, audit }: Doer,
  item: AgendaItem,
  kind: keyof typeof interestKinds,
  note: string | null,
) {
  await tx
    .insertInto('interest')
    .values({
      id: newId(),
      agenda_item_id: item.id,
      user_id: me.userId,
      school_id: me.organisationKind === 'school' ? me.organisationId : null,
      source: 'declared',
      kind: interestKinds[kind],
      note,
      recused: true,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  audit({
    event: 'interest.declared',
    subjectKind: 'referral',
    subjectId: item.referral_id,
    childId: item.child_id ?? undefined,
    detail: { kind },
  })
}

/**
 * Members whose name is that of somebody in the child's family, found when the papers are released. The same full
 * name steps back at once; the same surname is settled at the meeting, because there are many Smiths.
 */
export async function detectInterests(doer: Doer, meetingId: string) {
  const { tx, now } = doer
  const members = await tx
    .selectFrom('invitation')
    .innerJoin('membership', 'membership.organisation_id', 'invitation.school_id')
    .innerJoin('user_account as person', 'person.id', 'membership.user_id')
    .select(['person.id', 'person.name', 'invitation.school_id'])
    .distinct()
    .where('invitation.meeting_id', '=', meetingId)
    .where('membership.role', '=', 'panel-member')
    .where('membership.valid_to', 'is', null)
    .execute()
  const family = await tx
    .selectFrom('agenda_item')
    .leftJoin('referral', 'referral.id', 'agenda_item.referral_id')
    .leftJoin('contact', 'contact.child_id', 'referral.child_id')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .select(['agenda_item.id', 'contact.name', 'child.surname'])
    .where('agenda_item.meeting_id', '=', meetingId)
    .where('agenda_item.status', '=', 'listed')
    .execute()
  const known = new Set(
    (
      await tx
        .selectFrom('interest')
        .innerJoin('agenda_item', 'agenda_item.id', 'interest.agenda_item_id')
        .select(['interest.agenda_item_id', 'interest.user_id'])
        .where('agenda_item.meeting_id', '=', meetingId)
        .execute()
    ).map(({ agenda_item_id, user_id }) => `${agenda_item_id} ${user_id}`),
  )
  for (const member of members)
    for (const { id, name, surname } of family) {
      const recused = name !== null && sameName(member.name, name)
      if (!recused && !(surname && sameName(lastWord(member.name), surname))) continue
      if (known.has(`${id} ${member.id}`)) continue
      known.add(`${id} ${member.id}`)
      await tx
        .insertInto('interest')
        .values({
          id: newId(),
          agenda_item_id: id,
          user_id: member.id,
          school_id: member.school_id,
          source: 'detected',
          kind: recused ? 'Has the name of one of the child’s contacts' : 'Has the child’s surname',
          recused,
          recorded_at: now,
        })
        .execute()
    }
}

const lastWord = (name: string) => name.trim().split(/\s+/).at(-1) ?? ''
const sameName = (one: string, other: string) =>
  foldedName(one) !== '' && foldedName(one) === foldedName(other)
