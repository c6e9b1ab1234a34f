import type { Route } from '#platform/http/page.tsx'
import { childMovesPage } from './child-moves.page.tsx'
import { directionRoutes } from './direction/routes.ts'
import { moveRoutes } from './managed-move/routes.ts'
import { removalRoutes } from './off-roll/routes.ts'
import { workRoutes } from './work-experience/routes.ts'

export { directionById } from './direction/direction.query.ts'
export { directionLifecycle } from './direction/direction.ts'
export { issueDirection } from './direction/notice/issue-direction.ts'
export { draftDirection } from './direction/notice/write-direction.ts'
export { directionsToKeep } from './direction/work-items.query.ts'
export { listsOfMoves } from './lists.ts'
export { answerMove, completeMove } from './managed-move/answer-move.ts'
export { managedMoveLifecycle } from './managed-move/managed-move.ts'
export { moveById } from './managed-move/move.query.ts'
export { type Party, partiesOf as partiesOfMove } from './managed-move/parties.query.ts'
export { proposeMove } from './managed-move/propose-move.ts'
export { movesToAnswer } from './managed-move/work-items.query.ts'
export { makeRemoval } from './off-roll/make-removal.ts'
export { proposeRemoval } from './off-roll/propose-removal.ts'
export { removalById } from './off-roll/removal.query.ts'
export { removalLifecycle } from './off-roll/removal.ts'
export { childrenOffRoll, returnsToMake } from './off-roll/work-items.query.ts'
export { arrangeWork, startWork } from './work-experience/keep-work.ts'
export { hostsToCheck } from './work-experience/work-items.query.ts'

export const routes: readonly Route[] = [
  childMovesPage,
  ...moveRoutes,
  ...removalRoutes,
  ...directionRoutes,
  ...workRoutes,
]
