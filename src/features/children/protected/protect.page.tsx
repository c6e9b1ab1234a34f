import { NotFound } from '#domain/refusal.ts'
import { InsetText } from '#govuk/index.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { childForm } from '../record/child-page.tsx'
import { LocationFields, locationSchema } from './location-fields.tsx'
import { locationsOf, protectionFrom } from './locations.query.ts'
import { protectAddress, replaceLocation } from './protect.ts'

export const protectPage = childForm({
  path: '/children/:child/protected/new',
  section: 'home',
  permission: 'child.protect',
  title: 'Protect this child’s address',
  mayHoldProtectedAddress: true,
  load: async visit => requireRecentFactor(visit),
  schema: (_model, _subject, today) => locationSchema(today),
  fields: form => (
    <>
      <InsetText>
        From the moment you save this, only the safeguarding leads of the school that has the child
        on roll can read where the child is. Every address on record now is sealed with it and taken
        off the record. Everybody else who may contact the family reads: do not disclose or ask, go
        through your school.
      </InsetText>
      <LocationFields form={form} />
    </>
  ),
  button: 'Protect the address',
  saved:
    'The address is protected. Ask a second safeguarding lead to confirm it, and look through the contacts',
  submit: async (visit, _model, { fromOn, ...location }, { child }) => {
    await protectAddress(visit, visit.site.secret, { childId: child.id, location, fromOn })
    return `/children/${child.id}/protected`
  },
})

export const replacePage = childForm({
  path: '/children/:child/protected/change',
  section: 'home',
  permission: 'child.protect',
  title: 'The child has moved to another protected address',
  mayHoldProtectedAddress: true,
  async load(visit, { child }) {
    requireRecentFactor(visit)
    const { now } = protectionFrom(await locationsOf(visit.tx, visit.site.secret, child.id))
    if (!now) throw new NotFound()
    return now
  },
  schema: (_now, _subject, today) => locationSchema(today),
  version: now => now.version,
  fields: form => (
    <>
      <InsetText>
        The new address counts when a second safeguarding lead has confirmed it. Both are guarded
        until then, and after.
      </InsetText>
      <LocationFields form={form} />
    </>
  ),
  button: 'Save the new address',
  saved: 'The new address waits for a second safeguarding lead',
  submit: async (visit, now, { fromOn, ...location }, { child }) => {
    await replaceLocation(visit, visit.site.secret, {
      childId: child.id,
      location,
      fromOn,
      replaces: now.id,
    })
    return `/children/${child.id}/protected`
  },
})
