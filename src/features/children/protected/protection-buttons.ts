import { z } from 'zod'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { action } from '#platform/http/page.tsx'
import type { Doer, Visit } from '#platform/http/visit.ts'
import { type HeldLocation, holderOf, locationsOf } from './locations.query.ts'
import {
  confirmEnding,
  confirmLocation,
  dropLocation,
  takeOver,
  withdrawEnding,
} from './second-person.ts'

const back = (childId: string) => `/children/${childId}/protected`

/** A button about one of the child’s places. */
const onLocation = <Path extends `/children/:child/protected/:location/${string}`>(
  path: Path,
  deed: (doer: Doer, childId: string, row: HeldLocation) => Promise<void>,
  said: string,
) =>
  action<Path, { childId: string; row: HeldLocation }, object>({
    path,
    permission: 'child.protect',
    schema: z.object({}),
    async load(visit) {
      requireRecentFactor(visit)
      const { child, location } = visit.params as { child: string; location: string }
      const row = (await locationsOf(visit.tx, visit.site.secret, child)).find(
        ({ id }) => id === location,
      )
      if (!row) throw new NotFound()
      await refuseUnlessHolder(visit, child)
      return { childId: child, row }
    },
    version: ({ row }) => row.version,
    async submit(visit, { childId, row }) {
      await deed(visit, childId, row)
      visit.flash(said)
      return back(childId)
    },
  })

/** The child may have come from another school, whose word it was until now. */
async function refuseUnlessHolder({ tx, me }: Pick<Visit, 'tx' | 'me'>, childId: string) {
  const holder = await holderOf(tx, childId)
  if (holder?.id !== me.organisationId)
    throw new Refusal('Others are still sent to another school. Have them sent to yours first.')
}

export const confirmLocationButton = onLocation(
  '/children/:child/protected/:location/confirm',
  confirmLocation,
  'You have confirmed the protected address',
)
export const dropLocationButton = onLocation(
  '/children/:child/protected/:location/drop',
  dropLocation,
  'The new address has been dropped',
)

/** A button about the protection as a whole. */
const onProtection = <Path extends `/children/:child/protected/${string}`>(
  path: Path,
  deed: (visit: Visit<Path>, childId: string) => Promise<string>,
) =>
  action<Path, string, object>({
    path,
    permission: 'child.protect',
    schema: z.object({}),
    async load(visit) {
      requireRecentFactor(visit)
      const { child } = visit.params as { child: string }
      const [any] = await locationsOf(visit.tx, visit.site.secret, child)
      if (!any) throw new NotFound()
      if (!path.endsWith('/take-over')) await refuseUnlessHolder(visit, child)
      return child
    },
    submit: deed,
  })

export const withdrawEndingButton = onProtection(
  '/children/:child/protected/end/withdraw',
  async (visit, childId) => {
    await withdrawEnding(visit, childId)
    visit.flash('The address stays protected')
    return back(childId)
  },
)

export const confirmEndingButton = onProtection(
  '/children/:child/protected/end/confirm',
  async (visit, childId) => {
    await confirmEnding(visit, childId, visit.today)
    visit.flash('The address is no longer protected. An ordinary address can be recorded again')
    return `/children/${childId}/home`
  },
)

export const takeOverButton = onProtection(
  '/children/:child/protected/take-over',
  async (visit, childId) => {
    await takeOver(visit, childId)
    visit.flash(`Others are sent to ${visit.me.organisationName} from now on`)
    return back(childId)
  },
)
