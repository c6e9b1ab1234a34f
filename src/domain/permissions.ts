import { type Administrators, holders } from './permission-holders.ts'
import type { Role } from './roles.ts'

export { type Role, roleNames, roles } from './roles.ts'
export { holders }

export type Permission = keyof typeof holders

/** May a person with this role (and, if so marked, an administrator of their organisation) do this kind of thing? */
export function may(
  {
    role,
    administrator,
    organisationKind,
  }: {
    role: Role | undefined
    administrator: boolean
    organisationKind?: string | undefined
  },
  permission: Permission,
): boolean {
  const who: 'everyone' | 'administrators' | readonly string[] = holders[permission]
  if (who === 'everyone') return true
  if (who === 'administrators') return administrator
  if (role !== undefined && who.includes(role)) return true
  return administrator && administratorsOf(organisationKind).some(each => who.includes(each))
}

function administratorsOf(organisationKind: string | undefined): Administrators[] {
  if (organisationKind === 'school') return ['administrators', 'school administrators']
  return organisationKind === 'authority' || organisationKind === 'team'
    ? ['administrators', 'authority administrators']
    : ['administrators']
}
