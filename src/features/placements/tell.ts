import { addressesOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import type { Placement } from './placement.query.ts'

/** What a subject line may say: what happened to which reference. Never a name, never what it is about. */
const toProvider = {
  offered: 'is offered to you',
  withdrawn: 'was withdrawn',
  started: 'has started',
  ended: 'has ended',
  changed: 'changes',
  plan: 'has a short-term plan for you to keep',
} as const

const toCommissioner = {
  accepted: 'was accepted by the provider',
  declined: 'was declined by the provider',
  'change asked': 'has a request for a change',
  'plan acknowledged': 'has its plan acknowledged by the provider',
} as const

type About = Pick<Placement, 'id' | 'name' | 'provider_id' | 'run_by_id'>

export async function tellProvider(
  doer: Pick<Doer, 'tx' | 'me' | 'today'>,
  placement: About,
  what: keyof typeof toProvider,
) {
  if (placement.provider_id)
    await tell(doer, placement, placement.provider_id, ['provider-manager'], {
      kind: `placement ${what}`,
      words: toProvider[what],
      path: `/placed/${placement.id}`,
    })
}

export const tellCommissioner = (
  doer: Pick<Doer, 'tx' | 'me' | 'today'>,
  placement: About,
  what: keyof typeof toCommissioner,
) =>
  tell(doer, placement, placement.run_by_id, ['coordinator', 'school-referrer', 'school-dsl'], {
    kind: `placement ${what}`,
    words: toCommissioner[what],
    path: `/placements/${placement.id}`,
  })

async function tell(
  { tx, me, today }: Pick<Doer, 'tx' | 'me' | 'today'>,
  placement: About,
  organisationId: string,
  roles: readonly string[],
  { kind, words, path }: { kind: string; words: string; path: string },
) {
  for (const to of await addressesOf(tx, organisationId, roles, today))
    await sendMail(tx, {
      kind,
      to,
      subject: `Placement ${placement.name} ${words}`,
      body: `Placement ${placement.name} ${words}.\n\nSign in to Onroll to read it: ${path}`,
      fromOrganisationId: me.organisationId,
    })
}
