import { may } from '#domain/permissions.ts'
import { listsOfMoves } from '#features/moves/index.ts'
import { SubNavigation } from '#govuk/index.ts'

const places = [
  { text: 'What needs doing', href: '/' },
  { text: 'What changed', href: '/changes' },
] as const

/** The ways through one’s own work; whoever confirms that children are on roll finds their list here. */
export const WorkNavigation = ({
  me,
  at,
}: {
  me: Parameters<typeof may>[0]
  at: (typeof places)[number]['href']
}) => (
  <SubNavigation
    label="My work"
    items={[
      ...places.map(place => ({ ...place, active: place.href === at })),
      ...(may(me, 'finding.read') ? [{ text: 'Findings', href: '/findings' }] : []),
      ...(may(me, 'on-roll.confirm') ? [{ text: 'Getting on roll', href: '/on-roll' }] : []),
      ...listsOfMoves(me),
    ]}
  />
)
