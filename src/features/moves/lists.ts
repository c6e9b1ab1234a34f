import { may, type Permission } from '#domain/permissions.ts'

const lists: readonly { text: string; href: string; permission: Permission }[] = [
  { text: 'Managed moves', href: '/moves', permission: 'move.read' },
  { text: 'Off-site directions', href: '/directions', permission: 'direction.read' },
  { text: 'Taken off roll', href: '/removals', permission: 'removal.read' },
]

/** The lists of moves, directions and removals that the person may open; each of them leads to the others. */
export const listsOfMoves = (me: Parameters<typeof may>[0], except?: string) =>
  lists
    .filter(({ href, permission }) => href !== except && may(me, permission))
    .map(({ text, href }) => ({ text, href }))
