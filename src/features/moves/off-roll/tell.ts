import { addressesOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import type { RollRemoval } from './removal.query.ts'

/** Nobody leaves a roll unnoticed: Admissions learns of every removal, the co-ordinator of those with an open case. */
export async function tellOfRemoval(
  { tx, me, today }: Pick<Doer, 'tx' | 'me' | 'today'>,
  removal: Pick<RollRemoval, 'id' | 'child_id'>,
): Promise<void> {
  const admissions = await tx
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'team')
    .where('team', '=', 'admissions')
    .execute()
  const partnerships = await tx
    .selectFrom('referral')
    .select('responsible_partnership_id as id')
    .distinct()
    .where('child_id', '=', removal.child_id)
    .where('status', 'in', ['submitted', 'accepted', 'listed', 'decided', 'returned'])
    .execute()
  const told: [string, string][] = [
    ...admissions.map(({ id }): [string, string] => [id, 'admissions']),
    ...partnerships.flatMap(({ id }): [string, string][] => (id ? [[id, 'coordinator']] : [])),
  ]
  for (const [organisation, role] of told)
    for (const to of await addressesOf(tx, organisation, [role], today))
      await sendMail(tx, {
        kind: 'removal made',
        to,
        subject: 'A name was taken off a school’s roll',
        body: `A name was taken off a school’s roll. Make sure that the child is on a roll, or is looked for.\n\nSign in to Onroll to read it: /removals/${removal.id}`,
        fromOrganisationId: me.organisationId,
      })
}
