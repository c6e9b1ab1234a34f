import type { ComponentChildren } from 'preact'
import { may, type Permission } from '#domain/permissions.ts'
import { SideNavigation } from '#govuk/index.ts'
import type { Me } from '../sessions.ts'

export interface AdministrationPage {
  readonly text: string
  readonly href: (me: Me) => string
  readonly permission: Permission
  /** What one does there, in a line. */
  readonly about: string
}

/** What administrators look after. A feature with such a page adds its line here. */
export const administrationPages: readonly AdministrationPage[] = [
  {
    text: 'People and roles',
    href: () => '/administration/people',
    permission: 'person.administer',
    about: 'Who may sign in, as what and until when; invitations',
  },
  {
    text: 'Organisation details',
    href: me => `/organisations/${me.organisationId}`,
    permission: 'organisation.administer',
    about: 'Name, address and mailbox of your organisation',
  },
  {
    text: 'Term dates and closed days',
    href: () => '/administration/calendar',
    permission: 'calendar.keep',
    about: 'Terms, INSET days and other days on which there is no school',
  },
  {
    text: 'Import schools',
    href: () => '/administration/schools/import',
    permission: 'authority.administer',
    about: 'New, changed and closed schools from the national register',
  },
  {
    text: 'Authority and postcodes',
    href: () => '/administration/settings',
    permission: 'authority.administer',
    about: 'The authority that this service is for, and where postcodes lie',
  },
  {
    text: 'Numbers of the rules',
    href: () => '/administration/parameters',
    permission: 'parameter.change',
    about: 'The numbers that rules read, each with the day from which it holds; planned law',
  },
  {
    text: 'Notice templates',
    href: () => '/administration/notices',
    permission: 'notice.template',
    about: 'The words of the notices that are sent when a decision is issued',
  },
  {
    text: 'Messages',
    href: () => '/administration/messages',
    permission: 'message.read',
    about: 'Emails that were sent, wait, or could not be delivered',
  },
  {
    text: 'Virus scanner',
    href: () => '/administration/scanner',
    permission: 'authority.administer',
    about: 'Whether uploaded documents are checked, how old the signatures are, what was blocked',
  },
]

/** The pages of administration, each for those who may open it, beside the one that is open. */
export const Administration = ({ me, children }: { me: Me; children: ComponentChildren }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-one-quarter">
      <SideNavigation
        label="Administration"
        sections={[
          {
            items: administrationFor(me).map(({ text, href }) => ({ text, href: href(me) })),
          },
        ]}
      />
    </div>
    <div class="govuk-grid-column-three-quarters">{children}</div>
  </div>
)

export const administrationFor = (me: Me) =>
  administrationPages.filter(({ permission }) => may(me, permission))
