import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Placement } from '../placement.query.ts'
import type { Releasable } from './released-fields.ts'

export interface Release {
  readonly childId: string
  readonly placementId: string
  readonly toOrganisationId: string
  /** What was told: a snapshot, which stays as it was told. */
  readonly fields: readonly Releasable[]
  readonly how: string
  readonly why: string
  /** What was decided not to be told, and why. */
  readonly withheld?: string | null
}

/** Writes into the register what is told to whom, how and why; and what it was decided not to tell. */
export async function disclose(doer: Doer, release: Release): Promise<void> {
  const { tx, me, now, audit } = doer
  const row = {
    child_id: release.childId,
    placement_id: release.placementId,
    to_organisation_id: release.toOrganisationId,
    by_user: me.userId,
    by_organisation: me.organisationId,
    at: now,
  }
  if (release.withheld) {
    await tx
      .insertInto('disclosure')
      .values({
        ...row,
        id: newId(),
        shared: false,
        how: 'Not shared',
        why: release.withheld,
      })
      .execute()
    audit({
      event: 'disclosure.withheld',
      subjectKind: 'placement',
      subjectId: release.placementId,
      childId: release.childId,
    })
  }
  await tx
    .insertInto('disclosure')
    .values({
      ...row,
      id: newId(),
      fields: JSON.stringify(
        Object.fromEntries(release.fields.map(({ key, value }) => [key, value])),
      ),
      how: release.how,
      why: release.why,
    })
    .execute()
  audit({
    event: 'disclosure.made',
    subjectKind: 'placement',
    subjectId: release.placementId,
    childId: release.childId,
    detail: {
      to: release.toOrganisationId,
      fields: release.fields.map(({ key }) => key),
    },
  })
}

/** Writes into the register that the provider was given a whole paper, which it reads where that is kept. */
export async function disclosePaper(
  { tx, me, now, audit }: Doer,
  placement: Pick<Placement, 'id' | 'child_id' | 'provider_id'>,
  paper: 'individual plan' | 'short-term plan',
  why: string,
): Promise<void> {
  if (!placement.provider_id) return
  await tx
    .insertInto('disclosure')
    .values({
      id: newId(),
      child_id: placement.child_id,
      placement_id: placement.id,
      to_organisation_id: placement.provider_id,
      what: paper,
      how: 'In Onroll',
      why,
      by_user: me.userId,
      by_organisation: me.organisationId,
      at: now,
    })
    .execute()
  audit({
    event: 'disclosure.made',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { to: placement.provider_id, paper },
  })
}
