import { may } from '#domain/permissions.ts'
import { ActionBar, Button, PageHeading, SubNavigation } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { looksAtAssurance } from './directory.query.ts'
import { type DirectoryQuery, directoryHref } from './directory-query.ts'

/** The heading that all ways to look at providers share. What the list is narrowed by holds on the map, and back. */
export const DirectoryHeading = ({
  me,
  shown,
  title = 'Providers',
  query,
  exportHref,
}: {
  me: Me
  shown: 'list' | 'map' | 'documents'
  title?: string
  query?: DirectoryQuery
  exportHref: string
}) => (
  <>
    <ActionBar
      actions={
        <>
          {shown !== 'documents' && may(me, 'provider.add') && (
            <Button href="/organisations/providers/add">Add a provider</Button>
          )}{' '}
          <Button href={exportHref} variant="secondary">
            Download as CSV
          </Button>
        </>
      }
    >
      <PageHeading>{title}</PageHeading>
    </ActionBar>
    <SubNavigation
      label="Ways to look at providers"
      items={[
        {
          text: 'List',
          href: query ? directoryHref(query) : '/providers',
          active: shown === 'list',
        },
        {
          text: 'Map',
          href: query ? directoryHref(query, {}, '/providers/map') : '/providers/map',
          active: shown === 'map',
        },
        ...(looksAtAssurance(me)
          ? [{ text: 'Documents', href: '/providers/documents', active: shown === 'documents' }]
          : []),
        ...(may(me, 'concern.read') ? [{ text: 'Concerns', href: '/concerns' }] : []),
        ...(may(me, 'visit-planner.read')
          ? [{ text: 'Which to visit next', href: '/visit-planner' }]
          : []),
      ]}
    />
  </>
)
