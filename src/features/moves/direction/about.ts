import type { AuditEvent } from '#platform/audit.ts'
import type { Direction } from './direction.query.ts'

type About = { readonly direction: Pick<Direction, 'id' | 'child_id'> }

const about = (event: AuditEvent, { direction }: About) => ({
  event,
  subjectKind: 'off-site direction',
  subjectId: direction.id,
  childId: direction.child_id,
})

/** What opening a page about a direction tells the reader of: the child. */
export const directionViewed = (model: About) => about('direction.viewed', model)

/** What was done with a direction, with codes and days only. */
export const directionDone = (
  event: AuditEvent,
  direction: Pick<Direction, 'id' | 'child_id'>,
  detail: Readonly<Record<string, unknown>> = {},
) => ({ ...about(event, { direction }), detail })
