import type { Permission } from '#domain/permissions.ts'

/** What administrators find here, each for those who may open it. */
export const administrationLinks: readonly {
  readonly text: string
  readonly href: string
  readonly permission: Permission
  readonly about: string
}[] = [
  {
    text: 'Organisation details',
    href: '/administration/organisation',
    permission: 'organisation.administer',
    about: 'How to reach your organisation',
  },
  {
    text: 'Term dates and closed days',
    href: '/administration/calendar',
    permission: 'calendar.keep',
    about: 'Terms, INSET days and other days on which there is no school',
  },
  {
    text: 'Schools and memberships',
    href: '/organisations',
    permission: 'authority.administer',
    about: 'Which school is in which partnership, and since when',
  },
  {
    text: 'Import schools',
    href: '/administration/schools/import',
    permission: 'authority.administer',
    about: 'From the national register of schools',
  },
  {
    text: 'Authority and postcodes',
    href: '/administration/settings',
    permission: 'authority.administer',
    about: 'The authority that this service is for, and where postcodes lie',
  },
]
