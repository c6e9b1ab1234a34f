import { may } from '#domain/permissions.ts'
import { Button } from '#govuk/index.ts'
import { correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { RecordCard } from '../record/history.tsx'
import { agencyStatusWords, period } from '../words.ts'
import { agenciesOf } from './agencies.ts'

export const agenciesPage = childPage({
  path: '/children/:child/agencies',
  section: 'agencies',
  title: 'Agencies',
  load: async ({ tx }, { child }) => ({
    agencies: await agenciesOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'agency_involvement'),
  }),
  view: ({ agencies, corrections }, { child }, { me }) => (
    <>
      {agencies.length === 0 && <p class="govuk-body">No other agency is on record.</p>}
      {agencies.map(agency => (
        <RecordCard
          headingLevel={2}
          title={agency.agency}
          rows={[
            { key: 'Now', value: agencyStatusWords[agency.status] },
            { key: 'When', value: period(agency.fromOn, agency.toOn) },
            { key: 'Worker', value: agency.worker ?? 'Not recorded' },
            { key: 'How to reach the worker', value: agency.workerContact ?? 'Not recorded' },
          ]}
          recorded={agency}
          corrections={corrections.get(agency.id)}
          actions={
            may(me, 'child.agencies')
              ? [{ href: `/children/${child.id}/agencies/${agency.id}`, text: 'Change' }]
              : []
          }
        />
      ))}
      {may(me, 'child.agencies') && (
        <Button variant="secondary" href={`/children/${child.id}/agencies/add`}>
          Add an agency
        </Button>
      )}
    </>
  ),
})
