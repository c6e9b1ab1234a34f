import type { Me } from '#platform/sessions.ts'
import type { CalendarOwner } from './keep-calendar.ts'

/** Whose calendar this person keeps: their school's, or the authority's. The permission lets nobody else come here. */
export const ownerFor = (me: Pick<Me, 'organisationKind' | 'organisationId'>): CalendarOwner =>
  me.organisationKind === 'school' ? me.organisationId : null
