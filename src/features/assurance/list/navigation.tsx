import { may } from '#domain/permissions.ts'
import { SubNavigation } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'

/** What belongs together for a school, and for the Virtual School. */
export const AssuranceNavigation = ({ me }: { me: Me }) => {
  const items = [
    { text: 'Watch-list', href: '/watch-list', permission: 'watch-list.read' },
    { text: 'Questionnaires', href: '/questionnaires', permission: 'questionnaire.read' },
    {
      text: 'Coverage by school',
      href: '/questionnaires/coverage',
      permission: 'questionnaire.coverage',
    },
    { text: 'Planning-call list', href: '/planning-call', permission: 'planning-call.read' },
  ] as const
  return (
    <SubNavigation
      label="Assurance"
      items={items
        .filter(({ permission }) => may(me, permission))
        .map(({ text, href }) => ({ text, href }))}
    />
  )
}
