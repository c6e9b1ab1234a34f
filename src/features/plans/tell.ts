import type { IsoDate } from '#domain/dates.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Placement } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail.ts'

type Teller = { readonly tx: Tx; readonly today: IsoDate }
type About = Pick<Placement, 'id' | 'name' | 'provider_id' | 'run_by_id'>

/** A message says what happened to which reference, and never a name or what it is about. */
export async function tellProviderOfPlan(teller: Teller, placement: About) {
  if (placement.provider_id)
    await tell(teller, placement.provider_id, ['provider-manager'], {
      kind: 'plan to agree',
      subject: `Placement ${placement.name}: a plan waits for your agreement`,
      path: `/placed/${placement.id}/plan`,
    })
}

export const tellCommissionerOfAgreement = (teller: Teller, placement: About) =>
  tell(teller, placement.run_by_id, commissioning, {
    kind: 'plan agreed',
    subject: `Placement ${placement.name}: the provider has agreed the plan`,
    path: `/placements/${placement.id}/plan`,
  })

export const tellCommissionerOfObjection = (teller: Teller, placement: About) =>
  tell(teller, placement.run_by_id, commissioning, {
    kind: 'plan not agreed',
    subject: `Placement ${placement.name}: the provider asks for a change of the plan`,
    path: `/placements/${placement.id}/plan`,
  })

export const commissioning = ['coordinator', 'school-referrer', 'school-dsl'] as const

export async function tell(
  { tx, today }: Teller,
  organisationId: string,
  roles: readonly string[],
  { kind, subject, path }: { kind: string; subject: string; path: string },
) {
  for (const to of await addressesOf(tx, organisationId, roles, today))
    await sendMail(tx, {
      kind,
      to,
      subject,
      body: `${subject}.\n\nSign in to Onroll to read it: ${path}`,
    })
}
