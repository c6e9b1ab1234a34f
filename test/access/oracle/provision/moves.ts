import { type Asking, atSchool, ours } from '../asking.ts'
import { provisionRules } from './allowed.ts'

/** What the rules say of a move, a removal or a direction is written by the school whose it is. */
export function keepsSubject(
  asking: Asking,
  {
    subject_type,
    subject_id,
    child_id,
  }: {
    subject_type?: string | undefined
    subject_id?: string | undefined
    /** Whom the finding is about, where that is asked. */
    child_id: string | null | undefined
  },
): boolean {
  const { find } = asking
  const about = (child: string) => child_id === undefined || child === child_id
  if (subject_type === 'managed-move') {
    const move = find.byId('managed_move', subject_id)
    return (
      !!move &&
      about(move.child_id) &&
      ours(asking, move.from_school_id) &&
      provisionRules.managed_move(asking, move)
    )
  }
  if (subject_type === 'removal') {
    const removal = find.byId('roll_removal', subject_id)
    return (
      !!removal &&
      about(removal.child_id) &&
      ours(asking, removal.school_id) &&
      provisionRules.roll_removal(asking, removal)
    )
  }
  const direction = find.byId('off_site_direction', subject_id)
  return (
    subject_type === 'off-site-direction' &&
    !!direction &&
    about(direction.child_id) &&
    atSchool(asking) &&
    ours(asking, direction.school_id) &&
    provisionRules.off_site_direction(asking, direction)
  )
}
